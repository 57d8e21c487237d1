import type { Database } from '../../database/database.ts'
import type { Transaction } from '../../database/transaction.ts'
import { BusyError } from '../errors.ts'
import { isLostRace } from '../transaction.ts'
import { type FirstFaulty, firstFaulty } from './first-faulty.ts'
import type { Import } from './import.ts'
import { logStaged } from './log-staged.ts'
import { refuseInvalid } from './refuse-invalid.ts'
import { stageAll } from './stage-all.ts'
import { putInOrder } from './staged-order.ts'
import { createStaging } from './staging.ts'
import { writeAll } from './write-all.ts'
import type { Written } from './write-batch.ts'

/** What an import came to. */
export interface ImportOutcome extends Written {
  /** What was left out. */
  faulty: FirstFaulty
}

/**
 * Brings entries into the record in one transaction: new ones, and others for those on record of the same type and slug.
 * They wait in staging tables until all have come, so that memory holds only some of them at a time, and what comes can
 * refer to what comes later. Entries that say what is on record already are not written.
 *
 * @throws {InvalidImportError} where anything is wrong, unless that is to be skipped
 * @throws {BusyError} where others wrote at the same time what it was to write
 * @throws the signal's reason, where that ends it
 */
export async function importEntries(database: Database, options: Import): Promise<ImportOutcome> {
  let outcome: ImportOutcome | undefined
  const importing = async (tx: Transaction) => {
    outcome = await run(tx, options)
    if (options.isTrial) throw new TrialEnd()
  }
  try {
    await database.transaction(importing)
  } catch (error) {
    if (isLostRace(error)) throw new BusyError()
    if (!(error instanceof TrialEnd)) throw error
  }
  if (!outcome) throw new Error('An import that ends has an outcome')
  return outcome
}

/** Rolls a transaction back in which everything went well. */
class TrialEnd extends Error {
  override readonly name = 'TrialEnd'
}

async function run(tx: Transaction, options: Import): Promise<ImportOutcome> {
  const { actor, skipsInvalid, isTrial, onProgress, signal } = options
  const faulty = firstFaulty()
  await createStaging(tx)
  await stageAll(tx, { ...options, faulty })
  await putInOrder(tx)
  if (skipsInvalid) await refuseInvalid(tx, { faulty, signal })

  const written = await writeAll(tx, { faulty, skipsInvalid, onProgress, signal })
  const changed = written.created + written.updated
  if (!isTrial) await logStaged(tx, { actor, onLogged: (done) => onProgress('LOG', done, changed) })
  signal.throwIfAborted()
  return { ...written, faulty }
}
