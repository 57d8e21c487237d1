import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { ask, start } from '../../commands/process.ts'
import { freePort } from '../../harness/free-port.ts'
import { codeOf, follow, keepAsking, newTopic, type Outcome, sender, unasked } from './clients.ts'
import { ownCluster, programs } from './cluster.ts'
import { figures } from './figures.ts'
import { makeKey, RATE_LIMIT } from './settings.ts'

const DEADLINE = { timeout: 20_000 }
const AWAY_FOR = 3_000
const cluster = ownCluster()

/** An answer of status 200 without errors, or a refusal that says why. */
function isExpected(outcome: Outcome): boolean {
  const isRefused = outcome.status === 503 && codeOf(outcome) === 'SERVICE_UNAVAILABLE'
  return isRefused || (outcome.status === 200 && codeOf(outcome) === undefined)
}

describe.skipIf(programs === undefined)('on PostgreSQL (skipped where there is no initdb)', () => {
  test.each([
    ['is started anew', 'SIGINT'],
    ['crashes', 'SIGQUIT'],
  ] as const)('a service whose database %s under load goes on by itself', async (_name, signal) => {
    const DATABASE_URL = await cluster().database()
    const key = await makeKey({ DATABASE_URL })
    const METRICS_PORT = `${await freePort()}`
    const service = await start({ DATABASE_URL, RATE_LIMIT, METRICS_PORT })
    const probe = async (path: string) => (await fetch(new URL(path, service.url))).status
    const follower = follow(service.url)
    await expect.poll(() => follower.isOpen, DEADLINE).toBe(true)
    const readers = keepAsking(service.url, 6, unasked)
    const writers = keepAsking(service.url, 2, (place) => newTopic(`topic ${place}`, key))
    await expect.poll(() => follower.slugs.length, DEADLINE).toBeGreaterThan(0)

    const stoppedAt = performance.now()
    await cluster().stop(signal)
    await expect.poll(() => probe('/ready'), DEADLINE).toBe(503)
    expect(await probe('/health')).toBe(200)
    await wait(AWAY_FOR)
    expect([await probe('/ready'), await probe('/health')]).toEqual([503, 200])
    await cluster().start()
    const backAt = performance.now()

    const succeeded = ({ sentAt, took, status }: Outcome) => status === 200 && sentAt + took > backAt
    await expect.poll(() => readers.outcomes.some(succeeded), DEADLINE).toBe(true)
    await expect.poll(() => writers.outcomes.some(succeeded), DEADLINE).toBe(true)
    await expect.poll(() => probe('/ready'), DEADLINE).toBe(200)
    expect(performance.now() - backAt).toBeLessThan(5_000)
    const outcomes = [...(await readers.stop()), ...(await writers.stop())]

    expect(outcomes.filter((outcome) => !isExpected(outcome))).toEqual([])
    const refused = outcomes.filter(({ status }) => status === 503)
    expect(refused.length).toBeGreaterThan(0)
    expect(Math.max(...refused.map(({ took }) => took))).toBeLessThan(3_000)
    const ends = outcomes.filter(succeeded).map(({ sentAt, took }) => sentAt + took)
    expect(Math.min(...ends) - backAt).toBeLessThan(2_000)

    // Whoever follows has missed nothing that was written since, nor the answers in memory.
    await ask(service.url, newTopic('After it', key).query, key)
    await expect.poll(() => follower.slugs.includes('after-it'), DEADLINE).toBe(true)
    const kept = () => sender(service.url)({ query: '{ topics { totalCount } }' })
    const hits = () => figures(METRICS_PORT, 'summitry_cache_requests_total{result="hit"}')
    const before = await hits()
    await expect
      .poll(async () => {
        await kept()
        return hits()
      }, DEADLINE)
      .toBeGreaterThan(before)
    const count = Number(JSON.stringify((await kept()).body).match(/"totalCount":(\d+)/)?.[1])
    await ask(service.url, newTopic('One more', key).query, key)
    expect((await kept()).body).toMatchObject({ data: { topics: { totalCount: count + 1 } } })

    console.log(
      `The database was away for ${Math.round(backAt - stoppedAt)} ms: ${refused.length} of ${outcomes.length} requests were ` +
        `refused, after ${Math.round(Math.max(...refused.map(({ took }) => took)))} ms at most; the first that succeeded did ` +
        `${Math.round(Math.min(...ends) - backAt)} ms after it was back.`,
    )
    service.kill('SIGTERM')
    expect(await service.ended).toMatchObject({ status: 0 })
  })
})
