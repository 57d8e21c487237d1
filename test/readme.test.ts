import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { onFoundingRecord } from './harness/service.ts'

const root = path.join(import.meta.dirname, '..')
const readme = await readFile(path.join(root, 'README.md'), 'utf8')
const service = onFoundingRecord()

const tour = [...readme.matchAll(/```graphql\n([\s\S]*?)```\n(?:\n```json\n([\s\S]*?)```)?/g)].map(
  ([, query = '', answer = 'null']) => ({ query, answer }),
)

describe('the tour', () => {
  test('has a query for each kind of question', () => {
    expect(tour.length).toBeGreaterThanOrEqual(8)
  })

  test.each(tour)('gets the answer that it shows: $query', async ({ query, answer }) => {
    expect(await service.ask(query)).toEqual({ data: JSON.parse(answer) })
  })
})

test('the table of dependencies names each of them, and no other', async () => {
  const { dependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  const table = readme.slice(readme.indexOf('## Dependencies'), readme.indexOf('## Layout'))
  const named = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name)
  expect(named).toEqual(Object.keys(dependencies).sort())
})

test('the table of settings names each of them', async () => {
  const config = await readFile(path.join(root, 'src/config.ts'), 'utf8')
  const settings = [...config.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name)
  const table = readme.slice(readme.indexOf('## Settings'), readme.indexOf('## Keys'))
  const named = [...table.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
  expect(named).toEqual([...new Set(settings)].sort())
})
