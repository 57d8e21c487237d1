import fc from 'fast-check'
import { expect, it } from 'vitest'
import { importFiles } from '../../src/transfer/import-files.ts'
import { interchange } from '../../src/transfer/interchange.ts'
import { wholeRecords } from '../model/input-arbitraries.ts'
import { importLines } from '../writing/import/importing.ts'
import { onEmptyRecord } from '../writing/record.ts'
import { exported } from './exporting.ts'

const record = onEmptyRecord()

const empty = () =>
  record.database.query('TRUNCATE "Topic", "Participant", "Source", "Meeting", "Issue" CASCADE', [])

function importText(text: string) {
  async function* bytes() {
    yield new TextEncoder().encode(text)
  }
  return importFiles(record.database, {
    format: interchange,
    files: [{ name: 'exported.ndjson', bytes }],
    actor: 'an import',
    skipsInvalid: false,
    isTrial: false,
    onNotice: () => undefined,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  })
}

it('what is exported and imported into an empty database is exported as the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(wholeRecords, async (entries) => {
      await empty()
      await importLines(record.database, entries)
      const text = await exported(record.database)
      expect(text.split('\n')).toHaveLength(entries.length + 1)
      await empty()
      expect(await importText(text)).toMatchObject({ created: entries.length })
      expect(await exported(record.database)).toBe(text)
      expect(await importText(text)).toMatchObject({ created: 0, updated: 0, unchanged: entries.length })
    }),
    { numRuns: 5 },
  )
}, 60_000)
