// The feed of the log, from wherever somebody begins: what lies in memory and what the database has make one log.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EntryType } from '../../src/generated/prisma/enums.ts'
import { type ChangeFeed, createChangeFeed } from '../../src/reading/change-feed.ts'
import { type LoggedChange, type LogPlace, START_OF_LOG } from '../../src/reading/log-place.ts'
import { readLog } from '../../src/reading/read-log.ts'
import { createReader } from '../../src/reading/reader.ts'
import type { NewEntry } from '../../src/writing/check/draft.ts'
import { createEntries } from '../harness/create-entries.ts'
import { onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()

/** More than twice what is kept in memory; a set has a thousand changes at most. */
const SETS = [1, 1, 700, 1, 60, 1_300, 5, 1, 400, 1, 49, 50, 51, 2]
const TYPES: EntryType[][] = [[], ['PARTICIPANT'], ['TOPIC', 'PARTICIPANT'], ['MEETING']]

let early: ChangeFeed
let late: ChangeFeed
let log: LoggedChange[]

beforeAll(async () => {
  const { database } = service
  const reader = createReader(database)
  early = createChangeFeed(database, reader)
  const waiting = follow(early, { after: START_OF_LOG, types: [] })
  let count = 0
  for (const size of SETS) {
    const entries = Array.from({ length: size }, (): NewEntry => {
      const slug = `entry-${++count}`
      return count % 3 === 0
        ? { type: 'Participant', input: { slug, name: slug, kind: 'PERSON' } }
        : { type: 'Topic', input: { slug, name: slug } }
    })
    await database.transaction((tx) => createEntries(tx, entries))
  }
  log = await readLog(reader, { after: START_OF_LOG, take: 10_000 })
  expect(log).toHaveLength(count)
  // Whoever waited from the start on has all of it, and the feed is at the end.
  expect(await waiting(count)).toEqual(log)
  late = createChangeFeed(database, reader)
}, 120_000)

afterAll(async () => {
  await early.close()
  await late.close()
})

/** Follows a feed; gives what takes so many changes of it, and ends. */
function follow(feed: ChangeFeed, { after, types }: { after: LogPlace; types: EntryType[] }) {
  const ending = new AbortController()
  const pages = feed.follow({ after, types, signal: ending.signal })
  const first = pages.next()
  return async (count: number): Promise<LoggedChange[]> => {
    const seen: LoggedChange[] = []
    if (count > 0) {
      for (let page = await first; !page.done; page = await pages.next()) {
        seen.push(...page.value)
        if (seen.length >= count) break
      }
    }
    ending.abort()
    expect((await (count > 0 ? pages.next() : first)).done).toBe(true)
    return seen
  }
}

test.each(TYPES.map((types) => ({ types })))('of types $types, from any place on', async ({ types }) => {
  const isWanted = ({ entryType }: LoggedChange) => types.length === 0 || types.includes(entryType)
  for (let begin = 0; begin <= log.length; begin += 97) {
    const after = log[begin - 1]?.place ?? START_OF_LOG
    const wanted = log.slice(begin).filter(isWanted)
    for (const feed of [early, late])
      expect(await follow(feed, { after, types })(wanted.length)).toEqual(wanted)
  }
})

test('after every single change comes the next', async () => {
  for (const [place, next] of log.entries()) {
    const after = log[place - 1]?.place ?? START_OF_LOG
    const [first] = await follow(early, { after, types: [] })(1)
    expect(first).toEqual(next)
  }
})

test('a change that is found before it is announced comes once', async () => {
  const { database } = service
  const reader = createReader(database)
  let announce = () => {}
  const listen = async (onChange: () => void) => {
    announce = onChange
    return async () => {}
  }
  const feed = createChangeFeed({ ...database, listen }, reader)
  // From its first follower on the feed knows where the log ends, and hears of nothing more.
  await follow(feed, { after: START_OF_LOG, types: [] })(1)
  const write = (slug: string) =>
    database.transaction((tx) => createEntries(tx, [{ type: 'Topic', input: { slug, name: slug } }]))
  await write('found')
  const after = log.at(-3)?.place ?? START_OF_LOG
  const pages = feed.follow({ after, types: [], signal: new AbortController().signal })
  const { value: found = [] } = await pages.next()
  await write('announced')
  announce()
  const { value: announced = [] } = await pages.next()
  expect([found.length, announced.length]).toEqual([3, 1])
  expect([...found, ...announced]).toEqual(await readLog(reader, { after, take: 10 }))
  await feed.close()
  await pages.return()
})

test('nobody follows any more', () => {
  expect([early.followers, late.followers]).toEqual([0, 0])
})
