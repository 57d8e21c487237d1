import { describe, expect, onTestFinished, test } from 'vitest'
import { readinessOf } from '../../src/database/readiness.ts'
import { openServer } from '../../src/database/server.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { ownDatabase, serverUrl } from './own-database.ts'

const service = onEmptyRecord()

test('a migrated database is ready', async () => {
  expect(await service.database.readiness()).toBe('READY')
})

test('a database that has not all of the migrations is not ready', async () => {
  expect(await readinessOf(async () => [])).toBe('NOT_MIGRATED')
})

test('a database that fails is not reachable', async () => {
  expect(await readinessOf(() => Promise.reject(new Error('The connection is lost')))).toBe('UNREACHABLE')
})

test('a database that does not answer is not reachable, which is known within a second', async () => {
  const begun = performance.now()
  expect(await readinessOf(() => new Promise(() => undefined))).toBe('UNREACHABLE')
  expect(performance.now() - begun).toBeLessThan(1_000)
})

describe.skipIf(serverUrl === undefined)('on a PostgreSQL server', () => {
  async function openMigrated(besides = '') {
    const url = `${await ownDatabase()}${besides}`
    const [database, other] = [await openServer({ url }), await openServer({ url })]
    onTestFinished(() => database.close())
    onTestFinished(() => other.close())
    await database.migrate()
    return { database, other }
  }
  const cutListening = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'LISTEN %'`

  test('a database whose listening connection is lost is ready again when that is replaced', async () => {
    const { database, other } = await openMigrated()
    const stop = await database.listen(() => undefined)
    onTestFinished(stop)
    expect(await database.readiness()).toBe('READY')
    await other.query(cutListening, [])
    await expect.poll(database.readiness, { interval: 1 }).toBe('NOT_LISTENING')
    await expect.poll(database.readiness).toBe('READY')
  })

  test('a database all of whose connections are busy is ready', async () => {
    const { database } = await openMigrated()
    const busy = Array.from({ length: 30 }, () =>
      database.query('SELECT pg_sleep(1)', []).catch(() => undefined),
    )
    expect(await database.readiness()).toBe('READY')
    await Promise.all(busy)
  })
})
