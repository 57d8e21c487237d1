import type { Database } from '../database/database.ts'
import type { Transaction } from '../database/transaction.ts'
import type { NewEntry } from './check/draft.ts'
import type { Known } from './check/known-entries.ts'
import { createEntries } from './create-entries.ts'
import { deleteEntry } from './delete-entry.ts'
import { mergeParticipants } from './merge-participants.ts'
import { inTransaction } from './transaction.ts'
import { turnsOf } from './turns.ts'
import { type EntryPatch, updateEntry } from './update-entry.ts'

/**
 * The share of the transactions that write. Writers can have to wait for one another, each with a connection: those that
 * are left are for readers.
 */
const SHARE_WRITING = 0.6

/** An entry as a write left it, or found it where it had nothing to change. */
export interface WrittenEntry extends Known {
  slug: string
}

/**
 * The one door to the record for whoever writes: each call is one transaction, all of it or nothing, with its changes
 * in the log. All calls throw InvalidEntriesError for inputs that break rules, with every problem, and ConflictError
 * for what goes against the record; those that change an entry throw EntryNotFoundError where there is none. Where others
 * have what one of them needs for too long, it throws BusyError.
 */
export interface Writer {
  create(write: { actor: string; entry: NewEntry }): Promise<WrittenEntry>
  update(write: EntryPatch): Promise<WrittenEntry>
  /** `id`: a global ID or `Type:slug`. */
  delete(write: { actor: string; id: string; version: number }): Promise<WrittenEntry>
  /** `keep` and `duplicate`: global IDs or slugs; `version` is that of the one that is kept. */
  mergeParticipants(write: {
    actor: string
    keep: string
    duplicate: string
    version: number
  }): Promise<WrittenEntry>
}

/** @param options.patience how long a write waits for others that have what it needs, in milliseconds */
export function createWriter(database: Database, { patience = 20_000 } = {}): Writer {
  const turns = turnsOf(Math.max(1, Math.floor(database.mostTransactions * SHARE_WRITING)))
  const writing = async (write: (tx: Transaction) => Promise<WrittenEntry>) => {
    const { type, id, slug } = await inTransaction(database, { write, turns, patience })
    return { type, id, slug }
  }
  return {
    create: ({ actor, entry }) =>
      writing(async (tx) => {
        const [created] = await createEntries(tx, { actor, entries: [entry] })
        if (!created) throw new Error('One entry makes one entry')
        return created
      }),
    update: (patch) => writing((tx) => updateEntry(tx, patch)),
    delete: (deletion) => writing((tx) => deleteEntry(tx, deletion)),
    mergeParticipants: (merge) => writing((tx) => mergeParticipants(tx, merge)),
  }
}
