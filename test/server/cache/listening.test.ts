import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Database } from '../../../src/database/database.ts'
import { openDoors } from '../../../src/server/doors.ts'
import { buildYoga } from '../../../src/server/yoga.ts'
import { serverUrl } from '../../database/own-database.ts'
import { createEntries } from '../../harness/create-entries.ts'
import { onFoundingRecord } from '../../harness/service.ts'
import { openAgain } from '../../live/running-service.ts'

const service = onFoundingRecord()
const QUERY = '{ topics { totalCount } }'

/** An instance of the service, with answers in memory. */
async function instance(database: Database) {
  const doors = openDoors(database, { cacheBytes: 1_000_000 })
  const yoga = buildYoga(doors)
  onTestFinished(async () => {
    await doors.cache?.following.close()
    await doors.feed.close()
  })
  const ask = async () => {
    const response = await yoga.fetch(`http://localhost/graphql?query=${encodeURIComponent(QUERY)}`)
    const answer: unknown = await response.json()
    return answer
  }
  const isListening = () => doors.cache?.following.place !== undefined
  await vi.waitUntil(isListening)
  return { doors, ask, isListening, size: () => doors.cache?.answers.size }
}

let topics = 0
const newTopic = () => ({
  actor: 'a test',
  entry: { type: 'Topic' as const, input: { name: `Topic ${++topics}` } },
})
const countIn = (answer: unknown) => JSON.stringify(answer).match(/\d+/)?.[0]

test('while nothing is heard nothing is kept, and what was missed meanwhile is seen', async () => {
  let heard: (() => void) | undefined
  let lost: (() => void) | undefined
  const one = await instance({
    ...service.database,
    async listen(onChange, onLost) {
      heard = onChange
      lost = onLost
      return async () => undefined
    },
  })
  const before = await one.ask()
  expect(one.size()).toBe(1)
  lost?.()
  expect([one.size(), one.isListening()]).toEqual([0, false])
  const other = await instance(service.database)
  await other.doors.writer.create(newTopic())
  const meanwhile = await one.ask()
  expect(countIn(meanwhile)).not.toBe(countIn(before))
  expect(one.size()).toBe(0)
  heard?.()
  await vi.waitUntil(one.isListening)
  await one.ask()
  expect(one.size()).toBe(1)
})

test('where the database cannot tell what was changed, everything counts as changed', async () => {
  let isFailing = false
  let heard: (() => void) | undefined
  const one = await instance({
    ...service.database,
    query<Row>(...asked: Parameters<Database['query']>) {
      return isFailing && asked[0].includes('"ChangeSet"')
        ? Promise.reject(new Error('out of order'))
        : service.database.query<Row>(...asked)
    },
    async listen(onChange) {
      heard = onChange
      return async () => undefined
    },
  })
  await one.ask()
  isFailing = true
  heard?.()
  await vi.waitUntil(() => !one.isListening())
  expect(one.size()).toBe(0)
  isFailing = false
  await vi.waitUntil(one.isListening)
})

test('more at once than is worth telling apart counts as a change of everything', async () => {
  const [one, other] = [await instance(service.database), await instance(service.database)]
  await one.ask()
  await service.database.transaction(async (tx) => {
    await createEntries(
      tx,
      Array.from({ length: 600 }, () => newTopic().entry),
    )
  })
  await Promise.all([one, other].map(({ doors }) => doors.cache?.following.caughtUp()))
  expect(one.size()).toBe(0)
  expect(await one.ask()).toEqual(await other.ask())
})

test('what one instance has written, another soon gives too', async () => {
  const [one, other] = [await instance(service.database), await instance(service.database)]
  await other.ask()
  await one.doors.writer.create(newTopic())
  const now = countIn(await one.ask())
  await vi.waitUntil(async () => countIn(await other.ask()) === now)
})

test('who follows what others write is told of it when memory knows it, not before', async () => {
  const { query } = service.database
  const one = await instance({
    ...service.database,
    // Whatever was touched is found out late.
    async query<Row>(...asked: Parameters<Database['query']>) {
      if (asked[0].includes('JOIN "Change"')) await wait(300)
      return query<Row>(...asked)
    },
  })
  const other = await instance(service.database)
  const ending = new AbortController()
  const after = await one.doors.feed.end()
  const following = one.doors.feed.follow({ after, types: [], signal: ending.signal })
  onTestFinished(() => ending.abort())
  const told = following.next()
  await one.ask()
  await other.doors.writer.create(newTopic())
  const now = countIn(await other.ask())
  expect((await told).value).toHaveLength(1)
  expect(countIn(await one.ask())).toBe(now)
})

test.runIf(serverUrl)('a connection that the server ends is lost, and replaced', async () => {
  const one = await instance(await openAgain(service.database))
  const before = await one.ask()
  await service.database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
    [],
  )
  // It may be back before anybody looks; what was kept is gone.
  await vi.waitUntil(() => one.size() === 0)
  await vi.waitUntil(one.isListening, { timeout: 10_000 })
  expect(await one.ask()).toEqual(before)
})
