// `npm run bench:live`: how long it takes from a commit to a client's event, and what a long transaction costs the
// others. It prints figures and holds nobody to them; DATABASE_URL names the server, on which it makes a database of
// its own and drops it.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../../src/database/database.ts'
import { openServer } from '../../src/database/server.ts'
import { createEntries } from '../../src/writing/create-entries.ts'
import { median, milliseconds, percentile } from './figures.ts'
import { makeDatabase } from './own-database.ts'
import { startService } from './service.ts'
import { subscribe } from './subscriber.ts'

const RATES = [10, 50]
const SUBSCRIBERS = [1, 200]
/** How long each rate is kept up, and how long the long transaction stays open, in milliseconds. */
const DURATION = 10_000
const OPEN_FOR = 60_000
const LONG = 100_000

const serverUrl = process.env['DATABASE_URL']
if (serverUrl === undefined) {
  console.error('DATABASE_URL names the PostgreSQL server to measure on.')
  process.exit(1)
}

let count = 0

/** Writes a topic; gives the moment at which it asked to commit, and how long all of it took. */
async function write(database: Database, onCommit: (slug: string, at: number) => void): Promise<number> {
  const slug = `topic-${++count}`
  const start = performance.now()
  await database.transaction(async (tx) => {
    await createEntries(tx, {
      actor: 'a benchmark',
      entries: [{ type: 'Topic', input: { slug, name: slug } }],
    })
    onCommit(slug, performance.now())
  })
  return performance.now() - start
}

/** Writes at a rate while something goes on, and gives how long each write took and each event was on its way. */
async function measure(
  database: Database,
  {
    url,
    subscribers,
    rate,
    until,
  }: { url: string; subscribers: number; rate: number; until: Promise<unknown> },
) {
  const committed = new Map<string, number>()
  const delays: number[] = []
  const open = await Promise.all(
    Array.from({ length: subscribers }, () =>
      subscribe(url, (slug) => {
        const at = committed.get(slug)
        if (at !== undefined) delays.push(performance.now() - at)
      }),
    ),
  )
  let isOver = false
  until.then(() => {
    isOver = true
  })
  const writes: Promise<number>[] = []
  while (!isOver) {
    writes.push(write(database, (slug, at) => committed.set(slug, at)))
    await wait(1_000 / rate)
  }
  const durations = await Promise.all(writes)
  const deadline = performance.now() + 10_000
  while (delays.length < writes.length * subscribers && performance.now() < deadline) await wait(10)
  for (const subscriber of open) subscriber.close()
  return { durations, delays, missing: writes.length * subscribers - delays.length }
}

async function measureDelays(database: Database, url: string) {
  console.log('From commit to event:')
  for (const subscribers of SUBSCRIBERS) {
    for (const rate of RATES) {
      const { delays, missing } = await measure(database, { url, subscribers, rate, until: wait(DURATION) })
      const figures = `median ${milliseconds(median(delays))}, p99 ${milliseconds(percentile(delays, 99))}`
      console.log(
        `  ${subscribers} subscribers, ${rate} writes/s: ${figures} (${delays.length} events, ${missing} missing)`,
      )
    }
  }
}

async function measureLongTransaction(
  database: Database,
  { url, databaseUrl }: { url: string; databaseUrl: string },
) {
  const rate = 10
  const before = await measure(database, { url, subscribers: 1, rate, until: wait(DURATION) })
  console.log(`Other writes beside a transaction with ${LONG.toLocaleString('en')} entries:`)
  console.log(`  before: median ${milliseconds(median(before.durations))}`)

  let arrived = 0
  const { promise: allArrived, resolve } = Promise.withResolvers<number>()
  const watching = await subscribe(url, (slug) => {
    if (!slug.startsWith('long-')) return
    arrived += 1
    if (arrived === LONG) resolve(performance.now())
  })
  const long = fork(path.join(import.meta.dirname, 'long-transaction.ts'), [
    databaseUrl,
    String(LONG),
    String(OPEN_FOR),
  ])
  // It says when it has written all, and when it commits.
  for (const phase of ['while it writes', 'while it stays open']) {
    const during = await measure(database, { url, subscribers: 1, rate, until: once(long, 'message') })
    const ratio = (median(during.durations) / median(before.durations)).toFixed(2)
    console.log(
      `  ${phase}: median ${milliseconds(median(during.durations))} (${ratio} x), seen after ` +
        `${milliseconds(median(during.delays))}, p99 ${milliseconds(percentile(during.delays, 99))} ` +
        `(${during.durations.length} writes, ${during.missing} missing)`,
    )
  }
  const committing = performance.now()
  await once(long, 'exit')
  console.log(`  its commit took at most ${milliseconds(performance.now() - committing)}`)
  console.log(
    `  all of its changes were with a subscriber after ${milliseconds((await allArrived) - committing)}`,
  )
  watching.close()
}

async function main(serverUrl: string) {
  await using running = new AsyncDisposableStack()
  const { url: databaseUrl, drop } = await makeDatabase(serverUrl)
  running.defer(drop)
  const database = await openServer({ url: databaseUrl })
  running.defer(() => database.close())
  await database.migrate()
  const service = await startService(databaseUrl)
  running.defer(service.stop)
  await measureDelays(database, service.url)
  await measureLongTransaction(database, { url: service.url, databaseUrl })
}

await main(serverUrl)
// The schema engine leaves a timer behind that would keep the process for ten seconds.
process.exit(0)
