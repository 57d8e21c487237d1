import type { Transaction } from '../../src/database/transaction.ts'
import type { NewEntry } from '../../src/writing/check/draft.ts'
import { type CreatedEntry, createEntries as createEntriesAs } from '../../src/writing/create-entries.ts'

/** Writes new entries as nobody in particular. */
export function createEntries(tx: Transaction, entries: readonly NewEntry[]): Promise<CreatedEntry[]> {
  return createEntriesAs(tx, { actor: 'a test', entries })
}
