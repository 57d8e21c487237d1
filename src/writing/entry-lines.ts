import type { SluggedType } from '../domain/global-id.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { entryTypeOf } from './entry-type.ts'

/** An entry as an interchange line: its type, its slug and what its create input would say, others by their slugs. */
export interface EntryLine {
  type: SluggedType
  slug: string
  [field: string]: unknown
}

/** The lines of entries of a type, by their IDs; one statement. */
export async function entryLines(
  tx: Prisma.TransactionClient,
  type: SluggedType,
  ids: readonly string[],
): Promise<Map<string, EntryLine>> {
  const rows = await tx.$queryRaw<{ id: string; line: EntryLine }[]>`
    SELECT "id", "line" FROM "EntryLine"
    WHERE "entryType" = ${entryTypeOf(type)}::"EntryType" AND "id" = ANY(${ids}::uuid[])`
  return new Map(rows.map(({ id, line }) => [id, line]))
}
