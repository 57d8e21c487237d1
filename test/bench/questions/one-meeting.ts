import { defineQuestion } from './question.ts'

/** Meetings with about as many statements as most have that have any: as many at either size of the data. */
const INPUTS = `
  SELECT "slug" FROM "Meeting" meeting
  WHERE (SELECT count(*) FROM "Statement" WHERE "meetingId" = meeting."id") BETWEEN 8 AND 12
  ORDER BY md5("slug") LIMIT 500`

export const oneMeeting = defineQuestion<string>({
  name: 'Q1',
  description: 'one meeting, its participants, statements with speakers, agreements with parties',
  async inputs({ client }) {
    const { rows } = await client.query<{ slug: string }>(INPUTS)
    return rows.map(({ slug }) => slug)
  },
  unordered: ['participants', 'agreements', 'parties'],
  summitry: {
    variables: (id) => ({ id }),
    query: /* GraphQL */ `
      query OneMeeting($id: ID!) {
        meeting(id: $id) {
          slug title kind date { edtf } place { name }
          participants { edges { roles capacity node { slug name } } }
          statements(first: 20) { nodes { slug text act wording date { edtf } speaker { slug name } } }
          agreements { nodes { slug title kind parties { edges { role node { slug name } } } } }
        }
      }
    `,
  },
  postgraphile: {
    variables: (slug) => ({ slug }),
    query: /* GraphQL */ `
      query OneMeeting($slug: String!) {
        allMeetings(first: 1, condition: { slug: $slug }) {
          nodes {
            slug title kind date place: placeName
            participants: attendancesByMeetingId(first: 20) {
              nodes { roles capacity node: participantByParticipantId { slug name } }
            }
            statements: statementsByMeetingId(
              first: 20
              orderBy: [ORDINAL_ASC, DATE_EARLIEST_ASC, DATE_LATEST_ASC, SLUG_ASC]
            ) {
              nodes { slug text act wording date speaker: participantBySpeakerId { slug name } }
            }
            agreements: agreementsByMeetingId(first: 20) {
              nodes {
                slug title kind
                parties: agreementPartiesByAgreementId(first: 20) {
                  nodes { role node: participantByParticipantId { slug name } }
                }
              }
            }
          }
        }
      }
    `,
  },
  limit: {
    parameters: (slug) => [slug],
    sql: `
      SELECT json_build_object(
        'slug', meeting."slug", 'title', meeting."title", 'kind', meeting."kind", 'date', meeting."date",
        'place', meeting."placeName",
        'participants', (
          SELECT COALESCE(json_agg(json_build_object(
            'roles', attendance."roles", 'capacity', attendance."capacity",
            'node', json_build_object('slug', participant."slug", 'name', participant."name")
          ) ORDER BY participant."nameKey", participant."slug"), '[]')
          FROM "Attendance" attendance JOIN "Participant" participant ON participant."id" = attendance."participantId"
          WHERE attendance."meetingId" = meeting."id"
        ),
        'statements', (
          SELECT COALESCE(json_agg(json_build_object(
            'slug', statement."slug", 'text', statement."text", 'act', statement."act",
            'wording', statement."wording", 'date', statement."date",
            'speaker', json_build_object('slug', speaker."slug", 'name', speaker."name")
          ) ORDER BY statement."ordinal", statement."dateEarliest", statement."dateLatest", statement."slug"), '[]')
          FROM (
            SELECT * FROM "Statement" WHERE "meetingId" = meeting."id"
            ORDER BY "ordinal", "dateEarliest", "dateLatest", "slug" LIMIT 20
          ) statement JOIN "Participant" speaker ON speaker."id" = statement."speakerId"
        ),
        'agreements', (
          SELECT COALESCE(json_agg(json_build_object(
            'slug', agreement."slug", 'title', agreement."title", 'kind', agreement."kind",
            'parties', (
              SELECT COALESCE(json_agg(json_build_object(
                'role', party."role",
                'node', json_build_object('slug', participant."slug", 'name', participant."name")
              ) ORDER BY participant."nameKey", participant."slug"), '[]')
              FROM "AgreementParty" party JOIN "Participant" participant ON participant."id" = party."participantId"
              WHERE party."agreementId" = agreement."id"
            )
          ) ORDER BY agreement."effectiveEarliest" DESC, agreement."effectiveLatest" DESC, agreement."slug" DESC), '[]')
          FROM "Agreement" agreement WHERE agreement."meetingId" = meeting."id"
        )
      )::text AS "answer"
      FROM "Meeting" meeting WHERE meeting."slug" = $1`,
  },
})
