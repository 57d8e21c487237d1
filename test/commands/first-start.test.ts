import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { ask, run, start, temporaryFolder } from './process.ts'
import { emptyRecord, SIZES, wholeRecord } from './whole-record.ts'

describe('the first start, on an empty folder', () => {
  test('founds the record, and says in one line where it answers and what it is for', async () => {
    const DATA_DIR = path.join(temporaryFolder(), 'new')
    const service = await start({ DATA_DIR })
    expect(await ask(service.url, SIZES)).toEqual(wholeRecord)
    service.kill('SIGTERM')
    expect(service.url).toMatch(/^http:\/\/localhost:\d+\/graphql$/)
    expect(await service.ended).toEqual({
      status: 0,
      signal: null,
      stdout: `Summitry answers at ${service.url} (on an embedded database in ${DATA_DIR}, for local use; DATABASE_URL moves it to a PostgreSQL server)\n`,
      stderr: '',
    })
  })

  test('leaves the record empty with SEED=off', async () => {
    const service = await start({ DATA_DIR: temporaryFolder(), SEED: 'off' })
    expect(await ask(service.url, SIZES)).toEqual(emptyRecord)
  })

  test('can be killed at any moment, again and again: the next one serves the whole record', async () => {
    const DATA_DIR = path.join(temporaryFolder(), 'new')
    for (const moment of [0, 400, 900, 1_500]) {
      const killed = run({ DATA_DIR })
      await killed.opened(DATA_DIR)
      await wait(moment)
      killed.kill('SIGKILL')
      expect(await killed.ended).toMatchObject({ signal: 'SIGKILL', stderr: '' })
    }
    const service = await start({ DATA_DIR })
    expect(await ask(service.url, SIZES)).toEqual(wholeRecord)
  }, 120_000)
})
