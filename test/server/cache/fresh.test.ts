// Whatever an answer rests on, the first answer after a write is the one that the record gives; writes elsewhere leave it.
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { NewEntry } from '../../../src/writing/check/draft.ts'
import { onKeptAnswers } from './kept-service.ts'

const service = onKeptAnswers()

const entry = (type: NewEntry['type'], input: object): NewEntry => ({ type, input })
const participant = (slug: string, input = {}) =>
  entry('Participant', { slug, name: slug, kind: 'PERSON', ...input })
const meeting = (slug: string, input = {}) =>
  entry('Meeting', { slug, title: slug, kind: 'BILATERAL', ...input })
const statement = (slug: string, input = {}) =>
  entry('Statement', {
    slug,
    text: `What ${slug} says`,
    wording: 'DIRECT',
    act: 'ASSERT',
    speaker: 'ann',
    citations: [{ source: 'report' }],
    ...input,
  })
const attending = (...slugs: string[]) => slugs.map((slug) => ({ participant: slug, roles: ['PRINCIPAL'] }))
const position = (issue: string, stance: string) => ({ positions: [{ issue, stance }] })

beforeAll(() =>
  service.create(
    entry('Topic', { slug: 'war', name: 'War' }),
    entry('Topic', { slug: 'truces', name: 'Truces' }),
    entry('Source', { slug: 'report', title: 'A report', kind: 'NEWS_REPORT' }),
    participant('ann'),
    participant('ben'),
    participant('carl'),
    participant('karl'),
    participant('dora'),
    meeting('summit', { kind: 'SUMMIT', date: '1985-11-19' }),
    meeting('talk', { parent: 'summit', date: '1985-11-20', participants: attending('ann', 'ben') }),
    meeting('dinner', { date: '1985-11-21', participants: attending('ann') }),
    meeting('visit', { date: '1990' }),
    entry('Issue', { slug: 'did-it', question: 'Did they do it?' }),
    entry('Issue', { slug: 'knew-it', question: 'Did they know it?' }),
    statement('claim', {
      meeting: 'talk',
      about: ['Meeting:talk'],
      topics: ['truces'],
      ...position('did-it', 'AFFIRMS'),
    }),
    statement('told', {
      speaker: 'ben',
      reportedIn: 'claim',
      citations: [],
      ...position('knew-it', 'AFFIRMS'),
    }),
    statement('by-karl', { speaker: 'karl' }),
    statement('outer', { speaker: 'ben' }),
    statement('of-visit', { speaker: 'dora', about: ['Meeting:visit'] }),
    statement('inner', { speaker: 'carl', reportedIn: 'outer', citations: [], about: ['Meeting:dinner'] }),
    entry('Agreement', {
      slug: 'truce',
      title: 'The truce',
      kind: 'CEASEFIRE',
      meeting: 'talk',
      parties: [{ participant: 'ann', role: 'PARTY' }],
      events: [{ kind: 'SIGNED', date: '1985-11-20' }],
    }),
    // Whatever these are changed to is nothing to the others.
    participant('zoe'),
    entry('Topic', { slug: 'elsewhere', name: 'Elsewhere' }),
    entry('Source', { slug: 'elsewhere', title: 'Elsewhere', kind: 'DATASET', published: '2001' }),
    entry('Issue', { slug: 'elsewhere', question: 'Elsewhere?' }),
    meeting('elsewhere', { kind: 'CALL', date: '2001-01-01', participants: attending('zoe') }),
    entry('Agreement', { slug: 'elsewhere', title: 'Elsewhere', kind: 'TREATY', effective: '2001' }),
    statement('elsewhere', {
      speaker: 'zoe',
      date: '2001-01-01',
      act: 'DENY',
      ...position('elsewhere', 'DENIES'),
    }),
  ),
)

let turn = 0
async function writeElsewhere() {
  turn += 1
  await service.update('Participant', 'zoe', { description: `Zoe ${turn}` })
  await service.update('Topic', 'elsewhere', { description: `Elsewhere ${turn}` })
  await service.update('Source', 'elsewhere', { publisher: `Elsewhere ${turn}` })
  await service.update('Issue', 'elsewhere', { question: `Elsewhere ${turn}?` })
  await service.update('Meeting', 'elsewhere', { title: `Elsewhere ${turn}` })
  await service.update('Agreement', 'elsewhere', { summary: `Elsewhere ${turn}` })
  await service.update('Statement', 'elsewhere', { text: `Elsewhere ${turn}` })
  await service.create(
    statement(`elsewhere-${turn}`, {
      speaker: 'zoe',
      act: 'DENY',
      date: '2001-01-01',
      ...position('elsewhere', 'AFFIRMS'),
    }),
  )
}

type Case = [what: string, query: string, becauseOf: string, write: () => Promise<unknown>]

/** In this order: each goes on from what those before have left. */
const cases: Case[] = [
  [
    'a name that nobody has',
    '{ topic(id: "peace") { name } }',
    'its creation',
    () => service.create(entry('Topic', { slug: 'peace', name: 'Peace' })),
  ],
  [
    'what contradicts a statement',
    '{ statement(id: "claim") { isContested contradictedBy { totalCount nodes { text } } } }',
    'a denial',
    () =>
      service.create(
        statement('denial', { speaker: 'ben', about: ['Meeting:talk'], ...position('did-it', 'DENIES') }),
      ),
  ],
  [
    'whether a question is contested',
    '{ issue(id: "did-it") { isContested positions { nodes { stance side { slug } } } } }',
    'a denial that is taken back',
    () => service.update('Statement', 'denial', { positions: [] }),
  ],
  [
    'whether a meeting is contested',
    '{ meeting(id: "talk") { isContested issues { nodes { slug isContested } } } }',
    'another denial',
    () => service.create(statement('denial-again', { speaker: 'ben', ...position('did-it', 'DENIES') })),
  ],
  [
    'the accounts of a meeting',
    '{ meeting(id: "talk") { accounts { side { slug } statements { totalCount } positions { nodes { stance } } silentOn { slug } } } }',
    'a stance taken in one',
    () => service.update('Statement', 'denial', position('knew-it', 'DENIES')),
  ],
  [
    'what is told of a meeting',
    '{ meeting(id: "talk") { isContested accounts { side { slug } statements { totalCount } } issues { nodes { slug } } } }',
    'a statement that is not about it any more',
    () => service.update('Statement', 'denial', { about: [] }),
  ],
  [
    'what was told of a meeting',
    '{ meeting(id: "visit") { accounts { side { slug } } } }',
    'the deletion of what was said',
    () => service.remove('Statement', 'of-visit'),
  ],
  [
    'whose account it is',
    '{ meeting(id: "dinner") { accounts { side { slug } } } }',
    'another side at the end of the chain',
    () => service.update('Statement', 'outer', { onBehalfOf: 'dora' }),
  ],
  [
    'how a statement is known',
    '{ statement(id: "told") { evidence attribution { slug } } }',
    'the speaker without, who is not named any more',
    () => service.update('Participant', 'ann', { isAnonymous: true }),
  ],
  [
    'through whom a statement is known',
    '{ statement(id: "told") { evidence attribution { slug speaker { slug } } } }',
    'one more beyond them',
    async () => {
      await service.create(statement('beyond', { speaker: 'carl' }))
      await service.update('Statement', 'claim', { reportedIn: 'beyond' })
    },
  ],
  [
    'whose word there is for a stance',
    '{ issue(id: "knew-it") { positions { nodes { accordingTo { slug } } } } }',
    'another at the end of the chain',
    () => service.update('Statement', 'beyond', { speaker: 'dora' }),
  ],
  [
    'whom somebody met',
    '{ participant(id: "ben") { counterparts { totalCount edges { meetingCount lastMet { edtf } node { slug } } } } }',
    'a guest more',
    () => service.update('Meeting', 'dinner', { participants: attending('ann', 'ben') }),
  ],
  [
    'the status of an agreement',
    '{ agreement(id: "truce") { status(on: "1990-01-01") statusEvent(on: "1990-01-01") { kind } } }',
    'another turn',
    () =>
      service.update('Agreement', 'truce', {
        events: [
          { kind: 'SIGNED', date: '1985-11-20' },
          { kind: 'TERMINATED', date: '1986' },
        ],
      }),
  ],
  [
    'the agreements of somebody',
    '{ participant(id: "ben") { agreements { totalCount nodes { title } } } }',
    'one that they join',
    () =>
      service.update('Agreement', 'truce', {
        parties: [
          { participant: 'ann', role: 'PARTY' },
          { participant: 'ben', role: 'PARTY' },
        ],
      }),
  ],
  [
    'what was agreed at a meeting',
    '{ meeting(id: "dinner") { agreements { nodes { slug } } } }',
    'a new agreement',
    () =>
      service.create(
        entry('Agreement', { slug: 'menu', title: 'The menu', kind: 'OTHER', meeting: 'dinner' }),
      ),
  ],
  [
    'a name that is shown with something else',
    '{ meeting(id: "dinner") { participants { nodes { name } } } }',
    'another name',
    () => service.update('Participant', 'ben', { name: 'Benjamin' }),
  ],
  [
    'the first in the order of names',
    '{ meeting(id: "dinner") { participants(first: 1) { nodes { slug } } } }',
    'the name of another',
    () => service.update('Participant', 'ben', { name: 'Aaron' }),
  ],
  [
    'the counts of a list',
    '{ statements(filter: { speaker: ["ben"] }) { totalCount facets { byAct { act count } } } }',
    'one more',
    () => service.create(statement('another', { speaker: 'ben', act: 'ASK' })),
  ],
  [
    'a span of a timeline',
    '{ timeline(filter: { date: { from: "1985-11-01", until: "1985-11-30" }, types: [MEETING] }) { nodes { ... on Meeting { slug } } } }',
    'a meeting that was then',
    () => service.update('Meeting', 'visit', { date: '1985-11-22' }),
  ],
  [
    'meetings of a kind',
    '{ meetings(filter: { kind: [BILATERAL] }) { totalCount nodes { slug } } }',
    'one that is not of it',
    () => service.update('Meeting', 'visit', { kind: 'VISIT' }),
  ],
  [
    'what is within a meeting',
    '{ meeting(id: "summit") { meetings { nodes { slug } } } }',
    'one more',
    () => service.update('Meeting', 'dinner', { parent: 'summit' }),
  ],
  [
    'what was written of an entry',
    '{ topic(id: "peace") { history { nodes { action } } } }',
    'a change',
    () => service.update('Topic', 'peace', { description: 'No war' }),
  ],
  [
    'what a source proves',
    '{ statement(id: "denial") { citations { locator source { title } } } }',
    'its title',
    () => service.update('Source', 'report', { title: 'The report' }),
  ],
  [
    'how a statement is linked',
    '{ statement(id: "by-karl") { isContested links(direction: TO) { kind from { slug } } contradictedBy { nodes { slug } } } }',
    'a link to it',
    () => service.update('Statement', 'another', { links: [{ kind: 'CONTRADICTS', to: 'by-karl' }] }),
  ],
  [
    'one who has two entries',
    '{ participant(id: "karl") { slug statements { totalCount } } }',
    'their merging',
    async () =>
      service.doors.writer.mergeParticipants({
        actor: 'a test',
        keep: 'carl',
        duplicate: 'karl',
        version: await service.versionOf('Participant', 'carl'),
      }),
  ],
  [
    'what one said who has two names',
    '{ statements(filter: { speaker: ["karl"] }) { nodes { slug } } }',
    'a statement under the other',
    () => service.create(statement('carl-again', { speaker: 'carl' })),
  ],
  ['an entry', '{ topic(id: "peace") { name } }', 'its deletion', () => service.remove('Topic', 'peace')],
]

/** Asks everything, writes elsewhere, and asks everything again. */
async function expectLeftAlone() {
  const queries = cases.map(([, query]) => query)
  for (const query of queries) await service.ask(query)
  await writeElsewhere()
  const made: string[] = []
  for (const query of queries) if (!(await service.isKept(query))) made.push(query)
  expect(made).toEqual([])
}

test('writes elsewhere leave all of these answers', expectLeftAlone)

test.each(cases)('%s: %s is fresh after %s', async (_what, query, _because, write) => {
  const before = await service.ask(query)
  expect(before).toEqual({ data: expect.anything() })
  expect(await service.isKept(query)).toBe(true)
  await write()
  const after = await service.ask(query)
  expect(after).toEqual(await service.fresh.ask(query))
  expect(after).not.toEqual(before)
})

test('writes elsewhere leave the answers that have come of that', expectLeftAlone)

/** What looks at all there is: it is made anew after every write of a type that is in it. */
const overall: Case[] = [
  [
    'who met somebody',
    '{ participants(filter: { met: { any: ["carl"] } }) { nodes { slug } } }',
    'a new meeting',
    () => service.create(meeting('reception', { participants: attending('carl', 'dora') })),
  ],
  [
    'what words are found in',
    '{ search(text: "unheard") { totalCount } }',
    'a text',
    () => service.update('Statement', 'denial', { text: 'Unheard of' }),
  ],
  [
    'what is on a topic or narrower ones',
    '{ statements(filter: { topics: { any: ["war"] } }) { nodes { slug } } }',
    'a topic that is within it now',
    () => service.update('Topic', 'truces', { broader: 'war' }),
  ],
  [
    'who bears an identifier',
    '{ byExternalId(scheme: "wikidata", value: "Q1") { slug } }',
    'one who bears it now',
    () => service.update('Participant', 'dora', { externalIds: [{ scheme: 'wikidata', value: 'Q1' }] }),
  ],
  [
    'the log',
    '{ changes(last: 1) { nodes { slug } } }',
    'a change',
    () => service.update('Topic', 'war', { description: 'No peace' }),
  ],
  [
    'contested meetings',
    '{ meetings(filter: { isContested: true }) { nodes { slug } } }',
    'the end of what contests one',
    () =>
      service
        .update('Statement', 'denial-again', { positions: [] })
        .then(() => service.update('Statement', 'denial', { positions: [] })),
  ],
]

test.each(overall)('%s: %s is fresh after %s', async (_what, query, _because, write) => {
  const before = await service.ask(query)
  expect(await service.isKept(query)).toBe(true)
  await write()
  const after = await service.ask(query)
  expect(after).toEqual(await service.fresh.ask(query))
  expect(after).not.toEqual(before)
})

test('on another day a status is looked up anew, and nothing else', async () => {
  onTestFinished(() => void vi.useRealTimers())
  const queries = ['{ agreement(id: "truce") { status } }', '{ agreement(id: "truce") { title } }']
  for (const query of queries) await service.ask(query)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 60 * 60 * 1_000 })
  const areKept: boolean[] = []
  for (const query of queries) areKept.push(await service.isKept(query))
  expect(areKept).toEqual([false, true])
})
