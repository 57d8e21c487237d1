import type { Transaction } from '../database/transaction.ts'
import { readReference, type SluggedType } from '../domain/global-id.ts'
import { entryLines } from './entry-lines.ts'
import { isRecord } from './input/walk.ts'
import { checkVersion, type LockedEntry, lockEntry } from './lock-entry.ts'
import { updateEntries } from './update-entries.ts'

/** A change of one entry. */
export interface EntryPatch {
  actor: string
  type: SluggedType
  /** A global ID or a slug. */
  id: string
  /** The version that it changes. */
  version: number
  /** An update input of the contract: what it leaves out stays as it is, null clears it, a list replaces the list. */
  input: unknown
}

/**
 * Changes an entry, within the caller's transaction.
 *
 * @throws {EntryNotFoundError} where there is none
 * @throws {ConflictError} where it is no longer at that version, or another entry has its identifiers
 * @throws {InvalidEntriesError} with every problem of the input
 */
export async function updateEntry(
  tx: Transaction,
  { actor, type, id, version, input }: EntryPatch,
): Promise<LockedEntry> {
  const name = readReference(id, type)
  const entry = await lockEntry(tx, { type, name, requestedId: id, purpose: 'UPDATE' })
  checkVersion(entry, version)
  const { type: _, ...before } = (await entryLines(tx, type, [entry.id])).get(entry.id) ?? {}
  const whole = { ...before, ...(isRecord(input) ? input : {}), slug: entry.slug }
  await updateEntries(tx, { actor, updates: [{ type, id: entry.id, input: whole }] })
  return entry
}
