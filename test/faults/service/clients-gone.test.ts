import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { start } from '../../commands/process.ts'
import { freePort } from '../../harness/free-port.ts'
import { newTopic, type Sent, sender, unasked } from './clients.ts'
import { ownCluster, programs, query } from './cluster.ts'
import { figures } from './figures.ts'
import { makeKey, RATE_LIMIT } from './settings.ts'

const GONE = 100
const cluster = ownCluster()

/** Sends a request, and is gone after a while. */
async function sendAndGo(url: string, { query: text, key }: Sent, after: number) {
  const body = JSON.stringify({ query: text })
  const lines = [
    'POST /graphql HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(key === undefined ? [] : [`Authorization: Bearer ${key}`]),
  ]
  const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined)
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`)
  await wait(after)
  socket.destroy()
}

/** A large answer, which takes the service and its database some time. */
function large(place: number): Sent {
  const people = 'participants { nodes { name meetings(first: 20) { nodes { slug title } } } }'
  return { query: `query l${place} { meetings(first: 20) { nodes { slug ${people} } } }` }
}

describe.skipIf(programs === undefined)('on PostgreSQL (skipped where there is no initdb)', () => {
  test('5 seconds after 100 clients went away in the middle of their answers, every connection is idle', async () => {
    const DATABASE_URL = await cluster().database()
    const key = await makeKey({ DATABASE_URL })
    const METRICS_PORT = `${await freePort()}`
    const service = await start({ DATABASE_URL, RATE_LIMIT, METRICS_PORT })
    const statements = () => figures(METRICS_PORT, 'summitry_sql_statements_total')
    const before = await statements()
    await Promise.all(
      Array.from({ length: GONE }, (_, place) => {
        const sent = place % 4 === 0 ? newTopic(`topic ${place}`, key) : large(place)
        return sendAndGo(service.url, sent, 5 + Math.random() * 300)
      }),
    )
    await wait(5_000)
    // Or they were gone before anything was begun.
    expect((await statements()) - before).toBeGreaterThan(GONE / 4)
    const pools = ['planned', 'prepared']
    for (const pool of pools) {
      const state = (name: string) =>
        figures(METRICS_PORT, `summitry_database_connections{pool="${pool}",state="${name}"}`)
      expect(await state('idle')).toBe(await state('all'))
      expect(await figures(METRICS_PORT, `summitry_database_waiting{pool="${pool}"}`)).toBe(0)
    }
    expect(
      await query(
        DATABASE_URL,
        `SELECT state, query FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`,
      ),
    ).toEqual([])
    expect(await sender(service.url)(unasked(0))).toMatchObject({ status: 200 })
  })
})
