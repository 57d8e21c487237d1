import type { Transaction } from '../database/transaction.ts'
import type { SluggedType } from '../domain/global-id.ts'
import { logChanges } from './change-log.ts'
import { checkEntries } from './check/entries.ts'
import { rewriteEntries } from './rewrite-entries.ts'

/** An entry on record, and the whole input that it is to become. */
export interface EntryUpdate {
  type: SluggedType
  id: string
  input: object
}

/**
 * Makes entries on record say what other inputs say, all of them or none, within the caller's transaction, who has
 * locked them. The number of SQL statements does not depend on the number of entries.
 *
 * @throws {InvalidEntriesError} with every problem of every entry, before anything is written
 */
export async function updateEntries(
  tx: Transaction,
  { actor, updates }: { actor: string; updates: readonly EntryUpdate[] },
): Promise<void> {
  const checked = await checkEntries(
    tx,
    updates.map((update) => ({ ...update, isOnRecord: true })),
  )
  await logChanges(tx, { actor, changes: await rewriteEntries(tx, checked) })
}
