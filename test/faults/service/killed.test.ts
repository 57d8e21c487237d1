import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { foundedFolder } from '../../commands/founded-folder.ts'
import { start } from '../../commands/process.ts'
import { at } from '../../reading/answer.ts'
import { keepAsking, newTopic, topicsOf, unasked } from './clients.ts'
import { ownCluster, programs } from './cluster.ts'
import { makeKey, RATE_LIMIT } from './settings.ts'

const TIMES = 20
const TIMEOUT = { timeout: 240_000 }
const copyOfFounded = foundedFolder()
const cluster = ownCluster()

/** Kills a service again and again while it is read and written, and looks for all that it said it had written. */
async function expectNothingLost(settings: NodeJS.ProcessEnv) {
  const key = await makeKey(settings)
  const acknowledged = new Set<string>()
  let service = await start({ ...settings, RATE_LIMIT })
  for (let time = 0; time < TIMES; time += 1) {
    const readers = keepAsking(service.url, 4, unasked)
    const names = new Map<string, string>()
    const writers = keepAsking(service.url, 4, (place) => {
      const name = `topic ${time} ${place}`
      names.set(name.replaceAll(' ', '-'), name)
      return newTopic(name, key)
    })
    await expect.poll(() => writers.outcomes.length, { timeout: 20_000 }).toBeGreaterThan(0)
    await wait(Math.random() * 400)
    service.kill('SIGKILL')
    await service.ended
    const [outcomes] = await Promise.all([writers.stop(), readers.stop()])
    for (const { body } of outcomes) {
      const name = names.get(String(at(body, 'data', 'createTopic', 'slug')))
      if (name !== undefined) acknowledged.add(name)
    }
    const begun = performance.now()
    service = await start({ ...settings, RATE_LIMIT })
    const found = await topicsOf(service.url)
    expect(performance.now() - begun).toBeLessThan(15_000)
    expect(acknowledged.difference(found)).toEqual(new Set())
  }
  expect(acknowledged.size).toBeGreaterThan(TIMES)
}

describe('a service that is killed under load again and again has kept all that it acknowledged', () => {
  test('on the embedded database', TIMEOUT, () => expectNothingLost({ DATA_DIR: copyOfFounded() }))

  test.skipIf(programs === undefined)(
    'on PostgreSQL (skipped where there is no initdb)',
    TIMEOUT,
    async () => {
      const DATABASE_URL = await cluster().database()
      await expectNothingLost({ DATABASE_URL })
    },
  )
})
