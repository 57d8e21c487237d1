import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { foundedFolder } from '../../commands/founded-folder.ts'
import { start } from '../../commands/process.ts'
import { codeOf, follow, keepAsking, newTopic, unasked } from './clients.ts'
import { ownCluster, programs } from './cluster.ts'
import { makeKey, RATE_LIMIT } from './settings.ts'

const ROUNDS = 3
const DEADLINE = { timeout: 20_000 }
const copyOfFounded = foundedFolder()
const cluster = ownCluster()

/** Ends a service under 20 busy clients, some of whom write, and 5 who follow. */
async function expectCleanEnd(settings: NodeJS.ProcessEnv) {
  const key = await makeKey(settings)
  for (let round = 0; round < ROUNDS; round += 1) {
    const service = await start({ ...settings, RATE_LIMIT })
    const followers = Array.from({ length: 5 }, () => follow(service.url))
    await expect.poll(() => followers.every(({ isOpen }) => isOpen), DEADLINE).toBe(true)
    const clients = keepAsking(service.url, 20, (place) =>
      place % 5 === 0 ? newTopic(`topic ${round} ${place}`, key) : unasked(place),
    )
    await expect.poll(() => followers.every(({ slugs }) => slugs.length > 0), DEADLINE).toBe(true)
    await wait(500)
    const begun = performance.now()
    service.kill('SIGTERM')
    expect(await service.ended).toMatchObject({ status: 0, signal: null, stderr: '' })
    expect(performance.now() - begun).toBeLessThan(10_000)
    const outcomes = await clients.stop()
    // Who comes later may be let in no more.
    expect(outcomes.filter(({ failure, sentAt }) => failure !== undefined && sentAt < begun)).toEqual([])
    expect(outcomes.filter((outcome) => codeOf(outcome) !== undefined)).toEqual([])
    expect(outcomes.filter(({ status }) => status === 200).length).toBeGreaterThan(20)
    // Or they would not connect anew.
    expect(followers.map(({ isComplete }) => isComplete)).toEqual(followers.map(() => false))
  }
}

describe('under load SIGTERM fails no request, cuts streams off and ends with 0 within 10 seconds', () => {
  test('on the embedded database', () => expectCleanEnd({ DATA_DIR: copyOfFounded() }))

  test.skipIf(programs === undefined)('on PostgreSQL (skipped where there is no initdb)', async () => {
    const DATABASE_URL = await cluster().database()
    await expectCleanEnd({ DATABASE_URL })
  })
})
