import { describe, expect, test } from 'vitest'
import { start } from '../../commands/process.ts'
import { at } from '../../reading/answer.ts'
import { codeOf, follow, keepAsking, newTopic, sender, unasked } from './clients.ts'
import { ownCluster, programs } from './cluster.ts'
import { makeKey, RATE_LIMIT } from './settings.ts'

const DEADLINE = { timeout: 20_000 }
const cluster = ownCluster()

describe.skipIf(programs === undefined)('on PostgreSQL (skipped where there is no initdb)', () => {
  async function startTwo() {
    const DATABASE_URL = await cluster().database()
    const key = await makeKey({ DATABASE_URL })
    const settings = { DATABASE_URL, RATE_LIMIT }
    return { key, one: await start(settings), other: await start(settings) }
  }

  test('of eight who create one entry at the same time by two instances, one does, and seven are told of it', async () => {
    const { key, one, other } = await startTwo()
    const query = `mutation { createTopic(input: { slug: "same", name: "Same" }) {
      __typename ... on ConflictError { reason existing { ... on Topic { slug } } }
    } }`
    const senders = [sender(one.url), sender(other.url)]
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => senders.map((send) => send({ query, key }))).flat(),
    )
    const answers = outcomes.map(({ body }) => at(body, 'data', 'createTopic'))
    const conflict = { __typename: 'ConflictError', reason: 'SLUG_TAKEN', existing: { slug: 'same' } }
    const isEntry = (answer: unknown) => at(answer, '__typename') === 'Topic'
    expect(answers.filter(isEntry)).toEqual([{ __typename: 'Topic' }])
    expect(answers.filter((answer) => !isEntry(answer))).toEqual(Array.from({ length: 7 }, () => conflict))
  })

  test('what one writes, those who follow the other are told of, and its memory gives at once', async () => {
    const { key, one, other } = await startTwo()
    const follower = follow(other.url)
    await expect.poll(() => follower.isOpen, DEADLINE).toBe(true)
    const asked = { query: '{ topics { totalCount } }' }
    const count = async () =>
      Number(at((await sender(other.url)(asked)).body, 'data', 'topics', 'totalCount'))
    const before = await count()
    await count()
    for (let place = 1; place <= 5; place += 1) {
      await sender(one.url)(newTopic(`topic ${place}`, key))
      await expect.poll(() => follower.slugs.length, DEADLINE).toBe(place)
      expect(await count()).toBe(before + place)
    }
    expect(follower.slugs).toEqual([1, 2, 3, 4, 5].map((place) => `topic-${place}`))
  })

  test('where one is killed under load, the other goes on as if nothing were', async () => {
    const { key, one, other } = await startTwo()
    const follower = follow(other.url)
    await expect.poll(() => follower.isOpen, DEADLINE).toBe(true)
    const next = (prefix: string) => (place: number) =>
      place % 4 === 0 ? newTopic(`${prefix} ${place}`, key) : unasked(place)
    const ofOne = keepAsking(one.url, 4, next('one'))
    const ofOther = keepAsking(other.url, 4, next('other'))
    await expect.poll(() => ofOne.outcomes.length, DEADLINE).toBeGreaterThan(20)
    one.kill('SIGKILL')
    await one.ended
    const answered = ofOther.outcomes.length
    await expect.poll(() => ofOther.outcomes.length, DEADLINE).toBeGreaterThan(answered + 50)
    const [outcomes] = await Promise.all([ofOther.stop(), ofOne.stop()])
    expect(outcomes.filter((outcome) => outcome.status !== 200 || codeOf(outcome) !== undefined)).toEqual([])
    // None of them stood in another's way, or was left behind half.
    await sender(other.url)(newTopic('afterwards', key))
    await expect.poll(() => follower.slugs.at(-1), DEADLINE).toBe('afterwards')
  })
})
