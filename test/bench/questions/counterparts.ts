import { GATHERINGS, ROLES_BESIDE } from '../../../src/domain/encounter.ts'
import { defineQuestion } from './question.ts'

/** The participants who are at the most meetings. */
const INPUTS = `
  SELECT "slug" FROM "Attendance" JOIN "Participant" ON "id" = "participantId"
  GROUP BY "id" ORDER BY count(*) DESC, "slug" LIMIT 20`

const textList = (values: readonly string[]) => `{${values.join(',')}}`

export const counterparts = defineQuestion<string>({
  name: 'Q5',
  description: 'the counterparts of a busy participant',
  async inputs({ client }) {
    const { rows } = await client.query<{ slug: string }>(INPUTS)
    return rows.map(({ slug }) => slug)
  },
  summitry: {
    variables: (id) => ({ id }),
    query: /* GraphQL */ `
      query Counterparts($id: ID!) {
        participant(id: $id) {
          counterparts(first: 20) { edges { meetingCount firstMet { edtf } lastMet { edtf } node { slug name } } }
        }
      }
    `,
  },
  limit: {
    parameters: (slug) => [slug, textList(GATHERINGS), textList(ROLES_BESIDE)],
    sql: `
      WITH met AS (
        SELECT other."participantId" AS "id", count(*) AS "meetingCount",
          min("inTime") AS "first", max("inTime") AS "last"
        FROM "Participant" participant
        JOIN "Attendance" own ON own."participantId" = participant."id"
        JOIN "Meeting" meeting ON meeting."id" = own."meetingId"
        JOIN "Attendance" other ON other."meetingId" = own."meetingId" AND other."participantId" <> own."participantId"
        CROSS JOIN LATERAL (
          SELECT (meeting."dateEarliest"::text || meeting."dateLatest"::text || meeting."slug" || ' ' || meeting."date")
            COLLATE "C" AS "inTime"
        ) at
        WHERE participant."slug" = $1 AND meeting."status" = 'HELD' AND meeting."kind" <> ALL ($2::"MeetingKind"[])
          AND (cardinality(own."roles") = 0 OR NOT own."roles" <@ $3::"AttendanceRole"[])
          AND (cardinality(other."roles") = 0 OR NOT other."roles" <@ $3::"AttendanceRole"[])
        GROUP BY other."participantId"
      ), page AS (
        SELECT * FROM met JOIN "Participant" USING ("id") ORDER BY "meetingCount" DESC, "nameKey", "slug" LIMIT 20
      )
      SELECT COALESCE(json_agg(json_build_object(
        'meetingCount', "meetingCount", 'firstMet', split_part("first", ' ', 2), 'lastMet', split_part("last", ' ', 2),
        'node', json_build_object('slug', "slug", 'name', "name")
      ) ORDER BY "meetingCount" DESC, "nameKey", "slug"), '[]')::text AS "answer" FROM page`,
  },
})
