// Many who write at once, slowly and in any order: whoever follows sees what was committed, all of it, in one order.
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { serverUrl } from '../database/own-database.ts'
import { createEntries } from '../harness/create-entries.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { followWithSse } from './following.ts'
import { openAgain, runService } from './running-service.ts'
import { readWholeLog, topic, write } from './writing.ts'

const service = onEmptyRecord()
const DEADLINE = { timeout: 30_000 }

beforeAll(() => write(service.database, 'first'))

/** Writes topics in a transaction that goes on for a while before it commits. */
function writeSlowly(database: Database, slugs: string[], pause: number): Promise<void> {
  return database.transaction(async (tx) => {
    await createEntries(tx, slugs.map(topic))
    await wait(pause)
  })
}

test('twenty writers with slow transactions that overlap: every change is seen once, in the order of the log', async () => {
  const running = await runService(service.database)
  const { slugs: before, end } = await readWholeLog(running)
  const others =
    serverUrl === undefined ? [] : [await openAgain(service.database), await openAgain(service.database)]
  const followers = [followWithSse(running.url, { after: end }), followWithSse(running.url, { after: end })]

  const written: string[] = []
  async function writer(number: number) {
    const database = others[number % 2] ?? service.database
    for (let turn = 0; turn < 4; turn += 1) {
      const slugs = Array.from(
        { length: 1 + ((number + turn) % 3) },
        (_, place) => `topic-${number}-${turn}-${place}`,
      )
      await writeSlowly(database, slugs, serverUrl === undefined ? 1 : Math.random() * 100)
      written.push(...slugs)
    }
  }
  await Promise.all(Array.from({ length: 20 }, (_, number) => writer(number)))

  for (const { slugs } of followers) await expect.poll(() => slugs.length, DEADLINE).toBe(written.length)
  const log = (await readWholeLog(running)).slugs.slice(before.length)
  expect(log.toSorted()).toEqual(written.toSorted())
  for (const { slugs } of followers) expect(slugs).toEqual(log)
}, 120_000)

test('whoever follows from further back than what is in memory, and whoever comes too late for the live changes, sees all', async () => {
  const running = await runService(service.database)
  const { end } = await readWholeLog(running)
  const follower = followWithSse(running.url, { after: end })
  await expect.poll(() => running.doors.feed.followers, DEADLINE).toBe(1)
  const many = Array.from({ length: 2_500 }, (_, place) => `many-${place}`)
  await service.database.transaction((tx) => createEntries(tx, many.map(topic)))
  await expect.poll(() => follower.slugs.length, DEADLINE).toBe(many.length)
  expect(follower.slugs).toEqual(many)
  const late = followWithSse(running.url, { after: end })
  await write(service.database, 'one-more')
  for (const { slugs } of [follower, late]) {
    await expect.poll(() => slugs.length, DEADLINE).toBe(many.length + 1)
    expect(slugs).toEqual([...many, 'one-more'])
  }
}, 120_000)

describe.skipIf(serverUrl === undefined)('on a PostgreSQL server', () => {
  test('a transaction that stays open holds up nobody, and its own changes come when it commits', async () => {
    const running = await runService(service.database)
    const { end } = await readWholeLog(running)
    const follower = followWithSse(running.url, { after: end })
    const { promise, resolve: commit } = Promise.withResolvers<void>()
    onTestFinished(() => commit())
    const { promise: isWritten, resolve: say } = Promise.withResolvers<void>()
    const open = service.database.transaction(async (tx) => {
      await createEntries(tx, [topic('open-1'), topic('open-2')])
      say()
      await promise
    })
    await isWritten
    await write(service.database, 'quick-1', 'quick-2')
    await expect.poll(() => follower.slugs, DEADLINE).toEqual(['quick-1', 'quick-2'])
    commit()
    await open
    await expect.poll(() => follower.slugs, DEADLINE).toEqual(['quick-1', 'quick-2', 'open-1', 'open-2'])
  })
})
