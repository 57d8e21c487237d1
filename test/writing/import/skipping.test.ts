// What is wrong is left out. Entries are staged and written two at a time here.
import { beforeAll, expect, it, vi } from 'vitest'
import { agreement, meeting, participant, source, statement, topic } from '../record.ts'
import { onWrittenRecord } from '../writing-record.ts'
import { importLines, type Read } from './importing.ts'

vi.mock('../../../src/writing/import/batch-size.ts', () => ({
  ENTRIES_AT_ONCE: 2,
  CHARACTERS_AT_ONCE: 4_000_000,
}))

const record = onWrittenRecord()
const imported = (...lines: Read) => importLines(record.database, lines, { skipsInvalid: true })
const identifier = (value: string) => ({ externalIds: [{ scheme: 'wikidata', value }] })
const lineOf = async (type: string, slug: string) => (await record.entry(type, slug))?.line

beforeAll(async () => {
  await record.create(source('report'), participant('speaker'))
})

it('leaves out what is wrong, and what then refers to nothing, however far', async () => {
  const before = (await record.changes()).length
  const came = await imported(
    statement('hears', { reportedIn: 'tells', citations: [] }),
    statement('tells', { topics: ['good', 'bad'] }),
    statement('answers', { links: [{ kind: 'REPLIES_TO', to: 'hears' }] }),
    topic('bad', { name: '' }),
    topic('good'),
    statement('apart', { topics: ['good'] }),
    meeting('unread', { place: {} }),
    statement('about', { about: ['Meeting:unread'] }),
  )
  expect(came).toEqual({
    created: 2,
    updated: 0,
    unchanged: 0,
    leftOut: [
      'line 1: reportedIn: there is no statement called tells: its own line is refused',
      'line 2: topics.1: there is no topic called bad: its own line is refused',
      'line 3: links.0.to: there is no statement called hears: its own line is refused',
      'line 4: name: is blank: give a text',
      'line 7: place.name: is missing: give a text',
      'line 8: about.0: there is no meeting called unread: its own line is refused',
    ],
  })
  expect((await record.changes(before)).map(({ action, slug }) => `${action} ${slug}`)).toEqual([
    'CREATE good',
    'CREATE apart',
  ])
})

it('lets others refer to what is on record, though what it was to become is left out', async () => {
  await record.create(topic('old', { description: 'As it was.' }))
  expect(
    await imported(
      topic('within', { broader: 'old' }),
      topic('old', { description: 'x', broader: 'nowhere' }),
    ),
  ).toEqual({
    created: 1,
    updated: 0,
    unchanged: 0,
    leftOut: [
      'line 2: broader: there is no topic called nowhere; give the slug or the ID of one that is on record or comes along',
    ],
  })
  expect(await lineOf('Topic', 'old')).toMatchObject({ description: 'As it was.' })
})

it('leaves out who would have an identifier that its owner was to give up, and what refers to them', async () => {
  await record.create(meeting('owner', identifier('Q1')))
  const before = (await record.changes()).length
  expect(
    await imported(
      statement('of-heir', { meeting: 'heir' }),
      meeting('heir', identifier('Q1')),
      agreement('bystander'),
      agreement('other-bystander'),
      meeting('owner', { parent: 'nowhere' }),
    ),
  ).toEqual({
    created: 2,
    updated: 0,
    unchanged: 0,
    leftOut: [
      'line 1: meeting: there is no meeting called heir: its own line is refused',
      'line 2: externalIds.0: wikidata Q1 is the identifier of a meeting on record',
      'line 5: parent: there is no meeting called nowhere; give the slug or the ID of one that is on record or comes along',
    ],
  })
  expect((await record.changes(before)).map(({ slug }) => slug)).toEqual(['bystander', 'other-bystander'])
})

it('leaves out all that go round in a circle, and writes what lies within those of them on record', async () => {
  await record.create(meeting('round-1'), meeting('round-2', { parent: 'round-1' }))
  const circle = 'goes round in a circle'
  expect(
    await imported(
      meeting('inner', { parent: 'outer' }),
      meeting('between-1'),
      meeting('round-3', { parent: 'round-2' }),
      meeting('within-new', { parent: 'round-3' }),
      meeting('outer', { parent: 'round-2' }),
      meeting('round-2', { parent: 'round-1' }),
      meeting('round-1', { parent: 'round-3' }),
    ),
  ).toEqual({
    created: 3,
    updated: 0,
    unchanged: 0,
    leftOut: [
      `line 3: parent: round-3 → round-2 → round-1 → round-3 ${circle}`,
      'line 4: parent: there is no meeting called round-3: its own line is refused',
      `line 6: parent: round-2 → round-1 → round-3 → round-2 ${circle}`,
      `line 7: parent: round-1 → round-3 → round-2 → round-1 ${circle}`,
    ],
  })
  expect(await lineOf('Meeting', 'inner')).toMatchObject({ parent: 'outer' })
})

it('writes nothing where nothing is right', async () => {
  const before = (await record.changes()).length
  expect(await imported(topic('wrong', { name: '' }), topic('also', { broader: 'wrong' }))).toMatchObject({
    created: 0,
    leftOut: [expect.any(String), expect.any(String)],
  })
  expect(await record.changes(before)).toEqual([])
})
