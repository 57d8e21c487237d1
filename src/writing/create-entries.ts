import { v7 } from 'uuid'
import type { Transaction } from '../database/transaction.ts'
import type { SluggedType } from '../domain/global-id.ts'
import { logChanges } from './change-log.ts'
import type { NewEntry } from './check/draft.ts'
import { checkEntries } from './check/entries.ts'
import { deriveContested } from './derive/contested.ts'
import { insertEntries } from './insert-entries.ts'

/** An entry that is on record now. */
export interface CreatedEntry {
  type: SluggedType
  /** The UUID. */
  id: string
  slug: string
}

/** Entries that somebody wants to write, and who that is: the name of an API key, or of an import. */
export interface NewEntries {
  actor: string
  entries: readonly NewEntry[]
}

/**
 * Writes new entries, all of them or none, within the caller's transaction. They may refer to what is on record and
 * to one another, in any order. The number of SQL statements does not depend on the number of entries, but that
 * 10,000 rows are written at a time.
 *
 * Of writers that take the same slug or identifier at once, the later fails with PostgreSQL's unique violation
 * (23505), and of those that wait for each other one with a deadlock (40P01): trying again tells what is wrong.
 *
 * @returns the entries in the order in which they came
 * @throws {InvalidEntriesError} with every problem of every entry, before anything is written
 */
export async function createEntries(
  tx: Transaction,
  { actor, entries }: NewEntries,
): Promise<CreatedEntry[]> {
  const checked = await checkEntries(
    tx,
    entries.map((entry) => ({ ...entry, id: v7(), isOnRecord: false })),
  )
  await insertEntries(tx, checked)
  const statements = checked.byType.Statement.map(({ id }) => id)
  await deriveContested(tx, { statements, linked: [], issues: [], meetings: [] })
  const created = checked.entries.map(({ type, id, slug }) => ({ type, id, slug }))
  const changes = created.map((entry) => ({ ...entry, action: 'CREATE' as const, before: null }))
  await logChanges(tx, { actor, changes })
  return created
}
