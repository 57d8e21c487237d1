import { Prisma } from '../generated/prisma/client.ts'

/** The types of which an entry can lie within another. */
export type NestedType = 'Meeting' | 'Topic' | 'Statement'

/** An entry on record, and the one that it lies directly within. */
export interface Link {
  id: string
  slug: string
  outwardId: string | null
}

const columns: Readonly<Record<NestedType, Prisma.Sql>> = {
  Meeting: Prisma.raw('"parentId"'),
  Topic: Prisma.raw('"broaderId"'),
  Statement: Prisma.raw('"reportedInId"'),
}

/** Entries and all that they lie within, out to the end. */
export function linksOutward(
  tx: Prisma.TransactionClient,
  type: NestedType,
  ids: readonly string[],
): Promise<Map<string, Link>> {
  return linksOf(tx, type, Prisma.sql`outward("id") AS (${outwardSql(type, ids)}) SELECT "id" FROM outward`)
}

/** Entries and all that lies within them, in to the end. */
export function linksInward(
  tx: Prisma.TransactionClient,
  type: NestedType,
  ids: readonly string[],
): Promise<Map<string, Link>> {
  return linksOf(tx, type, Prisma.sql`inward("id") AS (${inwardSql(type, ids)}) SELECT "id" FROM inward`)
}

/**
 * Locks entries and all that they lie within: until the transaction ends nobody else adds to these chains or moves
 * them. Rows are locked in the order of their IDs; what was moved meanwhile is locked in another round.
 */
export async function lockOutward(
  tx: Prisma.TransactionClient,
  type: NestedType,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  let before = -1
  let locked = 0
  while (locked > before) {
    before = locked
    locked = await tx.$executeRaw`
      WITH RECURSIVE outward("id") AS (${outwardSql(type, ids)})
      SELECT FROM ${tableSql(type)} WHERE "id" IN (SELECT "id" FROM outward) ORDER BY "id" FOR NO KEY UPDATE`
  }
}

/**
 * The body of a recursive query `outward("id")`: entries and all that they lie within.
 *
 * OFFSET 0 keeps PostgreSQL from turning the steps outward into joins: it takes recursion to find ten times what it
 * starts from, and reads the whole table rather than look up a few rows.
 */
export function outwardSql(type: NestedType, ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT unnest(${ids}::uuid[])
    UNION
    SELECT link."outwardId"
    FROM outward, LATERAL (
      SELECT ${columns[type]} AS "outwardId" FROM ${tableSql(type)} WHERE "id" = outward."id" OFFSET 0
    ) link
    WHERE link."outwardId" IS NOT NULL`
}

/** The body of a recursive query `inward("id")`: entries and all that lies within them. */
export function inwardSql(type: NestedType, ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT unnest(${ids}::uuid[])
    UNION
    SELECT link."id"
    FROM inward, LATERAL (
      SELECT "id" FROM ${tableSql(type)} WHERE ${columns[type]} = inward."id" OFFSET 0
    ) link`
}

function tableSql(type: NestedType): Prisma.Sql {
  return Prisma.raw(`"${type}"`)
}

/** The links of the members that a recursive query gives. */
async function linksOf(
  tx: Prisma.TransactionClient,
  type: NestedType,
  members: Prisma.Sql,
): Promise<Map<string, Link>> {
  const links = await tx.$queryRaw<Link[]>`
    SELECT entry."id", entry."slug", entry.${columns[type]} AS "outwardId"
    FROM ${tableSql(type)} entry WHERE entry."id" IN (WITH RECURSIVE ${members})`
  return new Map(links.map((link) => [link.id, link]))
}
