// Lines of formats that add to what is on record, and take nothing away. They are staged and written two at a time here.
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { agreement, meeting, participant, source, statement, topic } from '../record.ts'
import { onWrittenRecord } from '../writing-record.ts'
import { faultsOf, importLines, type Read } from './importing.ts'

vi.mock('../../../src/writing/import/batch-size.ts', () => ({
  ENTRIES_AT_ONCE: 2,
  CHARACTERS_AT_ONCE: 4_000_000,
}))

const record = onWrittenRecord()
const added = (...lines: Read) => importLines(record.database, lines, { isWhole: false })
const lineOf = async (type: string, slug: string) => (await record.entry(type, slug))?.line
const created = (count: number) => ({ created: count, updated: 0, unchanged: 0, leftOut: [] })
const updated = (count: number) => ({ created: 0, updated: count, unchanged: 0, leftOut: [] })
const unchanged = (count: number) => ({ created: 0, updated: 0, unchanged: count, leftOut: [] })

beforeAll(async () => {
  await record.create(
    source('report'),
    source('archive'),
    participant('speaker'),
    participant('ann'),
    participant('bob'),
  )
})

describe('a line', () => {
  it('fills in what is empty, and leaves what is there', async () => {
    await record.create(meeting('talks', { title: 'Talks', date: '1985-11-19', summary: 'They talked.' }))
    const line = meeting('talks', { title: 'The talks', kind: 'CALL', date: '1985', format: 'REMOTE' })
    expect(await added(line)).toEqual(updated(1))
    expect(await lineOf('Meeting', 'talks')).toEqual({
      type: 'Meeting',
      slug: 'talks',
      title: 'Talks',
      summary: 'They talked.',
      kind: 'SUMMIT',
      format: 'REMOTE',
      status: 'HELD',
      date: '1985-11-19',
    })
  })

  it('joins lists: what is there twice stays once, and is told more of where it is told apart', async () => {
    await record.create(
      topic('arms'),
      topic('trade'),
      meeting('dinner', {
        topics: ['arms'],
        participants: [{ participant: 'ann', roles: ['HOST'] }],
        externalIds: [{ scheme: 'doi', value: '10.1/1' }],
        citations: [{ source: 'report', locator: 'page 1' }],
      }),
    )
    const line = meeting('dinner', {
      topics: ['trade', 'arms'],
      participants: [
        { participant: 'bob', roles: ['PRESS'] },
        { participant: 'ann', roles: ['PRINCIPAL', 'HOST'], capacity: 'President' },
      ],
      externalIds: [
        { scheme: 'wikidata', value: 'Q1' },
        { scheme: 'doi', value: '10.1/1' },
      ],
      citations: [
        { source: 'report', locator: 'page 1' },
        { source: 'archive' },
        { source: 'report', locator: 'page 2' },
      ],
    })
    expect(await added(line)).toEqual(updated(1))
    expect(await lineOf('Meeting', 'dinner')).toMatchObject({
      topics: ['arms', 'trade'],
      participants: [
        { participant: 'ann', roles: ['HOST', 'PRINCIPAL'], capacity: 'President' },
        { participant: 'bob', roles: ['PRESS'] },
      ],
      externalIds: [
        { scheme: 'doi', value: '10.1/1' },
        { scheme: 'wikidata', value: 'Q1' },
      ],
      citations: [
        { source: 'report', locator: 'page 1' },
        { source: 'archive' },
        { source: 'report', locator: 'page 2' },
      ],
    })
  })

  it('gives a participant another name as an alias', async () => {
    await record.create(participant('merkel', { name: 'Angela Merkel', aliases: ['Mutti'] }))
    expect(await added(participant('merkel', { name: 'A. Merkel', aliases: ['Angela Merkel'] }))).toEqual(
      updated(1),
    )
    expect(await lineOf('Participant', 'merkel')).toMatchObject({
      name: 'Angela Merkel',
      aliases: ['Mutti', 'A. Merkel'],
    })
  })

  it('is by itself held against the rules, and with what it joins', async () => {
    await record.create(
      agreement('deal', { parties: [{ participant: 'ann', role: 'PARTY', since: '1990' }] }),
    )
    expect(
      await faultsOf(
        record.database,
        [
          { type: 'Agreement', input: { slug: 'deal' } },
          agreement('deal', { parties: [{ participant: 'ann', role: 'PARTY', until: '1980' }] }),
        ],
        { isWhole: false },
      ),
    ).toEqual([
      'line 1: title: is missing: give a text',
      expect.stringMatching(/^line 1: kind: is missing: give one of /),
      'line 2: parties.0.until: 1980 ends before since, 1990, begins',
    ])
  })
})

describe('lines', () => {
  it('of one entry join, also where others come between them', async () => {
    expect(
      await added(
        topic('joined', { citations: [{ source: 'report' }] }),
        topic('joined', { name: 'Joined', description: 'Both.' }),
        topic('between'),
        topic('also-between'),
        topic('joined', { broader: 'between', citations: [{ source: 'archive' }] }),
      ),
    ).toEqual(created(3))
    expect(await record.entry('Topic', 'joined')).toEqual({
      version: 1,
      line: {
        type: 'Topic',
        slug: 'joined',
        name: 'joined',
        description: 'Both.',
        broader: 'between',
        citations: [{ source: 'report' }, { source: 'archive' }],
      },
    })
  })

  it('of a participant who was merged are of the one kept, and have the other name as an alias', async () => {
    await record.create(participant('kept', { name: 'Kept' }), participant('once', { name: 'Once' }))
    await record.writer.mergeParticipants({ actor: 'ann', keep: 'kept', duplicate: 'once', version: 1 })
    const lines = [
      participant('once', { name: 'Formerly', description: 'Somebody.' }),
      participant('kept', { name: 'Kept', countryCode: 'DE' }),
    ]
    expect(await added(...lines)).toEqual(updated(1))
    expect(await lineOf('Participant', 'kept')).toMatchObject({
      name: 'Kept',
      aliases: ['Once', 'Formerly'],
      description: 'Somebody.',
      countryCode: 'DE',
    })
  })

  it('that come again write nothing, in whichever words', async () => {
    await record.create(participant('now', { name: 'Now' }), participant('then', { name: 'Then' }))
    await record.writer.mergeParticipants({ actor: 'ann', keep: 'now', duplicate: 'then', version: 1 })
    const lines = [
      agreement('ceasefire', {
        parties: [
          { participant: 'then', role: 'PARTY' },
          { participant: 'ann', role: 'MEDIATOR' },
        ],
        provisions: [{ text: 'Peace.', obliges: ['then', 'ann'] }],
        events: [
          {
            kind: 'SIGNED',
            date: '2017-07-07',
            participants: ['then'],
            citations: [{ source: 'report', note: ' ' }],
          },
          { kind: 'ENTERED_INTO_FORCE', planned: true, date: '2017-07-09', note: null },
        ],
      }),
      participant('minister', {
        name: 'The minister',
        offices: [
          { of: 'then', title: 'Minister' },
          { title: 'Mayor', period: null },
        ],
        citations: [{ note: 'Inferred.', source: 'report' }],
      }),
      statement('heard', {
        speaker: 'then',
        addressees: ['then', 'bob'],
        about: ['Participant:then', 'Participant:now'],
        citations: [{ source: 'report', quote: '' }],
      }),
    ]
    expect(await added(...lines)).toEqual(created(3))
    const written = (await record.changes()).length
    expect(await added(...lines)).toEqual(unchanged(3))
    expect(await added(...lines, ...lines)).toEqual(unchanged(3))
    expect(await record.changes(written)).toEqual([])
  })
})
