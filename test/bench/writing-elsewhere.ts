import { setInterval as every } from 'node:timers/promises'
import { openServer } from '../../src/database/server.ts'
import { createWriter, type Writer } from '../../src/writing/writer.ts'
import { startService } from './service.ts'

/** Statements that were made at no meeting: nothing that is asked of meetings rests on them. */
const ELSEWHERE = `SELECT "slug", "version" FROM "Statement" WHERE "meetingId" IS NULL ORDER BY "id" LIMIT 1000`

interface Written {
  slug: string
  version: number
}

/** Changes one statement after the other, each in a transaction of its own, until it is disposed of. */
export async function writingElsewhere(databaseUrl: string, perSecond: number): Promise<AsyncDisposable> {
  const database = await openServer({ url: databaseUrl })
  const writer = createWriter(database)
  const statements = await database.query<Written>(ELSEWHERE, [])
  const stopping = new AbortController()
  async function write() {
    let place = 0
    const ticks = every(1_000 / perSecond, undefined, { signal: stopping.signal })
    try {
      for await (const _ of ticks) {
        const statement = statements[place++ % statements.length]
        if (statement) await change(writer, statement)
      }
    } catch (error) {
      if (!stopping.signal.aborted) throw error
    }
  }
  const writing = write()
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort()
      await writing
      await database.close()
    },
  }
}

/** The languages in turn, so that each change is one. */
async function change(writer: Writer, statement: Written): Promise<string> {
  const language = ['en', 'fr'][statement.version % 2] ?? 'en'
  await writer.update({
    actor: 'a benchmark',
    type: 'Statement',
    id: statement.slug,
    version: statement.version,
    input: { language },
  })
  statement.version += 1
  return language
}

/**
 * How long it takes, from the commit of a write, until a service that has the answer in memory gives another: in
 * milliseconds, write by write.
 */
export async function timesToBeSeen(databaseUrl: string, writes: number): Promise<number[]> {
  await using opened = new AsyncDisposableStack()
  const database = await openServer({ url: databaseUrl })
  opened.defer(() => database.close())
  const service = await startService(databaseUrl)
  opened.defer(service.stop)
  const writer = createWriter(database)
  const [statement] = await database.query<Written>(ELSEWHERE, [])
  if (!statement) return []

  const asked = new URLSearchParams({ query: `{ statement(id: "${statement.slug}") { version } }` })
  async function seenVersion(): Promise<unknown> {
    const answer: unknown = await (await fetch(`${service.url}?${asked}`)).json()
    return Reflect.get(
      Object(Reflect.get(Object(Reflect.get(Object(answer), 'data')), 'statement')),
      'version',
    )
  }
  const times: number[] = []
  for (let count = 0; count < writes; count += 1) {
    // It is in memory then.
    await seenVersion()
    await change(writer, statement)
    const committed = performance.now()
    while ((await seenVersion()) !== statement.version) {
      // As fast as it answers.
    }
    times.push(performance.now() - committed)
  }
  return times
}
