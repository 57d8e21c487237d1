import { once } from 'node:events'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { type Doors, openDoors } from '../../../src/server/doors.ts'
import { listen } from '../../../src/server/http.ts'
import { buildYoga } from '../../../src/server/yoga.ts'
import { onFoundingRecord } from '../../harness/service.ts'
import { withoutCost } from '../../harness/without-cost.ts'

const service = onFoundingRecord()
const QUERY = '{ meeting(id: "trump-putin-hamburg-2017") { title } }'
const JSON_TYPE = { 'content-type': 'application/json' }

interface Options {
  cacheBytes?: number
  isReadingRestricted?: boolean
}

const closing: (() => Promise<unknown>)[] = []
afterAll(() => Promise.all(closing.map((close) => close())))

/** A server on the record, with answers in memory or without. */
async function serve({ cacheBytes = 10_000_000, isReadingRestricted = false }: Options = {}) {
  const doors: Doors = openDoors(service.database, { cacheBytes })
  const yoga = buildYoga(doors, { isReadingRestricted, log: () => undefined })
  const { readiness } = service.database
  const { url, close } = await listen(yoga, { host: '127.0.0.1', port: 0, readiness })
  closing.push(async () => {
    await close()
    await doors.cache?.following.close()
    await doors.feed.close()
  })
  if (doors.cache) await vi.waitUntil(() => doors.cache?.following.place !== undefined)
  return { url, doors }
}

const post = (body: string, headers: object = {}) => ({
  method: 'POST',
  body,
  headers: { ...JSON_TYPE, ...headers },
})
const asGet = (query: string) => `?${new URLSearchParams({ query })}`

/** All of an answer but when it was sent, and to which request. */
async function whole(response: Response) {
  const { date: _, 'x-request-id': _id, ...headers } = Object.fromEntries(response.headers)
  return { status: response.status, headers, body: await response.text() }
}

const plain = JSON.stringify({ query: QUERY })
const requests: [string, string, RequestInit][] = [
  ['a post', '', post(plain)],
  [
    'a post that takes either type',
    '',
    post(plain, { accept: 'application/graphql-response+json, application/json' }),
  ],
  ['a post from a page of another host', '', post(plain, { origin: 'https://example.org' })],
  ['a get', asGet(QUERY), {}],
  ['a get from a page of another host', asGet(QUERY), { headers: { origin: 'https://example.org' } }],
]

test.each(requests)('%s is answered from memory as it was without, to the byte', async (_, path, init) => {
  const [kept, without] = [await serve(), await serve({ cacheBytes: 0 })]
  const expected = await whole(await fetch(without.url + path, init))
  expect(expected).toMatchObject({ status: 200, body: expect.stringContaining('First face-to-face meeting') })
  // Made, found under what it asks, and found by its bytes.
  await fetch(`${kept.url}${asGet(` ${QUERY}`)}`)
  expect(await whole(await fetch(kept.url + path, init))).toEqual(expected)
  const statements = await service.statementsOf(async () => {
    expect(await whole(await fetch(kept.url + path, init))).toEqual(expected)
    expect(await whole(await fetch(kept.url + path, init))).toEqual(expected)
  })
  expect(statements).toEqual([])
})

test('what is asked in other words, with the same variables in another order, is found too', async () => {
  const { url } = await serve()
  const query =
    'query ($id: ID!, $first: Int) { meeting(id: $id) { statements(first: $first) { totalCount } } }'
  const first = JSON.stringify({ query, variables: { id: 'trump-putin-hamburg-2017', first: 1 } })
  const second = JSON.stringify({
    variables: { first: 1, id: 'trump-putin-hamburg-2017' },
    extensions: {},
    query,
  })
  const expected = await (await fetch(url, post(first))).json()
  const statements = await service.statementsOf(async () => {
    expect(await (await fetch(url, post(second))).json()).toEqual(expected)
  })
  expect(statements).toEqual([])
})

describe('guards hold whatever is in memory', () => {
  let url: string
  let doors: Doors
  async function warm(options = {}) {
    ;({ url, doors } = await serve(options))
    for (let turn = 0; turn < 2; turn += 1) await fetch(url, post(plain))
  }

  test.each<[string, number, RequestInit]>([
    ['a wrong key', 401, post(plain, { authorization: 'Bearer summitry_0_wrong' })],
    ['another content type', 415, { method: 'POST', body: plain, headers: { 'content-type': 'text/plain' } }],
    ['an answer that nobody can give', 406, post(plain, { accept: 'image/png' })],
    ['another method', 405, { method: 'PUT', body: plain, headers: JSON_TYPE }],
  ])('%s is refused with status %i', async (_, status, init) => {
    await warm()
    expect((await fetch(url, init)).status).toBe(status)
  })

  test('nobody reads without a key where reading takes one, and whoever has one reads what others with keys read', async () => {
    await warm({ isReadingRestricted: true })
    const [one, other] = [
      await doors.keys.create({ name: 'One', role: 'READER' }),
      await doors.keys.create({ name: 'Other', role: 'READER' }),
    ]
    const answer = await (await fetch(url, post(plain, { authorization: `Bearer ${one}` }))).json()
    expect(withoutCost(answer)).toEqual({ data: { meeting: { title: expect.any(String) } } })
    const statements = await service.statementsOf(async () => {
      expect(await (await fetch(url, post(plain, { authorization: `Bearer ${other}` }))).json()).toEqual(
        answer,
      )
    })
    // The one that looks up the key.
    expect(statements).toEqual([expect.stringContaining('"ApiKey"')])
    expect(await (await fetch(url, post(plain))).json()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    })
    await doors.keys.revoke('Other')
    expect((await fetch(url, post(plain, { authorization: `Bearer ${other}` }))).status).toBe(401)
  })

  test('who one is, is told to each', async () => {
    await warm()
    const [one, other] = [
      await doors.keys.create({ name: 'Ann', role: 'EDITOR' }),
      await doors.keys.create({ name: 'Ben', role: 'EDITOR' }),
    ]
    for (const [key, name] of [
      [one, 'Ann'],
      [other, 'Ben'],
      [one, 'Ann'],
    ] as const) {
      const asked = post(JSON.stringify({ query: '{ me: viewer { name } }' }), {
        authorization: `Bearer ${key}`,
      })
      expect(withoutCost(await (await fetch(url, asked)).json())).toEqual({ data: { me: { name } } })
    }
  })
})

test('a post that comes in pieces is answered all the same', async () => {
  const { url } = await serve()
  const expected = await (await fetch(url, post(plain))).text()
  for (let turn = 0; turn < 2; turn += 1) {
    const sent = request(url, { method: 'POST', headers: { ...JSON_TYPE, 'content-length': plain.length } })
    sent.write(plain.slice(0, 10))
    await new Promise((resolve) => setTimeout(resolve, 20))
    sent.end(plain.slice(10))
    const [response] = await once(sent, 'response')
    expect(await text(response)).toBe(expected)
  }
})

test('an answer that is sent as an event is not taken for one that is sent as JSON', async () => {
  const { url } = await serve()
  const asked = post(plain, { accept: 'text/event-stream' })
  const first = await whole(await fetch(url, asked))
  expect(first.body).toMatch(/^:.*event: next\ndata: \{/s)
  expect(await whole(await fetch(url, asked))).toEqual(first)
})

test('an answer with an error is not kept', async () => {
  const { url, doors } = await serve()
  const query = '{ meetings(first: 101) { totalCount } }'
  for (let turn = 0; turn < 2; turn += 1) {
    expect(await (await fetch(url, post(JSON.stringify({ query })))).json()).toMatchObject({ errors: [{}] })
  }
  expect(doors.cache?.answers.size).toBe(0)
})

describe('an answer to a GET request', () => {
  const PUBLIC = 'public, max-age=0, must-revalidate'

  test.each([10_000_000, 0])(
    'has a mark by which it is not sent again, with %i bytes of memory',
    async (cacheBytes) => {
      const { url } = await serve({ cacheBytes })
      const first = await fetch(url + asGet(QUERY))
      const etag = first.headers.get('etag') ?? ''
      expect(etag).toMatch(/^"[\w-]{27}"$/)
      expect(first.headers.get('cache-control')).toBe(PUBLIC)
      expect(first.headers.get('vary')).toBe('Accept, Authorization, Origin')
      for (const mark of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await whole(await fetch(url + asGet(QUERY), { headers: { 'if-none-match': mark } }))
        expect(again).toEqual({
          status: 304,
          headers: expect.objectContaining({
            etag,
            'cache-control': PUBLIC,
            vary: 'Accept, Authorization, Origin',
          }),
          body: '',
        })
        expect(again.headers).not.toHaveProperty('content-type')
      }
      const other = await fetch(url + asGet(QUERY), { headers: { 'if-none-match': '"other"' } })
      expect(other.status).toBe(200)
    },
  )

  test('has another mark as another type, and once something has changed', async () => {
    const { url, doors } = await serve()
    const markOf = async (accept: string) =>
      (await fetch(url + asGet('{ topics { totalCount } }'), { headers: { accept } })).headers.get('etag')
    const [json, graphql] = [
      await markOf('application/json'),
      await markOf('application/graphql-response+json'),
    ]
    expect(json).not.toBe(graphql)
    await doors.writer.create({ actor: 'a test', entry: { type: 'Topic', input: { name: 'New' } } })
    expect(await markOf('application/json')).not.toBe(json)
  })

  test('is for nobody else where it was asked with a key, and errors are for nobody at all', async () => {
    const { url, doors } = await serve()
    const authorization = `Bearer ${await doors.keys.create({ name: 'Reader', role: 'READER' })}`
    const controlOf = async (path: string, headers = {}) =>
      (await fetch(url + path, { headers })).headers.get('cache-control')
    expect(await controlOf(asGet(QUERY), { authorization })).toBe('private, no-cache')
    expect(await controlOf(asGet('{ nothing }'))).toBe('no-store')
    expect(await controlOf(asGet('{ meetings(first: 101) { totalCount } }'))).toBe('no-store')
  })

  test('a post has none of it', async () => {
    const { url } = await serve()
    const { headers } = await fetch(url, post(plain))
    expect([headers.get('etag'), headers.get('cache-control'), headers.get('vary')]).toEqual([
      null,
      null,
      null,
    ])
  })
})
