// How often something may be asked: by address, by key, and by several instances as one.
import { randomUUID } from 'node:crypto'
import { connect, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createKeys } from '../../src/access/keys.ts'
import { defaultLimits } from '../../src/limits.ts'
import { openDoors } from '../../src/server/doors.ts'
import { listen } from '../../src/server/http.ts'
import { openRateLimits } from '../../src/server/rates/rate-limits.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()
const TOPICS = '{ topics { totalCount } }'

interface Options {
  reads?: number
  writes?: number
  streams?: number
  trustedProxies?: string[]
  redisUrl?: string
  minute?: number
}

/** A service that counts, with answers in memory. */
async function serve({ reads = 5, writes = 2, streams = 2, ...options }: Options = {}) {
  const told: string[] = []
  const limits = {
    ...defaultLimits,
    MAX_READS_PER_MINUTE: reads,
    MAX_WRITES_PER_MINUTE: writes,
    MAX_STREAMS: streams,
  }
  const log = (fault: unknown) => void told.push(String(fault))
  const rates = openRateLimits({ limits, trustedProxies: [], log, ...options })
  const doors = openDoors(service.database, { cacheBytes: 1_000_000 })
  const { readiness } = service.database
  const { url, close } = await listen(buildYoga(doors, { limits, rates }), {
    host: '127.0.0.1',
    port: 0,
    readiness,
    observed: rates.counted,
  })
  onTestFinished(async () => {
    await close()
    await doors.cache?.following.close()
    await doors.feed.close()
    rates.close()
  })
  const ask = (query: string, headers: Record<string, string> = {}) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    })
  return { url, ask, told }
}

/** What a response says of what is left. */
function rateOf({ status, headers }: Response) {
  return { status, policy: headers.get('ratelimit-policy'), left: headers.get('ratelimit') }
}

async function keyOf(name: string): Promise<Record<string, string>> {
  const key = await createKeys(service.database).create({
    name: `${name} ${randomUUID()}`,
    role: 'EDITOR',
  })
  return { authorization: `Bearer ${key}` }
}

const create = () => `mutation { createTopic(input: { name: "${randomUUID()}" }) { __typename } }`

describe('reads', () => {
  test('beyond those of a minute are refused, with when to go on; each answer says what is left', async () => {
    const { ask } = await serve({ reads: 2 })
    expect(rateOf(await ask(TOPICS))).toEqual({
      status: 200,
      policy: '"reads";q=2;w=60',
      left: '"reads";r=1;t=60',
    })
    expect(rateOf(await ask('{'))).toMatchObject({
      status: 200,
      left: expect.stringMatching(/^"reads";r=0;t=(59|60)$/),
    })
    const refused = await ask(TOPICS)
    const seconds = refused.headers.get('retry-after')
    expect(rateOf(refused)).toEqual({
      status: 429,
      policy: '"reads";q=2;w=60',
      left: `"reads";r=0;t=${seconds}`,
    })
    expect(['59', '60']).toContain(seconds)
    expect(refused.headers.get('access-control-allow-origin')).toBe('*')
    expect(await refused.json()).toEqual({
      errors: [
        {
          message: `There may be 2 requests from this address in a minute. Go on in ${seconds} s.`,
          extensions: { code: 'TOO_MANY_REQUESTS', limit: 'MAX_READS_PER_MINUTE' },
        },
      ],
    })
  })

  test('are let in again when the minute is over', async () => {
    const { ask } = await serve({ reads: 1, minute: 1 })
    expect(await ask(TOPICS)).toMatchObject({ status: 200 })
    expect(await ask(TOPICS)).toMatchObject({ status: 429 })
    await wait(1_100)
    expect(await ask(TOPICS)).toMatchObject({ status: 200 })
  })

  test('are counted where the answer comes from memory, and probes are not', async () => {
    const { url, ask } = await serve({ reads: 3 })
    for (let times = 0; times < 3; times += 1) expect(await ask(TOPICS)).toMatchObject({ status: 200 })
    expect(await ask(TOPICS)).toMatchObject({ status: 429 })
    expect(await fetch(new URL('/ready', url))).toMatchObject({ status: 200 })
  })

  test('tell pages of others what is left', async () => {
    const { ask } = await serve()
    const { headers } = await ask(TOPICS, { origin: 'https://map.example' })
    expect(headers.get('access-control-expose-headers')).toContain('RateLimit')
  })
})

describe('an address', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address })

  test('is that of the connection, whatever the request says', async () => {
    const { ask } = await serve({ reads: 1 })
    expect(await ask(TOPICS, from('203.0.113.1'))).toMatchObject({ status: 200 })
    expect(await ask(TOPICS, from('203.0.113.2'))).toMatchObject({ status: 429 })
  })

  test('is told by a proxy that is trusted, and by nobody before it', async () => {
    const { ask } = await serve({ reads: 1, trustedProxies: ['loopback'] })
    expect(await ask(TOPICS, from('203.0.113.1'))).toMatchObject({ status: 200 })
    expect(await ask(TOPICS, from('203.0.113.2'))).toMatchObject({ status: 200 })
    expect(await ask(TOPICS, from('198.51.100.7, 203.0.113.1'))).toMatchObject({ status: 429 })
    expect(await ask(TOPICS, from('no address'))).toMatchObject({ status: 200 })
  })

  test('of version 6 is one with its whole network, and one of version 4 is the same as either', async () => {
    const { ask } = await serve({ reads: 1, trustedProxies: ['loopback'] })
    expect(await ask(TOPICS, from('2001:db8:1:2::1'))).toMatchObject({ status: 200 })
    expect(await ask(TOPICS, from('2001:db8:1:2:ffff::9'))).toMatchObject({ status: 429 })
    expect(await ask(TOPICS, from('2001:db8:1:3::1'))).toMatchObject({ status: 200 })
    expect(await ask(TOPICS, from('203.0.113.1'))).toMatchObject({ status: 200 })
    expect(await ask(TOPICS, from('::ffff:203.0.113.1'))).toMatchObject({ status: 429 })
  })
})

describe('writes', () => {
  test('beyond those of a minute are refused to a key, and not to others; nothing is written', async () => {
    const { ask } = await serve({ reads: 100, writes: 2 })
    const [one, other] = [await keyOf('one'), await keyOf('other')]
    for (const left of [1, 0]) {
      const { status, left: told } = rateOf(await ask(create(), one))
      expect({ status, told }).toEqual({
        status: 200,
        told: expect.stringContaining(`"writes";r=${left};t=60`),
      })
    }
    const before = await service.database.query('SELECT count(*) FROM "Topic"', [])
    const refused = await ask(create(), { ...one, accept: 'application/graphql-response+json' })
    const seconds = refused.headers.get('retry-after')
    expect(refused.status).toBe(429)
    expect(await refused.json()).toEqual({
      errors: [
        {
          message: `There may be 2 writes with this key in a minute. Go on in ${seconds} s.`,
          extensions: { code: 'TOO_MANY_REQUESTS', limit: 'MAX_WRITES_PER_MINUTE' },
        },
      ],
      extensions: { cost: 1 },
    })
    expect(await service.database.query('SELECT count(*) FROM "Topic"', [])).toEqual(before)
    expect(await ask(create(), other)).toMatchObject({ status: 200 })
    expect(await ask(TOPICS, one)).toMatchObject({ status: 200 })
  })
})

describe('streams of events', () => {
  test('may be so many of an address, and another when one is closed', async () => {
    const { ask } = await serve({ reads: 100, streams: 2 })
    const follow = () => ask('subscription { changes { slug } }', { accept: 'text/event-stream' })
    const open = [await follow(), await follow()]
    const refused = await follow()
    expect(await refused.text()).toContain(
      '"message":"From this address 2 streams of events are open, and there may be 2. Close others first."',
    )
    await open[0]?.body?.cancel()
    await expect
      .poll(async () => {
        const stream = await follow()
        const isOpen = !stream.headers.has('content-length') && stream.status === 200
        const first = isOpen ? await Promise.race([stream.text(), wait(200, 'open')]) : await stream.text()
        return first === 'open'
      })
      .toBe(true)
    await open[1]?.body?.cancel()
  })
})

const REDIS_URL = process.env['REDIS_URL']

describe.skipIf(REDIS_URL === undefined)('several instances, by Redis', () => {
  test('count as one', async () => {
    const from = { 'x-forwarded-for': `2001:db8:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}::1` }
    const options = { reads: 2, trustedProxies: ['loopback'], redisUrl: REDIS_URL ?? '' }
    const [one, other] = [await serve(options), await serve(options)]
    await wait(200)
    expect(await one.ask(TOPICS, from)).toMatchObject({ status: 200 })
    expect(await other.ask(TOPICS, from)).toMatchObject({ status: 200 })
    expect(await one.ask(TOPICS, from)).toMatchObject({ status: 429 })
    expect(await other.ask(TOPICS, from)).toMatchObject({ status: 429 })
  })

  test('count by themselves while it says nothing, which is told once, and nobody waits for it any more', async () => {
    const address = new URL(REDIS_URL ?? '')
    let isSilent = false
    const proxy = createServer((client) => {
      const redis = connect(Number(address.port || 6379), address.hostname)
      client.on('data', (bytes) => void (isSilent || redis.write(bytes)))
      redis.pipe(client)
      for (const [socket, other] of [
        [client, redis],
        [redis, client],
      ] as const) {
        socket.on('error', () => undefined).on('close', () => other.destroy())
      }
      onTestFinished(() => void client.destroy())
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void proxy.close())
    const bound = proxy.address()
    const port = typeof bound === 'object' && bound ? bound.port : 0
    const from = { 'x-forwarded-for': `2001:db8:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}::1` }
    const { ask, told } = await serve({
      reads: 2,
      trustedProxies: ['loopback'],
      redisUrl: `redis://127.0.0.1:${port}`,
    })
    await wait(200)
    isSilent = true
    const start = performance.now()
    expect(await ask(TOPICS, from)).toMatchObject({ status: 200 })
    expect(await ask(TOPICS, from)).toMatchObject({ status: 200 })
    expect(await ask(TOPICS, from)).toMatchObject({ status: 429 })
    expect(performance.now() - start).toBeLessThan(2_000)
    await expect.poll(() => told, { timeout: 3_000 }).toHaveLength(1)
    const later = performance.now()
    for (let times = 0; times < 5; times += 1) await ask(TOPICS, from)
    expect(performance.now() - later).toBeLessThan(500)
    expect(told).toEqual(['Error: Redis is away: each instance counts by itself'])
  })

  test('answer when it was never there', async () => {
    const { ask, told } = await serve({ reads: 1, redisUrl: 'redis://127.0.0.1:1' })
    expect(await ask(TOPICS)).toMatchObject({ status: 200 })
    expect(await ask(TOPICS)).toMatchObject({ status: 429 })
    await expect.poll(() => told).toEqual(['Error: Redis is away: each instance counts by itself'])
  })
})
