import type { Database } from '../database/database.ts'
import type { SluggedType } from '../domain/global-id.ts'
import { createEntries } from './create-entries.ts'
import type { NewEntry } from './draft.ts'
import type { Known } from './known-entries.ts'

/** An entry as a write left it, or found it where it had nothing to change. */
export interface WrittenEntry extends Known {
  slug: string
}

/**
 * The one door to the record for whoever writes: each call is one transaction, all of it or nothing, with its changes
 * in the log. All calls throw InvalidEntriesError for inputs that break rules, with every problem, and ConflictError
 * for what goes against the record; those that change an entry throw EntryNotFoundError where there is none.
 */
export interface Writer {
  create(write: { actor: string; entry: NewEntry }): Promise<WrittenEntry>
  /** `input` is an update input of the contract: what it leaves out stays as it is. `id`: a global ID or a slug. */
  update(write: {
    actor: string
    type: SluggedType
    id: string
    version: number
    input: unknown
  }): Promise<WrittenEntry>
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

export function createWriter(database: Database): Writer {
  const notYet = async (): Promise<never> => {
    throw new Error('not yet')
  }
  return {
    async create({ actor, entry }) {
      const [created] = await database.prisma.$transaction((tx) =>
        createEntries(tx, { actor, entries: [entry] }),
      )
      if (!created) throw new Error('Nothing was created')
      return created
    },
    update: notYet,
    delete: notYet,
    mergeParticipants: notYet,
  }
}
