import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { FoundingRecordError, loadFoundingRecord } from '../../src/transfer/founding-record.ts'
import { openCopy } from '../harness/templates.ts'

let database: Database
beforeAll(async () => {
  database = await openCopy(inject('templates').empty)
})
afterAll(() => database.close())

/** A directory with these files. */
async function directoryOf(files: Record<string, string>): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'summitry-seed-'))
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(directory, name), text)
  return directory
}

describe('the founding record', () => {
  it('is refused whole, with the place of every line that is not an entry', async () => {
    const directory = await directoryOf({
      'a.ndjson': '{"type":"Topic","slug":"war","name":"War"}\nno\n',
      'b.ndjson': '{"type":"Topik","slug":"war"}\n',
      'notes.txt': 'no',
    })
    const attempt = loadFoundingRecord(database, directory)
    await expect(attempt).rejects.toThrow(
      new FoundingRecordError([
        {
          file: 'a.ndjson',
          line: 2,
          path: [],
          code: 'INVALID',
          message: 'no is not an entry: write one JSON object a line',
        },
        {
          file: 'b.ndjson',
          line: 1,
          path: ['type'],
          code: 'INVALID',
          message: 'type: Topik is not a type of entry: is it Topic?',
        },
      ]),
    )
  })

  it('is refused whole, with the place of everything that breaks a rule', async () => {
    const directory = await directoryOf({
      'a.ndjson': '\n{"type":"Topic","slug":"war","name":"War","broader":"conflict"}\n',
      'b.ndjson': '{"type":"Meeting","slug":"summit","title":"Summit","kind":"SUMMIT","date":"2017-02-30"}\n',
    })
    const attempt = loadFoundingRecord(database, directory)
    await expect(attempt).rejects.toThrow(
      'The founding record cannot be written:\n' +
        'a.ndjson:2: broader: there is no topic called conflict; ' +
        'give the slug or the ID of one that is on record or comes along\n' +
        'b.ndjson:1: date: 2017-02-30 is not a date: February 2017 has 28 days',
    )
    expect(await database.prisma.topic.count()).toBe(0)
  })

  it('is written once, by whichever of several instances comes first', async () => {
    const directory = await directoryOf({
      'a.ndjson': '{"type":"Topic","slug":"war","name":"War","broader":"conflict"}\n',
      'b.ndjson': '{"type":"Topic","slug":"conflict","name":"Conflict"}\n',
    })
    const written = await Promise.all([1, 2, 3].map(() => loadFoundingRecord(database, directory)))
    expect(written.toSorted()).toEqual([0, 0, 2])
    expect(await database.prisma.topic.count()).toBe(2)
  })

  it('is left alone where there is any entry', async () => {
    expect(await loadFoundingRecord(database)).toBe(0)
  })
})
