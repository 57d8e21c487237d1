// Clients that follow the change log: whatever is cut or restarted, they see every change once, in order.
import { beforeAll, describe, expect, test } from 'vitest'
import { serverUrl } from '../database/own-database.ts'
import { createEntries } from '../harness/create-entries.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { followWithEventSource, followWithSse } from './following.ts'
import { cuttable, openAgain, restart, runService } from './running-service.ts'
import { readWholeLog, write } from './writing.ts'

const service = onEmptyRecord()
const DEADLINE = { timeout: 15_000 }
let count = 0
/** Slugs that no other test takes. */
const fresh = (number: number) => Array.from({ length: number }, () => `topic-${++count}`)

beforeAll(() => write(service.database, ...fresh(3)))

describe.each([
  ['graphql-sse', followWithSse],
  ['an EventSource', followWithEventSource],
])('%s', (_name, follow) => {
  test('sees everything after its cursor, and then what is written', async () => {
    const running = await runService(service.database)
    const { end } = await readWholeLog(running)
    const [before, after] = [fresh(2), fresh(2)]
    await write(service.database, ...before)
    const follower = follow(running.url, { after: end })
    await expect.poll(() => follower.slugs, DEADLINE).toEqual(before)
    await write(service.database, ...after)
    await expect.poll(() => follower.slugs, DEADLINE).toEqual([...before, ...after])
  })

  test('without a cursor sees only what is written from then on', async () => {
    const running = await runService(service.database)
    const follower = follow(running.url)
    await expect.poll(() => running.doors.feed.followers, DEADLINE).toBe(1)
    const slugs = fresh(2)
    await write(service.database, ...slugs)
    await expect.poll(() => follower.slugs, DEADLINE).toEqual(slugs)
  })

  test('sees only changes of the types that it asked for, replayed and live', async () => {
    const running = await runService(service.database)
    const { end } = await readWholeLog(running)
    const follower = follow(running.url, { after: end, types: ['PARTICIPANT'] })
    const [topics, people] = [fresh(4), fresh(4)]
    for (const [place, slug] of people.entries()) {
      await write(service.database, topics[place] ?? '')
      await service.database.transaction((tx) =>
        createEntries(tx, [{ type: 'Participant', input: { slug, name: slug, kind: 'PERSON' } }]),
      )
      await expect.poll(() => follower.slugs, DEADLINE).toEqual(people.slice(0, place + 1))
    }
    const late = follow(running.url, { after: end, types: ['PARTICIPANT'] })
    await expect.poll(() => late.slugs, DEADLINE).toEqual(people)
  })

  test('misses nothing and sees nothing twice where the connection is cut', async () => {
    const running = await runService(service.database)
    const { end } = await readWholeLog(running)
    const way = await cuttable(running.url)
    const follower = follow(way.url, { after: end })
    const slugs = fresh(6)
    for (const [place, slug] of slugs.entries()) {
      await write(service.database, slug)
      if (place === 0) await expect.poll(() => follower.slugs, DEADLINE).toEqual(slugs.slice(0, 1))
      if (place % 2 === 1) way.cut()
    }
    await expect.poll(() => follower.slugs, DEADLINE).toEqual(slugs)
  })

  test('misses nothing and sees nothing twice where the service is started anew', async () => {
    const running = await runService(service.database)
    const { end } = await readWholeLog(running)
    const follower = follow(running.url, { after: end })
    const slugs = fresh(6)
    await write(service.database, ...slugs.slice(0, 2))
    await expect.poll(() => follower.slugs, DEADLINE).toEqual(slugs.slice(0, 2))
    await running.close()
    await write(service.database, ...slugs.slice(2, 4))
    await restart(running, service.database)
    await write(service.database, ...slugs.slice(4))
    await expect.poll(() => follower.slugs, DEADLINE).toEqual(slugs)
    expect(follower.errors).toEqual([])
  })

  test('is told what is wrong with its cursor, and follows nothing', async () => {
    const running = await runService(service.database)
    const follower = follow(running.url, { after: 'nonsense' })
    await expect.poll(() => JSON.stringify(follower.errors), DEADLINE).toContain('"code":"BAD_USER_INPUT"')
    expect(running.doors.feed.followers).toBe(0)
  })

  test('is told at once where reading takes a key', async () => {
    const running = await runService(service.database, { isReadingRestricted: true })
    const follower = follow(running.url)
    await expect.poll(() => JSON.stringify(follower.errors), DEADLINE).toContain('"code":"UNAUTHENTICATED"')
    expect(running.doors.feed.followers).toBe(0)
  })

  test('leaves nothing behind when it goes', async () => {
    const running = await runService(service.database)
    const followers = Array.from({ length: 5 }, () => follow(running.url))
    await expect.poll(() => running.doors.feed.followers, DEADLINE).toBe(5)
    for (const follower of followers) follower.stop()
    await expect.poll(() => running.doors.feed.followers, DEADLINE).toBe(0)
  })
})

test('a change costs as many statements for twenty followers as for one', async () => {
  const running = await runService(service.database)
  const costs: number[] = []
  for (const number of [1, 19]) {
    const followers = Array.from({ length: number }, () => followWithSse(running.url))
    const all = costs.length === 0 ? 1 : 20
    await expect.poll(() => running.doors.feed.followers, DEADLINE).toBe(all)
    const [slug = ''] = fresh(1)
    const statements = await service.statementsOf(async () => {
      await write(service.database, slug)
      for (const follower of followers) await expect.poll(() => follower.slugs, DEADLINE).toEqual([slug])
    })
    costs.push(statements.filter((sql) => sql.includes('FROM "Change" t1')).length)
  }
  expect(costs).toEqual([2, 2])
})

test('a stream on which nothing happens is kept alive', async () => {
  const running = await runService(service.database)
  const address = new URL(running.url)
  address.searchParams.set('query', 'subscription { changes { slug } }')
  const response = await fetch(address, { headers: { accept: 'text/event-stream' } })
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString()
    if (text.endsWith(':\n\n:\n\n')) break
  }
  expect(text).toMatch(/^id: [\w-]+\nretry: 1000\n\n(:\n\n)+$/)
})

test('an EventSource that is cut off before its first event goes on from where it began', async () => {
  const running = await runService(service.database)
  const follower = followWithEventSource(running.url)
  await expect.poll(() => running.doors.feed.followers, DEADLINE).toBe(1)
  await running.close()
  const slugs = fresh(4)
  await write(service.database, ...slugs.slice(0, 2))
  await restart(running, service.database)
  await write(service.database, ...slugs.slice(2))
  await expect.poll(() => follower.slugs, DEADLINE).toEqual(slugs)
})

test('what is wrong with the ID of the last event is told by its name', async () => {
  const running = await runService(service.database)
  const address = new URL(running.url)
  address.searchParams.set('query', 'subscription { changes { slug } }')
  const headers = { accept: 'text/event-stream', 'last-event-id': 'nonsense' }
  expect(await (await fetch(address, { headers })).text()).toContain(
    'Subscription.changes: \\"Last-Event-ID\\" is not a cursor.',
  )
})

describe.skipIf(serverUrl === undefined)('on a PostgreSQL server', () => {
  test('what one instance of the service writes, another tells of', async () => {
    const running = await runService(await openAgain(service.database))
    const follower = followWithSse(running.url)
    await expect.poll(() => running.doors.feed.followers, DEADLINE).toBe(1)
    const slugs = fresh(3)
    await write(service.database, ...slugs)
    await expect.poll(() => follower.slugs, DEADLINE).toEqual(slugs)
  })

  test('two hundred followers cost one listening connection', async () => {
    const running = await runService(service.database)
    const followers = Array.from({ length: 200 }, () => followWithSse(running.url))
    await expect.poll(() => running.doors.feed.followers, DEADLINE).toBe(200)
    const [slug = ''] = fresh(1)
    await write(service.database, slug)
    for (const follower of followers) await expect.poll(() => follower.slugs, DEADLINE).toEqual([slug])
    expect(await listeners()).toBe(1)
    await running.close()
    expect(await listeners()).toBe(0)
  })

  test('a listening connection that is lost is replaced, and nothing is missed meanwhile', async () => {
    const running = await runService(service.database)
    const follower = followWithSse(running.url)
    await expect.poll(() => running.doors.feed.followers, DEADLINE).toBe(1)
    const slugs = fresh(4)
    await service.database.query(`SELECT pg_terminate_backend("pid") FROM (${LISTENERS}) listeners`, [])
    await write(service.database, ...slugs.slice(0, 2))
    await expect.poll(() => follower.slugs, DEADLINE).toEqual(slugs.slice(0, 2))
    await write(service.database, ...slugs.slice(2))
    await expect.poll(() => follower.slugs, DEADLINE).toEqual(slugs)
    expect(await listeners()).toBe(1)
  })

  const LISTENERS = `SELECT "pid" FROM pg_stat_activity WHERE "datname" = current_database() AND "query" LIKE 'LISTEN%'`
  const listeners = async () => (await service.database.query(LISTENERS, [])).length
})
