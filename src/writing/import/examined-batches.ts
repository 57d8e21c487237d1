import type { Transaction } from '../../database/transaction.ts'
import type { Draft } from '../check/draft.ts'
import { type CheckedEntries, examineEntries } from '../check/entries.ts'
import { ahead } from './ahead.ts'
import type { FaultyEntry } from './first-faulty.ts'
import { stagedBatches } from './staged-batches.ts'
import { stagedScope } from './staged-scope.ts'
import type { StagedEntry } from './staging.ts'

/** Entries that are staged, what is wrong with some of them, and the others. */
export interface ExaminedBatch {
  batch: readonly StagedEntry[]
  found: FaultyEntry[]
  checked: CheckedEntries
}

/** How many batches are examined at once: all that can be while one is written. */
const AT_ONCE = 3

/** What is staged, held against the rules. What is written meanwhile changes nothing of what they say. */
export function examinedBatches(tx: Transaction): AsyncGenerator<ExaminedBatch> {
  return ahead(stagedBatches(tx), { make: (batch) => examine(tx, batch), most: AT_ONCE })
}

async function examine(tx: Transaction, batch: readonly StagedEntry[]): Promise<ExaminedBatch> {
  const entries = batch.map(({ type, id, version, input }) => ({
    type,
    id,
    isOnRecord: version !== null,
    input,
  }))
  const { drafts, checked } = await examineEntries(tx, entries, stagedScope)
  return { batch, found: faultyAmong(batch, drafts), checked }
}

function faultyAmong(batch: readonly StagedEntry[], drafts: readonly Draft[]): FaultyEntry[] {
  return drafts.flatMap(({ problems }, index) => {
    const entry = batch[index]
    return entry && problems.length > 0 ? [{ place: entry.place, origin: entry.origin, problems }] : []
  })
}
