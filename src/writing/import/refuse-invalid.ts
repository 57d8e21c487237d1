import type { Transaction } from '../../database/transaction.ts'
import { examinedBatches } from './examined-batches.ts'
import type { FirstFaulty } from './first-faulty.ts'
import { keepReferences, refuseDependents } from './refuse-dependents.ts'
import { noteFaulty, refuseFaulty } from './staged-marks.ts'
import { giveTurns } from './staged-order.ts'

interface Refusing {
  faulty: FirstFaulty
  signal: AbortSignal
}

/**
 * Refuses what breaks rules, and what then refers to nothing; and, since what is refused leaves the record as it is, what
 * breaks rules together with that.
 */
export async function refuseInvalid(tx: Transaction, options: Refusing): Promise<void> {
  if (!(await refuseBreaking(tx, options))) return
  await keepReferences(tx)
  do {
    const dependents = await refuseDependents(tx)
    options.faulty.add(dependents.count, dependents.first)
  } while (await refuseBreaking(tx, options))
  await giveTurns(tx)
}

/** @returns whether anything breaks rules */
async function refuseBreaking(tx: Transaction, { faulty, signal }: Refusing): Promise<boolean> {
  const before = faulty.count
  for await (const { found } of examinedBatches(tx)) {
    signal.throwIfAborted()
    faulty.add(found.length, found)
    await noteFaulty(
      tx,
      found.map(({ place }) => place),
    )
  }
  if (faulty.count === before) return false
  await refuseFaulty(tx)
  return true
}
