import { afterAll, beforeAll, inject } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import type { Transaction } from '../../src/database/transaction.ts'
import type { Prisma } from '../../src/generated/prisma/client.ts'
import type { NewEntry } from '../../src/writing/check/draft.ts'
import { type EntryProblem, InvalidEntriesError } from '../../src/writing/invalid-entries-error.ts'
import { createEntries } from '../harness/create-entries.ts'
import { openCopy } from '../harness/templates.ts'
import { actInTest, type TestTransaction } from '../harness/test-transaction.ts'

/** A record of this file's own, empty at first. */
export interface TestRecord {
  readonly database: Database
  /** Runs something in a transaction that is taken back, so that every test finds the record empty. */
  try<Result>(act: (tx: TestTransaction) => Promise<Result>): Promise<Result>
  /** How many SQL statements something sends. */
  statementsOf(act: () => Promise<unknown>): Promise<number>
}

export function onEmptyRecord(): TestRecord {
  let open: Database | undefined
  let statements = 0
  beforeAll(async () => {
    open = await openCopy(inject('templates').empty, () => {
      statements += 1
    })
  })
  afterAll(() => open?.close())
  const database = () => {
    if (!open) throw new Error('The record is there from the first test of the file on')
    return open
  }
  return {
    get database() {
      return database()
    },
    async try<Result>(act: (tx: TestTransaction) => Promise<Result>) {
      const came: { back?: () => Result } = {}
      const takenBack = new Error('taken back')
      const attempt = async (client: Prisma.TransactionClient) => {
        const result = await actInTest(client, act)
        came.back = () => result
        throw takenBack
      }
      await database()
        .prisma.$transaction(attempt, { timeout: 60_000 })
        .catch((error: unknown) => {
          if (error !== takenBack) throw error
        })
      if (!came.back) throw new Error('nothing came back')
      return came.back()
    },
    async statementsOf(act) {
      statements = 0
      await act()
      return statements
    },
  }
}

/** What is wrong with entries, of which something has to be. */
export async function problemsOf(
  tx: Transaction,
  entries: readonly NewEntry[],
): Promise<readonly EntryProblem[]> {
  try {
    await createEntries(tx, entries)
  } catch (error) {
    if (error instanceof InvalidEntriesError) return error.problems
    throw error
  }
  throw new Error('nothing is wrong with these entries')
}

/** Entries that are right as they stand, to say more in. */
export function topic(slug: string, more: object = {}): NewEntry {
  return { type: 'Topic', input: { slug, name: slug, ...more } }
}

export function participant(slug: string, more: object = {}): NewEntry {
  return { type: 'Participant', input: { slug, name: slug, kind: 'PERSON', ...more } }
}

export function meeting(slug: string, more: object = {}): NewEntry {
  return { type: 'Meeting', input: { slug, title: slug, kind: 'SUMMIT', ...more } }
}

export function issue(slug: string, more: object = {}): NewEntry {
  return { type: 'Issue', input: { slug, question: `${slug}?`, ...more } }
}

export function agreement(slug: string, more: object = {}): NewEntry {
  return { type: 'Agreement', input: { slug, title: slug, kind: 'TREATY', ...more } }
}

export function source(slug: string, more: object = {}): NewEntry {
  return { type: 'Source', input: { slug, title: slug, kind: 'NEWS_REPORT', ...more } }
}

/** Made by `speaker` and proved by the source `report`, unless `more` says otherwise. */
export function statement(slug: string, more: object = {}): NewEntry {
  const input = { slug, text: slug, wording: 'DIRECT', act: 'ASSERT', speaker: 'speaker' }
  return { type: 'Statement', input: { ...input, citations: [{ source: 'report' }], ...more } }
}
