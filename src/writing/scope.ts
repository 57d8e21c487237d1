import type { SluggedType } from '../domain/global-id.ts'
import { Prisma } from '../generated/prisma/client.ts'

/** The types of which an entry can lie within another. */
export type NestedType = 'Meeting' | 'Topic' | 'Statement'

/** Where the rules look for entries: in the record, or also among others that are about to join it. */
export interface Scope {
  /** Whether others are about to join the record than those at hand. */
  areOthersJoining: boolean
  /** By which IDs and slugs the entries of a type are known: a relation of `id`, `slug` and `entryId`. */
  names(type: SluggedType): Prisma.Sql
  /** Which entry each lies directly within: a relation of `id`, `slug` and `outwardId`. */
  links(type: NestedType): Prisma.Sql
  /**
   * Whose the identifiers of other systems are: a relation of `scheme`, `value`, `type`, `id`, `isOnRecord` and `place`,
   * the lowest of which has it among those that are about to join.
   */
  identifiers: Prisma.Sql
}

/** The columns by which entries lie within others. */
const outwardColumns: Readonly<Record<NestedType, string>> = {
  Meeting: 'parentId',
  Topic: 'broaderId',
  Statement: 'reportedInId',
}

/** The record. Participants are known by the names of those who were merged into them too. */
export const record: Scope = {
  areOthersJoining: false,
  names: (type) =>
    type === 'Participant'
      ? Prisma.sql`(SELECT "id", "slug", "participantId" AS "entryId" FROM "ParticipantName")`
      : Prisma.sql`(SELECT "id", "slug", "id" AS "entryId" FROM ${Prisma.raw(`"${type}"`)})`,
  links: (type) =>
    Prisma.raw(`(SELECT "id", "slug", "${outwardColumns[type]}" AS "outwardId" FROM "${type}")`),
  identifiers: Prisma.sql`(
    SELECT "scheme", "value",
      COALESCE("meetingId", "participantId", "statementId", "agreementId", "sourceId") AS "id",
      CASE
        WHEN "meetingId" IS NOT NULL THEN 'Meeting'
        WHEN "participantId" IS NOT NULL THEN 'Participant'
        WHEN "statementId" IS NOT NULL THEN 'Statement'
        WHEN "agreementId" IS NOT NULL THEN 'Agreement'
        ELSE 'Source'
      END AS "type",
      TRUE AS "isOnRecord", 0 AS "place"
    FROM "ExternalId"
  )`,
}
