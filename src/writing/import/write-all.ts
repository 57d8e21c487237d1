import type { Transaction } from '../../database/transaction.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { BusyError } from '../errors.ts'
import { deriveContestedStaged } from './contested.ts'
import { examinedBatches } from './examined-batches.ts'
import type { FirstFaulty } from './first-faulty.ts'
import type { Import } from './import.ts'
import { InvalidImportError } from './invalid-import-error.ts'
import { countStaged } from './staged-batches.ts'
import { keepStatistics } from './statistics.ts'
import { type Written, writeBatch } from './write-batch.ts'

/** What is looked at when all is written. */
const LATER_CONSTRAINTS = Prisma.raw(
  '"Office_ofId_fkey", "Citation_sourceId_fkey", "StatementLink_toId_fkey", "ExternalId_scheme_value_key"',
)

/**
 * Writes what is staged, as long as nothing is wrong with anything; then only looks for what else is wrong.
 *
 * @throws {InvalidImportError} where anything is wrong, unless that was skipped
 * @throws {BusyError} where others wrote at the same time what is against it
 */
export async function writeAll(
  tx: Transaction,
  options: Pick<Import, 'skipsInvalid' | 'onProgress' | 'signal'> & { faulty: FirstFaulty },
): Promise<Written> {
  const { faulty, skipsInvalid, onProgress, signal } = options
  const total = await countStaged(tx)
  const written: Written = { created: 0, updated: 0, unchanged: 0 }
  const afterGrowth = keepStatistics(tx)
  let done = 0
  // What is referred to may come later, and an identifier may go from one entry to another.
  await tx.execute`SET CONSTRAINTS ${LATER_CONSTRAINTS} DEFERRED`
  for await (const { batch, found, checked } of examinedBatches(tx)) {
    signal.throwIfAborted()
    // It was refused, unless others have written since what it goes against.
    if (skipsInvalid && found.length > 0) throw new BusyError()
    faulty.add(found.length, found)
    if (skipsInvalid || faulty.count === 0) add(written, await writeBatch(tx, checked))
    await afterGrowth(written.created)
    done += batch.length
    onProgress('WRITE', done, total)
  }
  if (faulty.count > 0 && !skipsInvalid) throw new InvalidImportError(faulty)
  await deriveContestedStaged(tx)
  await tx.execute`SET CONSTRAINTS ${LATER_CONSTRAINTS} IMMEDIATE`
  return written
}

function add(sum: Written, more: Written) {
  sum.created += more.created
  sum.updated += more.updated
  sum.unchanged += more.unchanged
}
