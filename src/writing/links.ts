import type { Transaction } from '../database/transaction.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { type NestedType, record, type Scope } from './scope.ts'

/** An entry on record, and the one that it lies directly within. */
export interface Link {
  id: string
  slug: string
  outwardId: string | null
}

/** Entries and all that they lie within, out to the end. */
export function linksOutward(
  tx: Transaction,
  type: NestedType,
  ids: readonly string[],
  scope: Scope = record,
): Promise<Map<string, Link>> {
  const members = Prisma.sql`outward("id") AS (${outwardSql(type, ids, scope)}) SELECT "id" FROM outward`
  return linksOf(tx, members, scope.links(type))
}

/** Entries and all that lies within them, in to the end. */
export function linksInward(
  tx: Transaction,
  type: NestedType,
  ids: readonly string[],
  scope: Scope = record,
): Promise<Map<string, Link>> {
  const members = Prisma.sql`inward("id") AS (${inwardSql(type, ids, scope)}) SELECT "id" FROM inward`
  return linksOf(tx, members, scope.links(type))
}

/**
 * Locks entries and all that they lie within: until the transaction ends nobody else adds to these chains or moves
 * them. Rows are locked in the order of their IDs; what was moved meanwhile is locked in another round.
 */
export async function lockOutward(tx: Transaction, type: NestedType, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  let before = -1
  let locked = 0
  while (locked > before) {
    before = locked
    const rows = await tx.query`
      WITH RECURSIVE outward("id") AS (${outwardSql(type, ids)})
      SELECT FROM ${Prisma.raw(`"${type}"`)} WHERE "id" IN (SELECT "id" FROM outward) ORDER BY "id" FOR NO KEY UPDATE`
    locked = rows.length
  }
}

/**
 * The body of a recursive query `outward("id")`: entries and all that they lie within.
 *
 * OFFSET 0 keeps PostgreSQL from turning the steps outward into joins: it takes recursion to find ten times what it
 * starts from, and reads the whole table rather than look up a few rows.
 */
export function outwardSql(type: NestedType, ids: readonly string[], scope: Scope = record): Prisma.Sql {
  return Prisma.sql`
    SELECT unnest(${ids}::uuid[])
    UNION
    SELECT link."outwardId"
    FROM outward, LATERAL (
      SELECT "outwardId" FROM ${scope.links(type)} entry WHERE "id" = outward."id" OFFSET 0
    ) link
    WHERE link."outwardId" IS NOT NULL`
}

/** The body of a recursive query `inward("id")`: entries and all that lies within them. */
export function inwardSql(type: NestedType, ids: readonly string[], scope: Scope = record): Prisma.Sql {
  return Prisma.sql`
    SELECT unnest(${ids}::uuid[])
    UNION
    SELECT link."id"
    FROM inward, LATERAL (
      SELECT "id" FROM ${scope.links(type)} entry WHERE "outwardId" = inward."id" OFFSET 0
    ) link`
}

/** The links of the members that a recursive query gives. */
async function linksOf(tx: Transaction, members: Prisma.Sql, links: Prisma.Sql): Promise<Map<string, Link>> {
  const found = await tx.query<Link>`
    SELECT link."id", link."slug", link."outwardId"
    FROM (WITH RECURSIVE ${members}) member,
      LATERAL (SELECT "id", "slug", "outwardId" FROM ${links} entry WHERE "id" = member."id" OFFSET 0) link`
  return new Map(found.map((link) => [link.id, link]))
}
