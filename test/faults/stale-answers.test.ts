// Two instances with answers in memory, each written to and read from at once: no answer is older than what the instance
// has heard of. What is true at each place in the log is told by a service that keeps nothing.
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { type Doors, openDoors } from '../../src/server/doors.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import type { NewEntry } from '../../src/writing/check/draft.ts'
import { serverUrl } from '../database/own-database.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { withoutCost } from '../harness/without-cost.ts'
import { openAgain } from '../live/running-service.ts'

const service = onEmptyRecord()
const READS = 10_000
const READERS = 6
const actor = 'a test'

interface Instance {
  doors: Doors
  ask(query: string): Promise<string>
}
const instances: Instance[] = []

function open(database: Database): Instance {
  const doors = openDoors(database, { cacheBytes: 10_000_000 })
  const yoga = buildYoga(doors)
  const instance: Instance = {
    doors,
    async ask(query) {
      const response = await yoga.fetch(`http://localhost/graphql?query=${encodeURIComponent(query)}`)
      return JSON.stringify(withoutCost(await response.json()))
    },
  }
  instances.push(instance)
  return instance
}

/** They take turns. */
function instanceOf(turn: number): Instance {
  const instance = instances[turn % instances.length]
  if (!instance) throw new Error('There are two from the first test on')
  return instance
}

beforeAll(async () => {
  open(service.database)
  open(service.database)
  for (const { doors } of instances) await vi.waitUntil(() => doors.cache?.following.place !== undefined)
})
afterAll(async () => {
  for (const { doors } of instances) {
    await doors.cache?.following.close()
    await doors.feed.close()
  }
})

const people = ['ann', 'ben', 'carl', 'dora']
const attending = (...slugs: string[]) => slugs.map((slug) => ({ participant: slug, roles: ['PRINCIPAL'] }))
const entries: NewEntry[] = [
  { type: 'Source', input: { slug: 'report', title: 'Report', kind: 'OTHER' } },
  ...people.map((slug): NewEntry => ({ type: 'Participant', input: { slug, name: slug, kind: 'PERSON' } })),
  {
    type: 'Meeting',
    input: { slug: 'talk', title: 'Talk', kind: 'BILATERAL', participants: attending('ann') },
  },
  { type: 'Issue', input: { slug: 'issue', question: 'Is it?' } },
  ...['one', 'two', 'three', 'four'].map(
    (slug, place): NewEntry => ({
      type: 'Statement',
      input: {
        slug,
        text: slug,
        wording: 'DIRECT',
        act: 'ASSERT',
        speaker: people[place],
        meeting: 'talk',
        about: ['Meeting:talk'],
        positions: [{ issue: 'issue', stance: 'AFFIRMS' }],
        citations: [{ source: 'report' }],
      },
    }),
  ),
  { type: 'Agreement', input: { slug: 'truce', title: 'Truce', kind: 'CEASEFIRE' } },
]

/** Each is answered by one statement, so that an answer is that of one moment. */
const questions = [
  '{ statement(id: "one") { isContested contradictedBy { nodes { slug } } } }',
  '{ issue(id: "issue") { isContested } }',
  '{ meeting(id: "talk") { isContested accounts { side { slug } positions { nodes { stance } } } } }',
  '{ statement(id: "four") { evidence attribution { slug speaker { isAnonymous } } } }',
  '{ statements(filter: { evidence: [UNATTRIBUTED, HEARSAY, REPORTED] }) { totalCount } }',
  '{ agreement(id: "truce") { status(on: "2000-01-01") } }',
  '{ agreements(filter: { status: { any: [IN_FORCE], on: "2000-01-01" } }) { nodes { slug } } }',
  '{ participant(id: "ann") { counterparts { totalCount } } }',
  '{ participant(id: "ben") { counterparts { edges { meetingCount } } } }',
  '{ statements(filter: { meeting: ["talk"] }) { facets { byAct { act count } } } }',
  '{ meeting(id: "talk") { statements { facets { byAct { act count } } } } }',
]

function pick<Member>(members: readonly Member[]): Member {
  const member = members[Math.floor(Math.random() * members.length)]
  if (member === undefined) throw new Error('There is one to pick')
  return member
}

/** Changes of whatever the questions rest on. */
const changes: [NewEntry['type'], string, () => object][] = [
  ...['one', 'two', 'three', 'four'].flatMap((slug): [NewEntry['type'], string, () => object][] => [
    [
      'Statement',
      slug,
      () => ({ positions: [{ issue: 'issue', stance: pick(['AFFIRMS', 'DENIES', 'HEDGES']) }] }),
    ],
    ['Statement', slug, () => ({ act: pick(['ASSERT', 'DENY', 'ASK']) })],
  ]),
  ['Statement', 'four', () => ({ reportedIn: pick(['three', null, 'two']) })],
  ['Statement', 'three', () => ({ reportedIn: pick(['one', null]) })],
  ['Participant', 'ann', () => ({ isAnonymous: pick([true, false]) })],
  [
    'Meeting',
    'talk',
    () => ({ participants: attending('ann', ...people.slice(1).filter(() => Math.random() < 0.5)) }),
  ],
  [
    'Agreement',
    'truce',
    () => ({ events: [{ kind: pick(['ENTERED_INTO_FORCE', 'SIGNED', 'TERMINATED']), date: '1999' }] }),
  ],
]

test('in 10,000 reads beside writes no answer is older than what its instance had heard of', {
  timeout: 600_000,
}, async () => {
  const first = instanceOf(0)
  // On a server each has a client of its own, as processes have.
  if (serverUrl !== undefined) {
    open(await openAgain(service.database))
    await vi.waitUntil(() => instances[2]?.doors.cache?.following.place !== undefined)
  }
  for (const entry of entries) await first.doors.writer.create({ actor, entry })

  /** What was true at each place, question by question. */
  const truths = new Map<number, string[]>()
  async function noteTruth() {
    await first.doors.cache?.following.caughtUp()
    const [row] = await service.database.query<{ place: string }>(
      'SELECT max("place")::text AS "place" FROM "ChangeSet"',
      [],
    )
    const answers: string[] = []
    for (const query of questions) answers.push(JSON.stringify(await service.ask(query)))
    truths.set(Number(row?.place), answers)
  }
  await noteTruth()

  const seen: { question: number; answer: string; heard: number }[] = []
  let kept = 0
  async function read(reader: number) {
    while (seen.length < READS) {
      const { doors, ask } = instanceOf(reader)
      const question = Math.floor(Math.random() * questions.length)
      const heard = doors.cache?.following.place ?? 0
      const before = doors.cache?.answers.size ?? 0
      const answer = await ask(questions[question] ?? '')
      if (before > 0 && before === doors.cache?.answers.size) kept += 1
      seen.push({ question, answer, heard })
      // Reading alone would leave no time for writing.
      await turn()
    }
  }
  async function writeAll() {
    let writes = 0
    for (; seen.length < READS || writes < 100; writes += 1) {
      const [type, slug, input] = pick(changes)
      const { writer } = instanceOf(writes).doors
      const [row] = await service.database.query<{ version: number }>(
        `SELECT "version" FROM "${type}" WHERE "slug" = $1`,
        [slug],
      )
      await writer
        .update({ actor, type, id: slug, version: row?.version ?? 0, input: input() })
        // A chain that would be a circle.
        .catch((error: unknown) => expect(String(error)).toContain('InvalidEntriesError'))
      await noteTruth()
    }
    return writes
  }
  const [writes] = await Promise.all([
    writeAll(),
    ...Array.from({ length: READERS }, (_, reader) => read(reader)),
  ])

  const stale = seen.filter(
    ({ question, answer, heard }) =>
      ![...truths].some(([place, answers]) => place >= heard && answers[question] === answer),
  )
  expect(stale).toEqual([])
  expect(writes).toBeGreaterThanOrEqual(100)
  // Or nothing was tried.
  expect(kept).toBeGreaterThan(READS / 4)
})
