import type { Transaction } from '../../database/transaction.ts'
import type { SluggedType } from '../../domain/global-id.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { EntryChange } from '../change-log.ts'
import { jsonBatches } from '../json-batches.ts'
import { ENTRIES_AT_ONCE } from './batch-size.ts'

/** Notes that something is wrong with entries, which are refused once all have been looked at. */
export async function noteFaulty(tx: Transaction, places: readonly number[]): Promise<void> {
  await tx.execute`UPDATE "Staged" SET "isFaulty" = TRUE WHERE "place" = ANY(${places}::integer[])`
}

/** Refuses the entries that were noted: they are as if they had not come. */
export async function refuseFaulty(tx: Transaction): Promise<void> {
  await tx.execute`UPDATE "Staged" SET "isRefused" = TRUE WHERE "isFaulty" AND NOT "isRefused"`
}

/** Whether somebody else has changed or deleted one of these entries on record since it was staged. */
export async function areStale(tx: Transaction, type: SluggedType, ids: readonly string[]): Promise<boolean> {
  const [stale] = await tx.query<{ id: string }>`
    SELECT "Staged"."id" FROM "Staged" LEFT JOIN ${Prisma.raw(`"${type}"`)} entry ON entry."id" = "Staged"."id"
    WHERE "Staged"."id" = ANY(${ids}::uuid[]) AND entry."version" IS DISTINCT FROM "Staged"."version"
    LIMIT 1`
  return stale !== undefined
}

/** Keeps, for the log, what entries were before they changed. */
export async function keepBefore(tx: Transaction, changes: readonly EntryChange[]): Promise<void> {
  const lines = changes.map(({ id, before }) => ({ id, before }))
  for (const batch of jsonBatches(lines, ENTRIES_AT_ONCE)) {
    await tx.execute`
      UPDATE "Staged" SET "before" = changed."before"
      FROM json_to_recordset(${batch}::json) AS changed("id" uuid, "before" json)
      WHERE "Staged"."id" = changed."id"`
  }
}
