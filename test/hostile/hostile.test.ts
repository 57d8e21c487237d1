// Nothing that is sent to the service does harm: not to it, and not to others by what it gives away.
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openDoors } from '../../src/server/doors.ts'
import { listen } from '../../src/server/http.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { onFoundingRecord } from '../harness/service.ts'
import { values } from './arguments.ts'
import { documents } from './documents.ts'
import { http } from './http.ts'
import { mutationNames, mutations } from './mutations.ts'
import { type Answer, type Hostile, operation, send } from './sent.ts'

const service = onFoundingRecord()
const log = vi.fn()
let url = ''
let key = ''
let close = async () => {}

beforeAll(async () => {
  const doors = openDoors(service.database)
  key = await doors.keys.create({ name: 'somebody who means no good', role: 'ADMIN' })
  const server = await listen(buildYoga(doors, { log }), {
    host: '127.0.0.1',
    port: 0,
    readiness: service.database.readiness,
  })
  url = server.url
  close = async () => {
    await server.close()
    await doors.feed.close()
  }
})
afterAll(() => close())

/** What no answer may hold: stacks, paths, and the words of what lies beneath. */
const WITHIN =
  /Unexpected error|INTERNAL_SERVER_ERROR|\bat .*[(/].*:\d+:\d+|node_modules|\/src\/|file:\/\/|prisma|postgres|pglite|"errno"|originalError|syntax error at/i
/** Nor SQL: what graphql-js says of what a subscription "must select" is none. */
const SQL = /(?<!must (?:not )?)select |insert into|delete from|\bupdate "|\$\d::/i

/** The JSON of an answer, in whatever it comes; there is none in an answer to HEAD. */
function resultsIn(type: string, body: string): string[] {
  if (type.includes('json')) return body === '' ? [] : [body]
  if (type.startsWith('multipart/mixed')) return [body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1)]
  return body.match(/(?<=^data: ).+$/gm) ?? []
}

/** What is wrong with an answer; nothing for most. */
function problemsOf({ status, type, body, took }: Answer): string[] {
  const problems: string[] = []
  if (status >= 500) problems.push(`status ${status}`)
  if (took > 5_000) problems.push(`took ${Math.round(took)} ms`)
  for (const result of resultsIn(type, body)) {
    // What was asked for may be said again, but is then the client's.
    const said = result.replace(/\\?"[^"]*DROP TABLE[^"]*"/g, '')
    if (WITHIN.test(said) || SQL.test(said)) problems.push(`says ${result.slice(0, 300)}`)
    const errors: { extensions?: { code?: unknown } }[] = Object(JSON.parse(result)).errors ?? []
    if (errors.some(({ extensions }) => typeof extensions?.code !== 'string')) {
      problems.push(`has no code: ${result.slice(0, 300)}`)
    }
  }
  if (status >= 400 && body !== '' && resultsIn(type, body).length === 0) {
    problems.push(`is ${type}: ${body.slice(0, 100)}`)
  }
  return problems
}

/** Sends all of them, some at once, and tells of those whose answers are not as they should be. */
async function wrongly(hostile: readonly Hostile[], headers: Record<string, string> = {}) {
  const wrong: string[] = []
  const queue = hostile.values()
  async function sendNext() {
    for (const one of queue) {
      const answered = send(url, withHeaders(one, headers))
      const problems = await answered.then(problemsOf).catch((error) => [`${error}`])
      if (problems.length > 0) wrong.push(`${one.name}: ${problems.join(', ')}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, sendNext))
  return wrong
}

/** The same request with further headers, where it has none of these names. */
function withHeaders(hostile: Hostile, headers: Record<string, string>): Hostile {
  if (hostile.raw === undefined) return { ...hostile, headers: { ...headers, ...hostile.headers } }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return {
    ...hostile,
    raw: hostile.raw.replaceAll(/^Host: localhost\r\n/gm, (host) => host + lines.join('')),
  }
}

const TIMEOUT = 120_000

test('there are many of them', () => {
  expect(documents.length + values.length + http.length + mutations.length).toBeGreaterThan(300)
})

describe.each([
  ['documents', documents],
  ['values', values],
  ['what is odd about HTTP', http],
])('%s', (_name, hostile) => {
  test('do no harm', { timeout: TIMEOUT }, async () => {
    expect(await wrongly(hostile)).toEqual([])
  })

  test('with a key do no harm', { timeout: TIMEOUT }, async () => {
    expect(await wrongly(hostile, { authorization: `Bearer ${key}` })).toEqual([])
  })
})

describe('mutations', () => {
  test('are all among them', () => {
    const asked = new Set(mutations.map(({ name }) => name.split(' ')[0]))
    expect([...asked]).toEqual(mutationNames)
  })

  test('without a key do no harm, and nothing at all', { timeout: TIMEOUT }, async () => {
    const count = () => service.ask('{ changes(first: 0) { totalCount } }')
    const before = await count()
    expect(await wrongly(mutations)).toEqual([])
    expect(await count()).toEqual(before)
  })

  test('with a key do no harm', { timeout: TIMEOUT }, async () => {
    expect(await wrongly(mutations, { authorization: `Bearer ${key}` })).toEqual([])
  })
})

test('after all of them the service answers as before, has no fault to tell of, and holds on to little', async () => {
  await wait(100)
  const { status, body } = await send(url, operation('a question', { query: '{ meetings { totalCount } }' }))
  expect({ status, body: JSON.parse(body).data }).toEqual({
    status: 200,
    body: { meetings: { totalCount: expect.any(Number) } },
  })
  expect(log.mock.calls).toEqual([])
  expect(process.memoryUsage().rss).toBeLessThan(2_000_000_000)
})
