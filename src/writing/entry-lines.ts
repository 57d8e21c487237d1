import type { Transaction } from '../database/transaction.ts'
import { entryTypeOf } from '../domain/entry-type.ts'
import type { SluggedType } from '../domain/global-id.ts'
import { Prisma } from '../generated/prisma/client.ts'

/** An entry as an interchange line: its type, its slug and what its create input would say, others by their slugs. */
export interface EntryLine {
  type: SluggedType
  slug: string
  [field: string]: unknown
}

/** The lines of entries of a type, by their IDs; one statement. */
export async function entryLines(
  tx: Transaction,
  type: SluggedType,
  ids: readonly string[],
): Promise<Map<string, EntryLine>> {
  const rows = await tx.query<{ id: string; line: EntryLine }>`
    SELECT "id", "line" FROM "EntryLine"
    WHERE "entryType" = ${entryTypeOf(type)}::"EntryType" AND "id" = ANY(${ids}::uuid[])`
  return new Map(rows.map(({ id, line }) => [id, line]))
}

/** The lines of those entries of a type that come next after a slug, in the order of their slugs, so many at most. */
export async function entryLinesAfter(
  tx: Transaction,
  type: SluggedType,
  { slug, most }: { slug: string; most: number },
): Promise<EntryLine[]> {
  const rows = await tx.query<{ line: EntryLine }>`
    SELECT entry."line"
    FROM (
      SELECT "id", "slug" FROM ${Prisma.raw(`"${type}"`)} WHERE "slug" > ${slug} ORDER BY "slug" LIMIT ${most}
    ) next, LATERAL (
      SELECT "line" FROM "EntryLine" WHERE "id" = next."id" AND "entryType" = ${entryTypeOf(type)}::"EntryType" OFFSET 0
    ) entry
    ORDER BY next."slug"`
  return rows.map(({ line }) => line)
}
