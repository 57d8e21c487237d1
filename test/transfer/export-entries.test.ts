import { beforeAll, expect, it } from 'vitest'
import { importLines } from '../writing/import/importing.ts'
import { meeting, onEmptyRecord, participant, source, statement, topic } from '../writing/record.ts'
import { exported } from './exporting.ts'

const record = onEmptyRecord()

beforeAll(async () => {
  const many = Array.from({ length: 1_201 }, (_, number) => topic(`t-${number}`))
  await importLines(record.database, [
    ...many,
    statement('said', { topics: ['t-9', 't-10'], addressees: [] }),
    meeting('zero', { date: '2017', place: { name: 'Łódź' } }),
    meeting('a-1', { parent: 'zero', summary: ' ' }),
    meeting('a1'),
    participant('speaker', { aliases: [] }),
    source('report'),
  ])
})

it('an export has a line for each entry, by type and slug, compact, without what is empty', async () => {
  expect(await exported(record.database, { types: ['Statement', 'Participant', 'Meeting'] })).toBe(
    [
      '{"type":"Meeting","slug":"a-1","title":"a-1","kind":"SUMMIT","status":"HELD","parent":"zero"}\n',
      '{"type":"Meeting","slug":"a1","title":"a1","kind":"SUMMIT","status":"HELD"}\n',
      '{"type":"Meeting","slug":"zero","title":"zero","kind":"SUMMIT","status":"HELD","date":"2017","place":{"name":"Łódź"}}\n',
      '{"type":"Participant","slug":"speaker","name":"speaker","kind":"PERSON","isAnonymous":false}\n',
      '{"type":"Statement","slug":"said","text":"said","wording":"DIRECT","act":"ASSERT","speaker":"speaker","topics":["t-10","t-9"],"citations":[{"source":"report"}]}\n',
    ].join(''),
  )
})

it('an export holds all entries, each once, and says how far it is', async () => {
  const said: [number, number][] = []
  const text = await exported(record.database, {
    types: ['Topic'],
    onProgress: (done, total) => said.push([done, total]),
  })
  const slugs = text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line).slug)
  const expected = Array.from({ length: 1_201 }, (_, number) => `t-${number}`).sort()
  expect(slugs).toEqual(expected)
  expect(said).toEqual([
    [500, 1_201],
    [1_000, 1_201],
    [1_201, 1_201],
  ])
})

it('two exports of the same entries are the same', async () => {
  expect(await exported(record.database)).toBe(await exported(record.database))
})
