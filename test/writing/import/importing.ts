import type { Database } from '../../../src/database/database.ts'
import type { NewEntry } from '../../../src/writing/check/draft.ts'
import type { FirstFaulty } from '../../../src/writing/import/first-faulty.ts'
import type { Import } from '../../../src/writing/import/import.ts'
import { importEntries } from '../../../src/writing/import/import-entries.ts'
import { InvalidImportError } from '../../../src/writing/import/invalid-import-error.ts'
import type { ReadProblem } from '../../../src/writing/import/read-batches.ts'

/** What is read from somewhere: the lines of an import, which are called `line 1`, `line 2` … */
export type Read = readonly (NewEntry | Pick<ReadProblem, 'problem'>)[]

/** What an import came to: how many entries it wrote, and what is wrong with the others. */
export interface Came {
  created: number
  updated: number
  unchanged: number
  leftOut: string[]
}

/** Imports lines, each of which is a whole entry unless `options` say otherwise. */
export async function importLines(
  database: Database,
  read: Read,
  options: Partial<Import> = {},
): Promise<Came> {
  async function* lines() {
    for (const [index, one] of read.entries()) yield { ...one, origin: `line ${index + 1}` }
  }
  const { faulty, ...written } = await importEntries(database, {
    actor: 'an import',
    lines: lines(),
    isWhole: true,
    skipsInvalid: false,
    isTrial: false,
    onProgress: () => undefined,
    signal: new AbortController().signal,
    ...options,
  })
  return { ...written, leftOut: told(faulty) }
}

/** What is wrong with lines, of which something has to be. */
export async function faultsOf(
  database: Database,
  read: Read,
  options: Partial<Import> = {},
): Promise<string[]> {
  try {
    await importLines(database, read, options)
  } catch (error) {
    if (error instanceof InvalidImportError) return told(error.faulty)
    throw error
  }
  throw new Error('nothing is wrong with these lines')
}

function told({ first }: FirstFaulty): string[] {
  return first.flatMap(({ origin, problems }) => problems.map(({ message }) => `${origin}: ${message}`))
}
