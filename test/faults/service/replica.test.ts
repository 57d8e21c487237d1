import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { start } from '../../commands/process.ts'
import { at } from '../../reading/answer.ts'
import { codeOf, follow, keepAsking, newTopic, sender, unasked } from './clients.ts'
import { ownCluster, programs, query } from './cluster.ts'
import { makeKey, RATE_LIMIT } from './settings.ts'

const DEADLINE = { timeout: 20_000 }
const cluster = ownCluster()

/** The statements that a server ran last for a service, on connections that it has still. */
const READS = `SELECT count(*)::integer AS count FROM pg_stat_activity
  WHERE datname = current_database() AND query LIKE '%"Meeting"%' AND pid <> pg_backend_pid()`

describe.skipIf(programs === undefined)('on PostgreSQL (skipped where there is no initdb)', () => {
  async function startOnReplica(settings: NodeJS.ProcessEnv = {}) {
    const DATABASE_URL = await cluster().database()
    const key = await makeKey({ DATABASE_URL })
    const replica = await cluster().replica()
    const there = replica.addressOf(DATABASE_URL)
    const env = { DATABASE_URL, DATABASE_REPLICA_URL: there, RATE_LIMIT, ...settings }
    const service = await start(env)
    const send = sender(service.url)
    let place = 0
    const lastRead = () =>
      query(
        there,
        `SELECT max(query_start)::text AS last FROM pg_stat_activity
         WHERE datname = current_database() AND query LIKE '%"Meeting"%' AND pid <> pg_backend_pid()`,
      )
    /** Whether a question is read there. */
    async function isReadThere() {
      const [before] = await lastRead()
      place += 1
      expect(await send(unasked(place))).toMatchObject({ status: 200 })
      const [after] = await lastRead()
      return at(after, 'last') !== at(before, 'last')
    }
    async function countTopics(url = service.url) {
      const { body } = await sender(url)({ query: '{ topics { totalCount } }' })
      return Number(at(body, 'data', 'topics', 'totalCount'))
    }
    return { env, key, replica, there, service, send, isReadThere, countTopics }
  }

  test('a replica that has all is read, and nothing but it', async () => {
    const { isReadThere, env } = await startOnReplica({ CACHE_BYTES: '0' })
    await expect.poll(isReadThere, DEADLINE).toBe(true)
    const [before] = await query(env.DATABASE_URL, READS)
    for (let times = 0; times < 10; times += 1) expect(await isReadThere()).toBe(true)
    expect(await query(env.DATABASE_URL, READS)).toEqual([before])
  })

  test.each(['0', '64000000'])(
    'a replica that lags is left out until it has what is known of, so that nobody is told less (CACHE_BYTES=%s)',
    async (CACHE_BYTES) => {
      const { env, key, there, send, isReadThere, countTopics } = await startOnReplica({
        CACHE_BYTES,
      })
      const other = await start(env)
      const follower = follow(other.url)
      await expect.poll(() => follower.isOpen, DEADLINE).toBe(true)
      await expect.poll(isReadThere, DEADLINE).toBe(true)
      const before = await countTopics()
      await query(there, 'SELECT pg_wal_replay_pause()')
      for (let count = 1; count <= 5; count += 1) {
        await send(newTopic(`late ${count}`, key))
        expect(await countTopics()).toBe(before + count)
        // Once another instance has heard of it.
        await expect.poll(() => follower.slugs.length, DEADLINE).toBe(count)
        expect(await countTopics(other.url)).toBe(before + count)
        expect(await isReadThere()).toBe(false)
      }
      await query(there, 'SELECT pg_wal_replay_resume()')
      await expect.poll(isReadThere, DEADLINE).toBe(true)
      expect([await countTopics(), await countTopics(other.url)]).toEqual([before + 5, before + 5])
      // While it comes and goes, and lags by itself.
      for (let count = 6; count <= 60; count += 1) {
        await send(newTopic(`late ${count}`, key))
        expect(await countTopics()).toBe(before + count)
        if (count % 3 === 0) await wait(20)
      }
      await expect.poll(() => follower.slugs.length, DEADLINE).toBe(60)
      expect(await countTopics(other.url)).toBe(before + 60)
    },
  )

  test('a replica that dies under load fails no request, and is read again when it is back', async () => {
    const { replica, service, isReadThere } = await startOnReplica()
    await expect.poll(isReadThere, DEADLINE).toBe(true)
    const readers = keepAsking(service.url, 6, (place) => unasked(1_000 + place))
    await wait(500)
    await replica.stop('SIGQUIT')
    await wait(1_000)
    await replica.start()
    const outcomes = await readers.stop()
    expect(outcomes.filter((outcome) => outcome.status !== 200 || codeOf(outcome) !== undefined)).toEqual([])
    expect(outcomes.length).toBeGreaterThan(20)
    await expect.poll(isReadThere, DEADLINE).toBe(true)
  })

  test('a service whose replica is not there is served by its database', async () => {
    const DATABASE_URL = await cluster().database()
    const settings = {
      DATABASE_URL,
      DATABASE_REPLICA_URL: 'postgresql://postgres@127.0.0.1:1/none',
      RATE_LIMIT,
    }
    const service = await start(settings)
    expect(await sender(service.url)(unasked(0))).toMatchObject({ status: 200 })
  })
})
