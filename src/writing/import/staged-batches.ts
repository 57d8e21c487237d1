import type { Transaction } from '../../database/transaction.ts'
import { isRecord } from '../input/walk.ts'
import type { StagedEntry } from './staging.ts'

interface StagedRow extends Omit<StagedEntry, 'input'> {
  input: string
}

/**
 * What is staged and not refused, in the order in which it can be written, so much of it at a time as memory holds.
 * OFFSET 0 has PostgreSQL look up the few of a batch: it would rather read all that is staged.
 */
export async function* stagedBatches(tx: Transaction): AsyncGenerator<StagedEntry[]> {
  const batches = await tx.query<{ batch: number }>`
    SELECT DISTINCT "batch" FROM "StagedTurn" ORDER BY "batch"`
  for (const { batch } of batches) {
    const rows = await tx.query<StagedRow>`
      SELECT entry.* FROM "StagedTurn" turn, LATERAL (
        SELECT "place", "origin", "type", "slug", "id", "version", "input" FROM "Staged"
        WHERE "place" = turn."place" AND NOT "isRefused" OFFSET 0
      ) entry
      WHERE turn."batch" = ${batch} ORDER BY turn."number"`
    if (rows.length > 0) yield rows.map(entryOf)
  }
}

/** How many entries are staged and not refused. */
export async function countStaged(tx: Transaction): Promise<number> {
  const [row] = await tx.query<{ count: number }>`
    SELECT count(*)::integer AS "count" FROM "Staged" WHERE NOT "isRefused"`
  return row?.count ?? 0
}

/** What is staged under these IDs. */
export async function stagedEntries(tx: Transaction, ids: readonly string[]): Promise<StagedEntry[]> {
  if (ids.length === 0) return []
  const rows = await tx.query<StagedRow>`
    SELECT "place", "origin", "type", "slug", "id", "version", "input" FROM "Staged" WHERE "id" = ANY(${ids}::uuid[])`
  return rows.map(entryOf)
}

function entryOf({ place, origin, type, slug, id, version, input }: StagedRow): StagedEntry {
  const parsed: unknown = JSON.parse(input)
  return { place, origin, type, slug, id, version, input: isRecord(parsed) ? parsed : {} }
}
