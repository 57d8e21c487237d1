import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { start } from '../../commands/process.ts'
import { freePort } from '../../harness/free-port.ts'
import { codeOf, keepAsking, type Outcome, sender } from './clients.ts'
import { ownCluster, programs } from './cluster.ts'
import { heapOf } from './heap.ts'
import { RATE_LIMIT } from './settings.ts'

/** For how long twice as much is asked as can be answered, in seconds. */
const SECONDS = Number(process.env['FAULTS_OVERLOAD_SECONDS'] ?? 120)
/** How many ask at a time for as much as can be answered. */
const BUSY = 16
/** How many ask for more than that. */
const CLIENTS = 400
const QUESTION = {
  query: '{ meetings(first: 5) { totalCount nodes { slug participants { nodes { name } } } } }',
}
const cluster = ownCluster()

/** Asks so many questions a second by so many clients, each of whom waits for one answer before the next question. */
async function askAtRate(url: string, { rate, seconds }: { rate: number; seconds: number }) {
  const send = sender(url)
  const outcomes: Outcome[] = []
  // As a proxy in front of the service has connections already.
  await Promise.all(Array.from({ length: CLIENTS }, () => send({ query: '{ __typename }' })))
  const begun = performance.now()
  const end = begun + seconds * 1_000
  async function askOn(place: number) {
    const pause = (CLIENTS / rate) * 1_000
    for (let at = begun + (pause * place) / CLIENTS; at < end; at = Math.max(at + pause, performance.now())) {
      await wait(Math.max(0, at - performance.now()))
      outcomes.push(await send(QUESTION))
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, place) => askOn(place)))
  return outcomes
}

/** How long all but a hundredth of them took at most, in milliseconds. */
function p99(outcomes: readonly Outcome[]): number {
  const times = outcomes.map(({ took }) => took).sort((a, b) => a - b)
  return Math.round(times[Math.floor(times.length * 0.99)] ?? Number.NaN)
}

describe.skipIf(programs === undefined)('on PostgreSQL (skipped where there is no initdb)', () => {
  test('of twice as much as it can answer, a service refuses what is too much at once, and keeps nothing of it', {
    timeout: (SECONDS + 120) * 1_000,
  }, async () => {
    const DATABASE_URL = await cluster().database()
    const inspector = await freePort()
    const service = await start({
      DATABASE_URL,
      RATE_LIMIT,
      CACHE_BYTES: '0',
      NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}`,
    })
    async function askBusily(seconds: number) {
      const clients = keepAsking(service.url, BUSY, () => QUESTION)
      await wait(seconds * 1_000)
      return clients.stop()
    }
    await askBusily(5)
    const normal = await askBusily(5)
    const rate = normal.length / 5
    const before = await heapOf(inspector)

    const outcomes = await askAtRate(service.url, { rate: rate * 2, seconds: SECONDS })

    const accepted = outcomes.filter(({ status }) => status === 200)
    const refused = outcomes.filter(({ status }) => status !== 200)
    expect(
      new Set(refused.map((outcome) => `${outcome.status} ${codeOf(outcome) ?? outcome.failure}`)),
    ).toEqual(new Set(['503 OVERLOADED']))
    // They wait for nothing but the processor, of which whoever asks takes most.
    expect(p99(refused)).toBeLessThan(2_000)
    // It goes on answering about as many as it can.
    expect(accepted.length / SECONDS).toBeGreaterThan(rate / 4)
    await wait(2_000)
    const after = await heapOf(inspector)
    console.log(
      `Asked ${Math.round(outcomes.length / SECONDS)}/s for ${SECONDS} s, ${Math.round(accepted.length / SECONDS)}/s were answered ` +
        `(${Math.round(rate)}/s before); p99 of these ${p99(accepted)} ms (${p99(normal)} ms before), of refusals ` +
        `${p99(refused)} ms; heap ${(after / before).toFixed(3)} of what it was.`,
    )
    expect(after / before).toBeLessThan(1.1)
  })
})
