import { Prisma } from '../../generated/prisma/client.ts'
import { record, type Scope } from '../scope.ts'

/** Of an entry on record: that nothing is staged that it is to become. */
const staysAsItIs = Prisma.sql`NOT EXISTS (SELECT FROM "Staged" WHERE "Staged"."id" = entry."id" AND NOT "isRefused")`

/** The record as it will be when all that is staged has joined it. */
export const stagedScope: Scope = {
  areOthersJoining: true,
  names: (type) => Prisma.sql`(
    SELECT "id", "slug", "entryId" FROM ${record.names(type)} entry
    UNION ALL
    SELECT "id", "slug", "id" FROM "Staged" WHERE "type" = ${type} AND "version" IS NULL AND NOT "isRefused"
  )`,
  links: (type) => Prisma.sql`(
    SELECT "id", "slug", "outwardId" FROM "Staged" WHERE "type" = ${type} AND NOT "isRefused"
    UNION ALL
    SELECT "id", "slug", "outwardId" FROM ${record.links(type)} entry WHERE ${staysAsItIs}
  )`,
  identifiers: Prisma.sql`(
    SELECT "scheme", "value", "type", "id", FALSE AS "isOnRecord", "place"
    FROM "StagedIdentifier" JOIN "Staged" USING ("id") WHERE NOT "isRefused"
    UNION ALL
    SELECT "scheme", "value", "type", "id", "isOnRecord", "place" FROM ${record.identifiers} entry WHERE ${staysAsItIs}
  )`,
}
