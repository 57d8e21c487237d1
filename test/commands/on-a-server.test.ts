import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { ownDatabase, serverUrl } from '../database/own-database.ts'
import { ask, run, start } from './process.ts'
import { SIZES, wholeRecord } from './whole-record.ts'

describe.skipIf(serverUrl === undefined)('on a PostgreSQL server', () => {
  test('the first start founds the record, and says in one line where it answers', async () => {
    const service = await start({ DATABASE_URL: await ownDatabase() })
    expect(await ask(service.url, SIZES)).toEqual(wholeRecord)
    service.kill('SIGTERM')
    expect(await service.ended).toEqual({
      status: 0,
      signal: null,
      stdout: `Summitry answers at ${service.url} (on a PostgreSQL server)\n`,
      stderr: '',
    })
  })

  test('of two that start at once on an empty database, one founds the record', async () => {
    const DATABASE_URL = await ownDatabase()
    const services = await Promise.all([start({ DATABASE_URL }), start({ DATABASE_URL })])
    expect(await Promise.all(services.map(({ url }) => ask(url, SIZES)))).toEqual([wholeRecord, wholeRecord])
  })

  test('the first start can be killed at any moment, again and again: the next one serves the whole record', async () => {
    const DATABASE_URL = await ownDatabase()
    for (const moment of [800, 1_100, 1_400, 1_700]) {
      const killed = run({ DATABASE_URL })
      await wait(moment)
      killed.kill('SIGKILL')
      expect(await killed.ended).toMatchObject({ signal: 'SIGKILL', stderr: '' })
    }
    const service = await start({ DATABASE_URL })
    expect(await ask(service.url, SIZES)).toEqual(wholeRecord)
  }, 120_000)
})
