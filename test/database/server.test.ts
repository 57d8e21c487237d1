import { describe, expect, onTestFinished, test } from 'vitest'
import { EXCLUSIVE_LOCK } from '../../src/database/database.ts'
import { migrationNames } from '../../src/database/migration-files.ts'
import { openServer } from '../../src/database/server.ts'
import { ownDatabase, serverUrl } from './own-database.ts'

async function open(url: string) {
  const database = await openServer({ url })
  onTestFinished(() => database.close())
  return database
}

describe('a database that cannot be used is named without its password', () => {
  test.each([
    ['postgresql://somebody:secret@127.0.0.1:1/record', 'connect ECONNREFUSED 127.0.0.1:1.'],
    ['postgresql://somebody:secret@localhost:1/record', expect.stringContaining('connect ECONNREFUSED')],
    [
      'postgresql://somebody:secret@no-such-host.invalid/record',
      expect.stringContaining('no-such-host.invalid'),
    ],
    ['postgresql://somebody:secret%E0@127.0.0.1:1/record', 'URI malformed.'],
  ])('%s', async (url, reason) => {
    const error = await openServer({ url }).catch((thrown) => thrown)
    expect(error).toMatchObject({ name: 'ConfigError' })
    const [setting, told] = error.message.split(': ')
    expect([setting, told]).toEqual(['DATABASE_URL names a database that cannot be used', reason])
    expect(error.message).not.toContain('secret')
  })
})

describe.skipIf(serverUrl === undefined)('on a PostgreSQL server', () => {
  test('a database that is not there is named', async () => {
    const url = (await ownDatabase()).replace(/\/[^/]*$/, '/summitry_test_none')
    await expect(openServer({ url })).rejects.toThrow(
      'DATABASE_URL names a database that cannot be used: database "summitry_test_none" does not exist.',
    )
  })

  test('days and instants are UTC, and the options of the address hold', async () => {
    const options = encodeURIComponent('-c TimeZone=Asia/Tokyo -c lock_timeout=7s')
    const database = await open(`${await ownDatabase()}?options=${options}`)
    const [row] = await database.query(
      `SELECT current_setting('TimeZone') AS zone, current_setting('lock_timeout') AS wait`,
      [],
    )
    expect(row).toEqual({ zone: 'UTC', wait: '7s' })
  })

  test('connections that the server ends are replaced', async () => {
    const url = await ownDatabase()
    const [database, other] = [await open(url), await open(url)]
    await other.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      [],
    )
    await expect.poll(() => database.query('SELECT 1 AS one', []).catch(() => 'lost')).toEqual([{ one: 1 }])
  })

  test('of two that migrate at once, one applies everything', async () => {
    const url = await ownDatabase()
    const [one, other] = [await open(url), await open(url)]
    const applied = await Promise.all([one.migrate(), other.migrate()])
    expect(applied.sort()).toEqual([[], migrationNames()])
  })

  test('a migration whose connection is lost has applied nothing, and can be begun again', async () => {
    const url = await ownDatabase()
    const [database, other] = [await open(url), await open(url)]
    await other.query(`SELECT pg_advisory_lock(${EXCLUSIVE_LOCK})`, [])
    // Expected before it comes: it may come while the server is still being asked.
    const refusal = expect(database.migrate()).rejects.toThrow(
      'terminating connection due to administrator command',
    )
    // Other tests wait for locks of their own on the same server.
    const isWaiting = `datname = current_database()
      AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)`
    await expect
      .poll(() =>
        other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${isWaiting}`, []),
      )
      .toHaveLength(1)
    await refusal
    await other.query(`SELECT pg_advisory_unlock(${EXCLUSIVE_LOCK})`, [])
    expect(await database.migrate()).toEqual(migrationNames())
  })

  test('a connection that the server ends in the middle of a transaction fails that, and nothing else', async () => {
    const url = await ownDatabase()
    const [database, other] = [await open(url), await open(url)]
    const refusal = expect(
      database.transaction((tx) => tx.query`SELECT pg_sleep(30)::text AS slept`),
    ).rejects.toMatchObject({ name: 'UnfinishedTransactionError', trouble: 'LOST', mayBeWritten: false })
    const end = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%pg_sleep%'`
    await expect.poll(() => other.query(end, [])).toHaveLength(1)
    await refusal
    expect(await database.query('SELECT 1 AS one', [])).toEqual([{ one: 1 }])
  })

  describe('of a service', () => {
    const service = { connections: 2, connectionWait: 200, statement: 200 }
    async function openService() {
      const database = await openServer({ url: await ownDatabase(), service })
      onTestFinished(() => database.close())
      return database
    }

    test('statements end that take too long, alone and in a transaction', async () => {
      const database = await openService()
      const message = 'canceling statement due to statement timeout'
      await expect(database.query('SELECT pg_sleep(5)', [])).rejects.toThrow(message)
      await expect(
        database.transaction((tx) => tx.query`SELECT pg_sleep(5)::text AS slept`),
      ).rejects.toMatchObject({ trouble: 'LATE', mayBeWritten: false, cause: { message } })
    })

    test('what is done once at the start may take as long as it will', async () => {
      const database = await openService()
      const slow = database.transaction((tx) => tx.query`SELECT pg_sleep(0.5)::text AS slept`, {
        mayTakeLong: true,
      })
      expect(await slow).toEqual([{ slept: '' }])
      // The next on the same connection has the limit again.
      await expect(database.query('SELECT pg_sleep(5)', [])).rejects.toThrow('statement timeout')
    })

    test('there are as many connections as it is told, whatever they do', async () => {
      const database = await openService()
      const busy = Array.from({ length: 20 }, () => database.query('SELECT 1 AS one', []))
      await Promise.all(busy)
      expect(database.pools().map(({ total }) => total)).toEqual([1, expect.toSatisfy((total) => total <= 1)])
    })
  })

  test('of a command, statements take as long as they will', async () => {
    const database = await open(await ownDatabase())
    expect(await database.query(`SELECT current_setting('statement_timeout') AS most`, [])).toEqual([
      { most: '0' },
    ])
  })
})
