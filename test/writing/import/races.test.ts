// Others write while an import is at work, which nobody can on the embedded database. Entries are staged one at a time here.
import { describe, expect, it, vi } from 'vitest'
import type { NewEntry } from '../../../src/writing/check/draft.ts'
import { serverUrl } from '../../database/own-database.ts'
import { topic } from '../record.ts'
import { onWrittenRecord } from '../writing-record.ts'
import { importLines } from './importing.ts'

vi.mock('../../../src/writing/import/batch-size.ts', () => ({
  ENTRIES_AT_ONCE: 1,
  CHARACTERS_AT_ONCE: 4_000_000,
}))

describe.skipIf(serverUrl === undefined)('while an import is at work, on a PostgreSQL server', () => {
  const record = onWrittenRecord()

  /** Imports a line, and does something once it is staged and before it is written. */
  function importMeanwhile(line: NewEntry, act: () => Promise<unknown>) {
    const staged = Promise.withResolvers<void>()
    async function* lines() {
      yield { ...line, origin: 'line 1' }
      await staged.promise
      await act()
    }
    return importLines(record.database, [], { lines: lines(), onProgress: () => staged.resolve() })
  }

  const update = (id: string, input: object) =>
    record.writer.update({ actor: 'ann', type: 'Topic', id, version: 1, input })
  const busy = { name: 'BusyError' }

  it('somebody else changes what it is to change: it writes nothing, and theirs stays', async () => {
    await record.create(topic('ours'))
    const importing = importMeanwhile(topic('ours', { description: 'By the import.' }), () =>
      update('ours', { description: 'By Ann.' }),
    )
    await expect(importing).rejects.toMatchObject(busy)
    expect(await record.entry('Topic', 'ours')).toMatchObject({
      version: 2,
      line: { description: 'By Ann.' },
    })
  })

  it('somebody else deletes what it is to change: it writes nothing', async () => {
    await record.create(topic('gone'))
    const importing = importMeanwhile(topic('gone', { description: 'By the import.' }), () =>
      record.writer.delete({ actor: 'ann', id: 'Topic:gone', version: 1 }),
    )
    await expect(importing).rejects.toMatchObject(busy)
    expect(await record.entry('Topic', 'gone')).toBeUndefined()
  })

  it('somebody else takes a slug of its entries: it writes nothing, and finds theirs when it comes again', async () => {
    const line = topic('taken', { description: 'By the import.' })
    const importing = importMeanwhile(line, () => record.create(topic('taken', { description: 'By Ann.' })))
    await expect(importing).rejects.toMatchObject(busy)
    expect(await importLines(record.database, [line])).toMatchObject({ created: 0, updated: 1 })
  })

  it('somebody else changes what stays as it is: that is no matter', async () => {
    await record.create(topic('same'))
    const importing = importMeanwhile(topic('same', { description: 'By Ann.' }), () =>
      update('same', { description: 'By Ann.' }),
    )
    expect(await importing).toEqual({ created: 0, updated: 0, unchanged: 1, leftOut: [] })
  })
})
