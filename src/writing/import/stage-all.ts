import type { Transaction } from '../../database/transaction.ts'
import { ahead } from './ahead.ts'
import type { FirstFaulty } from './first-faulty.ts'
import type { Import } from './import.ts'
import { readBatches } from './read-batches.ts'
import { stageAddingLines, stageWholeLines } from './stage-lines.ts'

/** Stages all that is read. */
export async function stageAll(
  tx: Transaction,
  options: Pick<Import, 'lines' | 'isWhole' | 'onProgress' | 'signal'> & { faulty: FirstFaulty },
): Promise<void> {
  const { lines, isWhole, faulty, onProgress, signal } = options
  const stageLines = isWhole ? stageWholeLines : stageAddingLines
  let read = 0
  for await (const { entries, problems } of ahead(readBatches(lines), {
    make: async (batch) => batch,
    most: 1,
  })) {
    signal.throwIfAborted()
    faulty.add(problems.length, problems)
    const refusals = await stageLines(tx, entries)
    const refused = entries.flatMap(({ place, origin }) => {
      const found = refusals.get(place)
      return found ? [{ place, origin, problems: found }] : []
    })
    faulty.add(refused.length, refused)
    read += entries.length + problems.length
    onProgress('READ', read, null)
  }
}
