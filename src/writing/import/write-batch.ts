import type { Transaction } from '../../database/transaction.ts'
import { SLUGGED_TYPES } from '../../domain/global-id.ts'
import { type CheckedEntries, pickEntries } from '../check/entries.ts'
import { BusyError } from '../errors.ts'
import { insertEntries } from '../insert-entries.ts'
import { lockOutward } from '../links.ts'
import { lockEntries } from '../lock-entry.ts'
import { differingEntries, rewriteEntries } from '../rewrite-entries.ts'
import { areStale, keepBefore } from './staged-marks.ts'

/** What became of entries, by number. */
export interface Written {
  created: number
  updated: number
  unchanged: number
}

/**
 * Writes entries that were checked: new ones, and those on record that say something else. Of those that stay as they are
 * nothing is locked or written.
 *
 * @throws {BusyError} where somebody else has changed one of them since it was staged
 */
export async function writeBatch(tx: Transaction, checked: CheckedEntries): Promise<Written> {
  const fresh = pickEntries(checked, ({ isOnRecord }) => !isOnRecord)
  if (fresh.entries.length > 0) await insertEntries(tx, fresh)
  const onRecord = pickEntries(checked, ({ isOnRecord }) => isOnRecord)
  const updated = onRecord.entries.length > 0 ? await update(tx, onRecord) : 0
  return {
    created: fresh.entries.length,
    updated,
    unchanged: onRecord.entries.length - updated,
  }
}

async function update(tx: Transaction, onRecord: CheckedEntries): Promise<number> {
  const differing = await differingEntries(tx, onRecord)
  if (differing.size === 0) return 0
  const others = pickEntries(onRecord, ({ id }) => differing.has(id))
  for (const type of SLUGGED_TYPES) {
    const ids = others.byType[type].map(({ id }) => id)
    if (ids.length === 0) continue
    // What is contested hangs on whole chains.
    await (type === 'Statement' ? lockOutward(tx, type, ids) : lockEntries(tx, type, ids))
    if (await areStale(tx, type, ids)) throw new BusyError()
  }
  const changes = await rewriteEntries(tx, others)
  await keepBefore(tx, changes)
  return changes.length
}
