import type { Database } from '../../database/database.ts'
import { SLUGGED_TYPES } from '../../domain/global-id.ts'
import { createParameters } from '../parameters.ts'
import type { Around } from './touched-by.ts'

/** The tags that changes touch besides those in the log, and the place in the log at which that is so. */
export interface Neighbourhood {
  tags: readonly string[]
  /** The place of the last set that is in the record. */
  place: number
}

export function isEmpty(around: Around): boolean {
  return Object.values(around).every(({ length }) => length === 0)
}

/**
 * What is around changes, by one statement, which sees the record at one moment. Whatever led to something when the
 * changes were made leads there still, or was itself changed since, and its own change names both.
 *
 * @param most at most so many tags
 */
export async function neighbourhoodOf(
  database: Database,
  around: Around,
  most: number,
): Promise<Neighbourhood> {
  const parameters = createParameters()
  const uuids = (ids: readonly string[]) => `unnest(${parameters.bindList(ids, 'uuid')})`
  const { references } = around
  const column = (name: 'by' | 'type' | 'slug') =>
    parameters.bindList(
      references.map((reference) => reference[name]),
      'text',
    )
  const entries = SLUGGED_TYPES.filter((type) => type !== 'Participant').map(
    (type) =>
      `SELECT reference."by", reference."type", entry."id" FROM reference JOIN "${type}" entry ON entry."slug" = reference."slug" WHERE reference."type" = '${type}'`,
  )
  const sql = `
    WITH RECURSIVE reference AS (
      SELECT * FROM unnest(${column('by')}, ${column('type')}, ${column('slug')}) AS named("by", "type", "slug")
    ), entry AS (
      ${entries.join(' UNION ALL ')}
    ), participant AS (
      SELECT DISTINCT reference."by", found."participantId" AS "id"
      FROM reference JOIN "ParticipantName" found ON found."slug" = reference."slug"
      WHERE reference."type" = 'Participant'
    ), gone AS (
      SELECT redirect."toId" AS "id" FROM "ParticipantRedirect" redirect WHERE redirect."id" IN (SELECT ${uuids(around.gone)})
    ), changed AS (
      SELECT ${uuids(around.statements)} AS "id"
    ), issue AS (
      SELECT "id" FROM entry WHERE "by" = 'Statement' AND "type" = 'Issue'
    ), peer AS (
      SELECT position."statementId" AS "id" FROM issue CROSS JOIN LATERAL (
        SELECT "statementId" FROM "Position" WHERE "issueId" = issue."id" OFFSET 0
      ) position
      UNION
      SELECT link."id" FROM changed CROSS JOIN LATERAL (
        SELECT "fromId" AS "id" FROM "StatementLink" WHERE "toId" = changed."id" AND "kind" = 'CONTRADICTS' OFFSET 0
      ) link
      UNION
      SELECT "id" FROM entry WHERE "by" = 'Statement' AND "type" = 'Statement'
      LIMIT ${most}
    ), outward("id", "isPeer") AS (
      (
        SELECT "id", FALSE FROM changed
        UNION
        SELECT "id", FALSE FROM entry WHERE "by" = 'Statement' AND "type" = 'Statement'
        UNION
        SELECT "id", TRUE FROM peer
      )
      UNION
      SELECT link."id", outward."isPeer" FROM outward CROSS JOIN LATERAL (
        SELECT "reportedInId" AS "id" FROM "Statement" WHERE "id" = outward."id" OFFSET 0
      ) link
      WHERE link."id" IS NOT NULL
    ), inward("id") AS (
      (
        SELECT ${uuids(around.moved)}
        UNION
        SELECT spoken."id" FROM ${uuids(around.unmasked)} AS speaker("id") CROSS JOIN LATERAL (
          SELECT "id" FROM "Statement" WHERE "speakerId" = speaker."id" LIMIT ${most}
        ) spoken
      )
      UNION
      SELECT report."id" FROM inward CROSS JOIN LATERAL (
        SELECT "id" FROM "Statement" WHERE "reportedInId" = inward."id" OFFSET 0
      ) report
    ), meeting AS (
      SELECT DISTINCT told."id", reached."isPeer"
      FROM (SELECT * FROM outward UNION SELECT "id", FALSE FROM inward) reached CROSS JOIN LATERAL (
        SELECT "meetingId" AS "id" FROM "Statement" WHERE "id" = reached."id"
        UNION ALL
        SELECT "meetingId" FROM "StatementAbout" WHERE "statementId" = reached."id"
        OFFSET 0
      ) told
      WHERE told."id" IS NOT NULL
      UNION
      SELECT "id", FALSE FROM entry WHERE "by" = 'Statement' AND "type" = 'Meeting'
    ), touched("tag") AS (
      SELECT "by" || '@' || "id" FROM entry
      UNION ALL
      SELECT participant."by" || '@' || name."tag" FROM participant CROSS JOIN LATERAL (
        SELECT unnest(ARRAY["id"::text, 'Participant:' || "slug"]) AS "tag"
        FROM "ParticipantName" WHERE "participantId" = participant."id" OFFSET 0
      ) name
      UNION ALL
      SELECT name."tag" FROM gone CROSS JOIN LATERAL (
        SELECT unnest(ARRAY["id"::text, 'Participant:' || "slug"]) AS "tag"
        FROM "ParticipantName" WHERE "participantId" = gone."id" OFFSET 0
      ) name
      UNION ALL
      SELECT "id"::text FROM inward
      UNION ALL
      SELECT 'contested@' || "id" FROM (SELECT "id" FROM changed UNION SELECT "id" FROM issue UNION SELECT "id" FROM peer) held
      UNION ALL
      SELECT 'contested@' || "id" FROM meeting
      UNION ALL
      SELECT 'accounts@' || "id" FROM meeting WHERE NOT "isPeer"
    )
    SELECT ARRAY(SELECT "tag" FROM touched LIMIT ${most}) AS "tags",
      (SELECT COALESCE(max("place"), 0) FROM "ChangeSet")::text AS "place"`
  const [row] = await database.query<{ tags: string[]; place: string }>(sql, parameters.values)
  return { tags: row?.tags ?? [], place: Number(row?.place ?? 0) }
}
