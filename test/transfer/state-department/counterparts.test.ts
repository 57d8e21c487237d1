import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readPersonName } from '../../../src/transfer/person/name.ts'

const file = await readFile(path.join(import.meta.dirname, 'counterparts.tsv'), 'utf8')
const verdicts = file
  .trimEnd()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map((line) => {
    const [row = '', name = '', capacity = '', verdict = '', why = ''] = line.split('\t')
    return { row, name, capacity, verdict, why }
  })

test('of a hundred counterparts drawn at random at least 95 are right', () => {
  expect(verdicts).toHaveLength(100)
  expect(new Set(verdicts.map(({ row, name }) => `${row} ${name}`)).size).toBe(100)
  expect(verdicts.filter(({ verdict, why }) => !/^(?:right|wrong)$/.test(verdict) || why === '')).toEqual([])
  expect(verdicts.filter(({ verdict }) => verdict === 'right').length).toBeGreaterThanOrEqual(95)
})

test.each(verdicts.filter(({ verdict }) => verdict === 'right'))(
  '$name ($row) is a name without a title, which reads as itself',
  ({ name }) => {
    expect(readPersonName(name)).toMatchObject({ name, capacity: null })
  },
)
