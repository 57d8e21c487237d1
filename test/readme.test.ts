import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { runInNewContext } from 'node:vm'
import { EventSource } from 'eventsource'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { settings } from '../src/config.ts'
import { limitNames, limits } from '../src/limits.ts'
import { formats } from '../src/transfer/formats.ts'
import { importFiles } from '../src/transfer/import-files.ts'
import { interchange } from '../src/transfer/interchange.ts'
import { onFoundingRecord } from './harness/service.ts'
import { runService } from './live/running-service.ts'

const root = path.join(import.meta.dirname, '..')
const readme = await readFile(path.join(root, 'README.md'), 'utf8')
const service = onFoundingRecord()

function section(name: string): string {
  const start = readme.indexOf(`## ${name}\n`)
  return readme.slice(start, readme.indexOf('\n## ', start))
}

/** The operations that a section shows, each with its answer. */
function shown(name: string) {
  return [...section(name).matchAll(/```graphql\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g)].map(
    ([, operation = '', answer = '']) => ({ operation, answer }),
  )
}

describe('the tour', () => {
  const tour = shown('A first tour')

  test('has a query for each kind of question', () => {
    expect(tour.length).toBeGreaterThanOrEqual(8)
  })

  test.each(tour)('gets the answer that it shows: $operation', async ({ operation, answer }) => {
    expect(await service.ask(operation)).toEqual({ data: JSON.parse(answer) })
  })
})

describe('what is said of writing', () => {
  const mutations = shown('Writing')

  test('shows recording, its problems, changing and its conflict', () => {
    expect(mutations.length).toBe(4)
  })

  test.each(mutations)('gets the answer that it shows: $operation', async ({ operation, answer }) => {
    const { ask } = service.as('EDITOR')
    expect(await ask(operation)).toEqual({ data: JSON.parse(answer) })
  })
})

test('the command that follows the changes is told of the next one', async () => {
  const [, query = ''] = section('Writing').match(/--data-urlencode 'query=(.*?)'/) ?? []
  const [, accept = ''] = section('Writing').match(/-H 'Accept: (.*?)'/) ?? []
  const response = await service.fetch(`/graphql?${new URLSearchParams({ query })}`, { headers: { accept } })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const { ask } = service.as('EDITOR')
  await ask('mutation { createTopic(input: { name: "Trade" }) { __typename } }')
  let told = ''
  while (!told.includes('"slug":"trade"')) told += (await reader?.read())?.value ?? ''
  await reader?.cancel()
  expect(told).toMatch(/event: next\ndata: .*"action":"CREATE","slug":"trade"/)
})

test('the script that follows the changes is told of the next one', async () => {
  const [, script = ''] = section('Writing').match(/```js\n([\s\S]*?)```/) ?? []
  const { url, doors } = await runService(service.database)
  const log = vi.fn()
  class OneTestsEventSource extends EventSource {
    constructor(address: string) {
      super(address)
      onTestFinished(() => this.close())
    }
  }
  const globals = { EventSource: OneTestsEventSource, console: { log } }
  runInNewContext(script.replace('http://localhost:4000/graphql', url), globals)
  await expect.poll(() => doors.feed.followers).toBe(1)
  const { ask } = service.as('EDITOR')
  await ask('mutation { createTopic(input: { name: "Customs" }) { __typename } }')
  const changes = { cursor: expect.any(String), action: 'CREATE', slug: 'customs' }
  await expect.poll(() => log.mock.calls).toEqual([[{ data: { changes } }]])
})

describe('what is said of importing', () => {
  test('shows lines that can be imported, in any order', async () => {
    const [, lines = ''] = section('Importing and exporting').match(/```json\n([\s\S]*?)```/) ?? []
    const file = { name: 'README.md', bytes: () => Readable.from([Buffer.from(lines)]) }
    const outcome = await importFiles(service.database, {
      format: interchange,
      files: [file],
      actor: 'README',
      skipsInvalid: false,
      isTrial: true,
      onNotice: () => undefined,
      onProgress: () => undefined,
      signal: new AbortController().signal,
    })
    expect(outcome).toMatchObject({ created: 4, updated: 0, unchanged: 0 })
  })

  test('names every format, and where such data is found', () => {
    const rows = [...section('Importing and exporting').matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)]
    expect(rows.map(([, name]) => name).sort()).toEqual(formats.map(({ name }) => name).sort())
  })

  const questions = [...section('Importing and exporting').matchAll(/```graphql\n([\s\S]*?)```/g)]

  test.each(questions.map(([, operation = '']) => operation))(
    'asks what can be asked: %s',
    async (operation) => {
      expect(await service.ask(operation)).toEqual({ data: expect.anything() })
    },
  )
})

test('the table of dependencies names each of them, and no other', async () => {
  const { dependencies } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  const named = [...section('Dependencies').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name)
  expect(named).toEqual(Object.keys(dependencies).sort())
})

test('the layout names each folder of the source', async () => {
  const entries = await readdir(path.join(root, 'src'), { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const named = [...section('Layout').matchAll(/^ {2}([a-z]+)\/ /gm)].map(([, name]) => name)
  // What is generated is in no commit.
  expect(named.sort()).toEqual(folders.filter((name) => name !== 'generated').sort())
})

test('the table of settings names each of them', () => {
  const named = [...section('Settings').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name)
  expect(named).toEqual([...settings].sort())
})

test.each(limitNames)('the table of settings says what %s is, and its default', (name) => {
  const { default: value, meaning } = limits[name]
  expect(section('Settings')).toContain(`\n| \`${name}\` | \`${value}\` | ${meaning} |\n`)
})
