import { defineQuestion } from './question.ts'

interface Span {
  kind: string
  from: string
  until: string
}

/** Spans of days within which lie 25 meetings of a kind that are known to the day, so that each has a page. */
const INPUTS = `
  WITH meetings AS (
    SELECT "kind"::text, "dateEarliest" AS "day",
      row_number() OVER (PARTITION BY "kind" ORDER BY "dateEarliest", "slug") AS "place"
    FROM "Meeting" WHERE "dateEarliest" = "dateLatest"
  )
  SELECT first."kind", first."day"::text AS "from", last."day"::text AS "until"
  FROM meetings first JOIN meetings last ON last."kind" = first."kind" AND last."place" = first."place" + 25
  ORDER BY md5(first."kind" || first."day" || first."place") LIMIT 200`

export const meetings = defineQuestion<Span>({
  name: 'Q2',
  description:
    '20 meetings of a kind and a span of dates, 5 statements with speakers, participants, agreements',
  async inputs({ client }) {
    return (await client.query<Span>(INPUTS)).rows
  },
  unordered: ['participants', 'agreements'],
  summitry: {
    variables: ({ kind, from, until }) => ({ kind, from, until }),
    query: /* GraphQL */ `
      query Meetings($kind: MeetingKind!, $from: Date!, $until: Date!) {
        meetings(first: 20, filter: { kind: [$kind], date: { from: $from, until: $until, match: CERTAINLY } }) {
          nodes {
            slug title date { edtf }
            participants { edges { roles node { slug name } } }
            statements(first: 5) { nodes { slug text speaker { slug name } } }
            agreements { nodes { slug title kind } }
          }
        }
      }
    `,
  },
  postgraphile: {
    variables: ({ kind, from, until }) => ({ kind, from, until }),
    query: /* GraphQL */ `
      query Meetings($kind: MeetingKind!, $from: Date!, $until: Date!) {
        allMeetings(
          first: 20
          orderBy: [DATE_EARLIEST_DESC, DATE_LATEST_DESC, SLUG_DESC]
          filter: {
            kind: { equalTo: $kind }
            dateEarliest: { greaterThanOrEqualTo: $from, lessThanOrEqualTo: $until }
            dateLatest: { lessThanOrEqualTo: $until }
          }
        ) {
          nodes {
            slug title date
            participants: attendancesByMeetingId(first: 20) {
              nodes { roles node: participantByParticipantId { slug name } }
            }
            statements: statementsByMeetingId(
              first: 5
              orderBy: [ORDINAL_ASC, DATE_EARLIEST_ASC, DATE_LATEST_ASC, SLUG_ASC]
            ) {
              nodes { slug text speaker: participantBySpeakerId { slug name } }
            }
            agreements: agreementsByMeetingId(first: 20) { nodes { slug title kind } }
          }
        }
      }
    `,
  },
  limit: {
    parameters: ({ kind, from, until }) => [kind, from, until],
    sql: `
      SELECT COALESCE(json_agg(json_build_object(
        'slug', meeting."slug", 'title', meeting."title", 'date', meeting."date",
        'participants', (
          SELECT COALESCE(json_agg(json_build_object(
            'roles', attendance."roles",
            'node', json_build_object('slug', participant."slug", 'name', participant."name")
          ) ORDER BY participant."nameKey", participant."slug"), '[]')
          FROM "Attendance" attendance JOIN "Participant" participant ON participant."id" = attendance."participantId"
          WHERE attendance."meetingId" = meeting."id"
        ),
        'statements', (
          SELECT COALESCE(json_agg(json_build_object(
            'slug', statement."slug", 'text', statement."text",
            'speaker', json_build_object('slug', speaker."slug", 'name', speaker."name")
          ) ORDER BY statement."ordinal", statement."dateEarliest", statement."dateLatest", statement."slug"), '[]')
          FROM (
            SELECT * FROM "Statement" WHERE "meetingId" = meeting."id"
            ORDER BY "ordinal", "dateEarliest", "dateLatest", "slug" LIMIT 5
          ) statement JOIN "Participant" speaker ON speaker."id" = statement."speakerId"
        ),
        'agreements', (
          SELECT COALESCE(json_agg(json_build_object('slug', "slug", 'title', "title", 'kind', "kind")
            ORDER BY "effectiveEarliest" DESC, "effectiveLatest" DESC, "slug" DESC), '[]')
          FROM "Agreement" WHERE "meetingId" = meeting."id"
        )
      ) ORDER BY meeting."dateEarliest" DESC, meeting."dateLatest" DESC, meeting."slug" DESC), '[]')::text AS "answer"
      FROM (
        SELECT * FROM "Meeting"
        WHERE "kind" = $1::"MeetingKind" AND "dateEarliest" BETWEEN $2::date AND $3::date AND "dateLatest" <= $3::date
        ORDER BY "dateEarliest" DESC, "dateLatest" DESC, "slug" DESC LIMIT 20
      ) meeting`,
  },
})
