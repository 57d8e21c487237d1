// What clients are told while the database takes too long, or is away.
import pg from 'pg'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openServer } from '../../src/database/server.ts'
import { defaultLimits, type Limits } from '../../src/limits.ts'
import type { ReadPath } from '../../src/reading/reader.ts'
import { openDoors } from '../../src/server/doors.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { doorTo } from '../database/door.ts'
import { ownDatabase, serverUrl } from '../database/own-database.ts'
import { textAt } from '../reading/answer.ts'

const LATE =
  'The database took longer than 300 ms for a statement of the operation. Ask for less at a time. What a mutation writes may have been written.'
const AWAY =
  'The database is not available at the moment. Nothing is wrong with the request: send it again. What a mutation writes may have been written.'
const TOPICS = '{ topics { totalCount } }'
const CREATE = 'mutation { createTopic(input: { name: "Trade" }) { ... on Topic { slug } } }'

interface Options {
  limits?: Partial<Limits>
  connections?: number
  readPath?: ReadPath
}

/** A service on a database of its own, behind a door, and somebody who can have its tables for themselves. */
async function serve({ limits: set = {}, connections = 15, readPath = 'compiled' }: Options = {}) {
  const limits = { ...defaultLimits, MAX_STATEMENT_MS: 300, MAX_CONNECTION_WAIT_MS: 300, ...set }
  const url = await ownDatabase()
  const door = await doorTo(url)
  const service = {
    connections,
    connectionWait: limits.MAX_CONNECTION_WAIT_MS,
    statement: limits.MAX_STATEMENT_MS,
  }
  const database = await openServer({ url: door.url, service })
  onTestFinished(() => database.close())
  await database.migrate()
  const log = vi.fn()
  const doors = openDoors(database, { readPath })
  onTestFinished(() => doors.feed.close())
  const yoga = buildYoga(doors, { log, limits })
  const authorization = `Bearer ${await doors.keys.create({ name: 'editor', role: 'EDITOR' })}`
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  onTestFinished(() => other.end())

  return {
    door,
    other,
    log,
    database,
    yoga,
    lock: (table: string) => other.query(`BEGIN; LOCK TABLE "${table}" IN ACCESS EXCLUSIVE MODE`),
    unlock: () => other.query('ROLLBACK'),
    async ask(query: string, headers: Record<string, string> = {}) {
      const begun = performance.now()
      const response = await yoga.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      })
      const body: unknown = await response.json()
      return {
        status: response.status,
        retryAfter: response.headers.get('retry-after'),
        body,
        took: performance.now() - begun,
      }
    },
    get asEditor() {
      return { authorization }
    },
  }
}

/** The answer to an operation of which nothing could be answered. */
function nothing(extensions: object, message: string, path = ['topics', 'totalCount']) {
  const column = path.length === 1 ? CREATE.indexOf('createTopic') + 1 : TOPICS.indexOf('totalCount') + 1
  return { errors: [{ message, locations: [{ line: 1, column }], path, extensions }], data: null }
}
function unavailable(message: string, path?: string[]) {
  const body = nothing({ code: 'SERVICE_UNAVAILABLE' }, message, path)
  return { status: 503, retryAfter: '1', body, took: expect.any(Number) }
}

describe.skipIf(serverUrl === undefined)('on a PostgreSQL server', () => {
  test.each(['compiled', 'prisma'] as const)(
    'a statement that takes too long is ended, and told with the limit (READ_PATH=%s)',
    async (readPath) => {
      const { ask, lock, unlock, log } = await serve({ readPath })
      await lock('Topic')
      const answer = await ask(TOPICS)
      const extensions = { code: 'TIMEOUT', limit: 'MAX_STATEMENT_MS' }
      expect(answer).toMatchObject({ status: 200, body: nothing(extensions, LATE) })
      expect(answer.took).toBeLessThan(1_000)
      expect(log).toHaveBeenCalledOnce()
      await unlock()
      expect(await ask(TOPICS)).toMatchObject({ status: 200, body: { data: { topics: { totalCount: 0 } } } })
    },
  )

  test('an operation that takes too long is told with the limit of operations, though the database goes on', async () => {
    const { ask, lock } = await serve({ limits: { MAX_OPERATION_MS: 100 } })
    await lock('Topic')
    const message =
      'The operation took longer than 100 ms. Ask for less at a time; what it writes may have been written.'
    const extensions = { code: 'TIMEOUT', limit: 'MAX_OPERATION_MS' }
    expect(await ask(TOPICS)).toMatchObject({ status: 200, body: { errors: [{ message, extensions }] } })
  })

  test('where all connections are busy for too long, whoever waits for one is told so', async () => {
    const { ask, lock } = await serve({ connections: 2, limits: { MAX_STATEMENT_MS: 2_000 } })
    await lock('Topic')
    const busy = ask(TOPICS)
    const answer = await ask(TOPICS)
    expect(answer).toEqual(unavailable(AWAY))
    expect(answer.took).toBeLessThan(1_000)
    expect(await busy).toMatchObject({ body: { errors: [{ extensions: { code: 'TIMEOUT' } }] } })
  })

  test.each(['compiled', 'prisma'] as const)(
    'while the database is away, nothing is answered, and all is as it was when it is back (READ_PATH=%s)',
    async (readPath) => {
      const { ask, asEditor, door, log } = await serve({ readPath })
      door.shut()
      expect(await ask(TOPICS)).toEqual(unavailable(AWAY))
      expect(await ask('{ topic(id: "x") { slug } }')).toMatchObject({
        status: 200,
        retryAfter: null,
        body: { data: { topic: null }, errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
      })
      expect(await ask('{ __typename }', asEditor)).toMatchObject({
        status: 503,
        retryAfter: '1',
        body: { errors: [{ message: AWAY, extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
      })
      expect(log).toHaveBeenCalledTimes(3)
      await door.open()
      expect(await ask(TOPICS, asEditor)).toMatchObject({ status: 200 })
    },
  )

  test('a subscription that cannot begin since the database is away is told why', async () => {
    const { yoga, door } = await serve()
    door.shut()
    const address = `http://localhost/graphql?query=${encodeURIComponent('subscription { changes { slug } }')}`
    const response = await yoga.fetch(address, { headers: { accept: 'text/event-stream' } })
    expect(await response.text()).toContain(`"errors":[{"message":"${AWAY}"`)
  })

  test('what waits for the next request is replaced without a word where it was lost, for reading', async () => {
    const { ask, door, log } = await serve()
    await ask(TOPICS)
    door.cut()
    expect(await ask(TOPICS)).toMatchObject({ status: 200, body: { data: { topics: { totalCount: 0 } } } })
    expect(log).not.toHaveBeenCalled()
  })

  test('a write whose connection is lost before its end is not on record, and says so', async () => {
    const { ask, asEditor, door, other } = await serve()
    door.cutAt('INSERT INTO "Topic"')
    const message =
      'The database is not available at the moment. Nothing is wrong with the request: send it again. Nothing was written.'
    expect(await ask(CREATE, asEditor)).toMatchObject(unavailable(message, ['createTopic']))
    expect((await other.query('SELECT FROM "Topic"')).rowCount).toBe(0)
  })

  test('a write whose connection is lost at its end says that nobody knows whether it is on record', async () => {
    const { ask, asEditor, door, other } = await serve()
    door.cutAt('COMMIT')
    const answer = await ask(CREATE, asEditor)
    expect(answer).toMatchObject({ status: 503, retryAfter: '1' })
    expect(textAt(answer.body, 'errors', 0, 'message')).toBe(
      'The database is not available at the moment. The connection was lost while this was being written, and whether it was is not known: look before you send it again.',
    )
    // As it may be.
    await expect.poll(async () => (await other.query('SELECT FROM "Topic"')).rowCount).toBe(1)
  })

  test('a write that takes the database too long is taken back, and says so', async () => {
    const { ask, asEditor, other } = await serve()
    await other.query(`CREATE FUNCTION take_long() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM pg_sleep(1); RETURN NEW; END'`)
    await other.query('CREATE TRIGGER long BEFORE INSERT ON "Topic" EXECUTE FUNCTION take_long()')
    const answer = await ask(CREATE, asEditor)
    expect(textAt(answer.body, 'errors', 0, 'message')).toBe(
      'The database took longer than 300 ms for a statement of the operation. Ask for less at a time. Nothing was written.',
    )
    expect((await other.query('SELECT FROM "Topic"')).rowCount).toBe(0)
  })
})
