import type { Prisma } from '../../generated/prisma/client.ts'
import { isRecord } from '../input/walk.ts'
import { CHARACTERS_AT_ONCE, ENTRIES_AT_ONCE } from './batch-size.ts'
import type { StagedEntry } from './staging.ts'

interface StagedRow extends Omit<StagedEntry, 'input'> {
  turn: number
  depth: number
  input: string
}

/** What is staged and not refused, in the order in which it can be written, so much of it at a time as memory holds. */
export async function* stagedBatches(tx: Prisma.TransactionClient): AsyncGenerator<StagedEntry[]> {
  let [turn, depth, place] = [-1, 0, 0]
  for (;;) {
    const rows = await tx.$queryRaw<StagedRow[]>`
      SELECT "place", "origin", "type", "turn", "slug", "id", "version", "depth", "input" FROM (
        SELECT *, sum("size") OVER (ORDER BY "turn", "depth", "place") - "size" AS "before_it" FROM (
          SELECT * FROM "Staged"
          WHERE ("turn", "depth", "place") > (${turn}::smallint, ${depth}::integer, ${place}::integer) AND NOT "isRefused"
          ORDER BY "turn", "depth", "place" LIMIT ${ENTRIES_AT_ONCE}
        ) next
      ) measured
      WHERE "before_it" < ${CHARACTERS_AT_ONCE}
      ORDER BY "turn", "depth", "place"`
    const last = rows.at(-1)
    if (!last) return
    ;({ turn, depth, place } = last)
    yield rows.map(entryOf)
  }
}

/** How many entries are staged and not refused. */
export async function countStaged(tx: Prisma.TransactionClient): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS "count" FROM "Staged" WHERE NOT "isRefused"`
  return row?.count ?? 0
}

/** What is staged under these IDs. */
export async function stagedEntries(
  tx: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<StagedEntry[]> {
  if (ids.length === 0) return []
  const rows = await tx.$queryRaw<StagedRow[]>`
    SELECT "place", "origin", "type", "turn", "slug", "id", "version", "depth", "input"
    FROM "Staged" WHERE "id" = ANY(${ids}::uuid[])`
  return rows.map(entryOf)
}

function entryOf({ place, origin, type, slug, id, version, input }: StagedRow): StagedEntry {
  const parsed: unknown = JSON.parse(input)
  return { place, origin, type, slug, id, version, input: isRecord(parsed) ? parsed : {} }
}
