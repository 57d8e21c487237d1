import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { start } from '../../commands/process.ts'
import { codeOf, type Sent, sender } from './clients.ts'
import { ownCluster, programs } from './cluster.ts'
import { RATE_LIMIT } from './settings.ts'

/** More than the limits say, for a machine that is busy. */
const SLACK = 1_500
const cluster = ownCluster()

/** One statement, whose answer is in no memory. */
function unasked(place: number): Sent {
  return { query: `query q${place} { meetings(first: 5) { nodes { slug } } }` }
}

describe.skipIf(programs === undefined)('on PostgreSQL (skipped where there is no initdb)', () => {
  test('where all connections are busy, nobody waits for more than the limits, and the process still answers', async () => {
    const DATABASE_URL = await cluster().database()
    const service = await start({ DATABASE_URL, RATE_LIMIT, DATABASE_CONNECTIONS: '2' })
    const send = sender(service.url)
    expect(await send(unasked(0))).toMatchObject({ status: 200 })
    const other = new pg.Client({ connectionString: DATABASE_URL })
    await other.connect()
    onTestFinished(() => other.end())
    await other.query('BEGIN; LOCK TABLE "Meeting" IN ACCESS EXCLUSIVE MODE')

    const answers = Promise.all(Array.from({ length: 50 }, (_, place) => send(unasked(place + 1))))
    let isOver = false
    const probes: number[] = []
    async function probe() {
      while (!isOver) {
        const sentAt = performance.now()
        expect(await fetch(new URL('/health', service.url))).toMatchObject({ status: 200 })
        probes.push(performance.now() - sentAt)
        await wait(20)
      }
    }
    const probing = probe()
    const outcomes = await answers
    isOver = true
    await probing

    const refused = outcomes.filter((outcome) => codeOf(outcome) === 'SERVICE_UNAVAILABLE')
    const late = outcomes.filter((outcome) => codeOf(outcome) === 'TIMEOUT')
    expect([refused.length + late.length, late.length <= 2]).toEqual([50, true])
    expect(Math.max(...refused.map(({ took }) => took))).toBeLessThan(2_000 + SLACK)
    expect(Math.max(...late.map(({ took }) => took))).toBeLessThan(3_000 + SLACK)
    expect(refused.every(({ status }) => status === 503)).toBe(true)
    // Not every one of them: others may have the processor, and the first came while 50 requests did.
    expect(probes.filter((took) => took >= 100).length).toBeLessThanOrEqual(probes.length / 20)

    await other.query('ROLLBACK')
    await expect.poll(async () => (await send(unasked(51))).status).toBe(200)
    console.log(
      `Of 50 requests ${refused.length} were refused after ${Math.round(Math.max(...refused.map(({ took }) => took)))} ms at ` +
        `most; /health took ${Math.round(Math.max(...probes))} ms at most.`,
    )
  })
})
