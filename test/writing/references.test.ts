import { describe, expect, it } from 'vitest'
import { globalId } from '../../src/domain/global-id.ts'
import { createEntries } from '../harness/create-entries.ts'
import {
  agreement,
  issue,
  meeting,
  onEmptyRecord,
  participant,
  problemsOf,
  source,
  statement,
  topic,
} from './record.ts'

const record = onEmptyRecord()

const ABSENT = '01900000-0000-7000-8000-000000000000'
const GIVE = 'give the slug or the ID of one that is on record or comes along'

describe('a reference', () => {
  it('leads to an entry that comes later in the same batch', async () => {
    const attended = await record.try(async (tx) => {
      const attendance = { participant: 'merkel', roles: ['HOST'], onBehalfOf: 'germany' }
      await createEntries(tx, [
        meeting('summit', { participants: [attendance] }),
        participant('merkel'),
        participant('germany', { kind: 'STATE' }),
      ])
      return tx.attendance.findMany({
        select: { participant: { select: { slug: true } }, onBehalfOf: { select: { slug: true } } },
      })
    })
    expect(attended).toEqual([{ participant: { slug: 'merkel' }, onBehalfOf: { slug: 'germany' } }])
  })

  it('leads to an entry on record by its slug or its ID', async () => {
    const parents = await record.try(async (tx) => {
      const [summit] = await createEntries(tx, [meeting('summit')])
      await createEntries(tx, [
        meeting('by-slug', { parent: 'summit' }),
        meeting('by-id', { parent: globalId('Meeting', summit?.id ?? '') }),
      ])
      return tx.meeting.findMany({
        where: { parentId: { not: null } },
        orderBy: { slug: 'asc' },
        select: { slug: true, parent: { select: { slug: true } } },
      })
    })
    expect(parents).toEqual([
      { slug: 'by-id', parent: { slug: 'summit' } },
      { slug: 'by-slug', parent: { slug: 'summit' } },
    ])
  })

  it('says its type where it can be of several', async () => {
    const about = await record.try(async (tx) => {
      const [speaker] = await createEntries(tx, [participant('speaker')])
      const person = globalId('Participant', speaker?.id ?? '')
      await createEntries(tx, [
        source('report'),
        // Slugs are unique within a type only.
        meeting('helsinki'),
        agreement('helsinki'),
        statement('words', { about: ['Meeting:helsinki', 'Agreement:helsinki', person] }),
      ])
      return tx.statementAbout.findMany({
        orderBy: { ordinal: 'asc' },
        select: {
          ordinal: true,
          meeting: { select: { slug: true } },
          agreement: { select: { slug: true } },
          participant: { select: { slug: true } },
        },
      })
    })
    expect(about).toEqual([
      { ordinal: 1, meeting: { slug: 'helsinki' }, agreement: null, participant: null },
      { ordinal: 2, meeting: null, agreement: { slug: 'helsinki' }, participant: null },
      { ordinal: 3, meeting: null, agreement: null, participant: { slug: 'speaker' } },
    ])
  })

  it('to nobody is a problem by name, also in an input that cannot be read', async () => {
    const bad = meeting('summit', {
      kind: 'SUMIT',
      participants: [{ participant: 'trunp', onBehalfOf: globalId('Participant', ABSENT) }],
      topics: ['Trade!'],
      citations: [{ source: 'report' }],
    })
    const problems = await record.try((tx) => problemsOf(tx, [topic('trade'), bad]))
    expect(problems.slice(2)).toEqual([
      {
        entry: 1,
        path: ['participants', '0', 'participant'],
        code: 'UNKNOWN_REFERENCE',
        message: `participants.0.participant: there is no participant called trunp; ${GIVE}`,
      },
      {
        entry: 1,
        path: ['participants', '0', 'onBehalfOf'],
        code: 'UNKNOWN_REFERENCE',
        message: `participants.0.onBehalfOf: there is no participant called ${globalId('Participant', ABSENT)}; ${GIVE}`,
      },
      {
        entry: 1,
        path: ['topics', '0'],
        code: 'UNKNOWN_REFERENCE',
        message: `topics.0: there is no topic called Trade!; ${GIVE}`,
      },
      {
        entry: 1,
        path: ['citations', '0', 'source'],
        code: 'UNKNOWN_REFERENCE',
        message: `citations.0.source: there is no source called report; ${GIVE}`,
      },
    ])
  })

  it('to an entry of another type leads to nobody', async () => {
    const problems = await record.try(async (tx) => {
      const [summit] = await createEntries(tx, [meeting('summit')])
      return problemsOf(tx, [topic('trade', { broader: globalId('Meeting', summit?.id ?? '') })])
    })
    expect(problems.map(({ path, code }) => ({ path, code }))).toEqual([
      { path: ['broader'], code: 'UNKNOWN_REFERENCE' },
    ])
  })

  it('to one of several types is a problem where it does not say which, or names another', async () => {
    const about = ['helsinki', 'Topic:trade', 'Meeting:helsinki']
    const entries = [participant('speaker'), source('report'), topic('trade')]
    const problems = await record.try((tx) => problemsOf(tx, [...entries, statement('words', { about })]))
    const expected = 'meeting or agreement or participant'
    expect(problems).toEqual([
      {
        entry: 3,
        path: ['about', '0'],
        code: 'INVALID',
        message: `about.0: helsinki does not name a ${expected}: write it like Meeting:its-slug, or give the ID`,
      },
      {
        entry: 3,
        path: ['about', '1'],
        code: 'INVALID',
        message: `about.1: Topic:trade does not name a ${expected}: write it like Meeting:its-slug, or give the ID`,
      },
      {
        entry: 3,
        path: ['about', '2'],
        code: 'UNKNOWN_REFERENCE',
        message: `about.2: there is no ${expected} called Meeting:helsinki; ${GIVE}`,
      },
    ])
  })

  it('to an entry of the batch that is wrong itself is not wrong', async () => {
    const problems = await record.try((tx) =>
      problemsOf(tx, [topic('trade', { broader: 'economy' }), topic('economy', { name: '' })]),
    )
    expect(problems).toEqual([
      { entry: 1, path: ['name'], code: 'REQUIRED', message: 'name: is blank: give a text' },
    ])
  })

  it('from a statement to itself is no link', async () => {
    const entries = [participant('speaker'), source('report')]
    const links = [{ kind: 'CORRECTS', to: 'words' }]
    const problems = await record.try((tx) => problemsOf(tx, [...entries, statement('words', { links })]))
    expect(problems).toEqual([
      {
        entry: 2,
        path: ['links', '0', 'to'],
        code: 'INVALID',
        message: 'links.0.to: a statement cannot be linked to itself',
      },
    ])
  })
})

describe('a list', () => {
  const known = [
    participant('speaker'),
    source('report'),
    topic('trade'),
    issue('war'),
    meeting('summit'),
    statement('earlier'),
  ]

  it.each([
    [
      'the same participant',
      meeting('m', { participants: Array(2).fill({ participant: 'speaker', roles: [] }) }),
      ['participants', '1', 'participant'],
    ],
    [
      'the same role',
      meeting('m', { participants: [{ participant: 'speaker', roles: ['HOST', 'HOST'] }] }),
      ['participants', '0', 'roles', '1'],
    ],
    ['the same topic', meeting('m', { topics: ['trade', 'trade'] }), ['topics', '1']],
    [
      'the same identifier',
      meeting('m', { externalIds: Array(2).fill({ scheme: 'doi', value: '10.1/x' }) }),
      ['externalIds', '1'],
    ],
    ['the same alias', participant('p', { aliases: ['He', 'She', 'He'] }), ['aliases', '2']],
    [
      'the same party',
      agreement('a', {
        parties: [
          { participant: 'speaker', role: 'PARTY' },
          { participant: 'speaker', role: 'WITNESS' },
        ],
      }),
      ['parties', '1', 'participant'],
    ],
    [
      'the same obliged participant',
      agreement('a', { provisions: [{ text: 'Peace.', obliges: ['speaker', 'speaker'] }] }),
      ['provisions', '0', 'obliges', '1'],
    ],
    [
      'the same participant of an event',
      agreement('a', { events: [{ kind: 'SIGNED', participants: ['speaker', 'speaker'] }] }),
      ['events', '0', 'participants', '1'],
    ],
    ['the same addressee', statement('s', { addressees: ['speaker', 'speaker'] }), ['addressees', '1']],
    ['the same subject', statement('s', { about: ['Meeting:summit', 'Meeting:summit'] }), ['about', '1']],
    [
      'the same issue',
      statement('s', {
        positions: [
          { issue: 'war', stance: 'AFFIRMS' },
          { issue: 'war', stance: 'HEDGES' },
        ],
      }),
      ['positions', '1', 'issue'],
    ],
    [
      'the same link',
      statement('s', { links: Array(2).fill({ kind: 'CORRECTS', to: 'earlier' }) }),
      ['links', '1'],
    ],
  ])('does not hold %s twice', async (_, entry, path) => {
    const problems = await record.try((tx) => problemsOf(tx, [...known, entry]))
    const first = path
      .with(
        path.findLastIndex((name) => /\d/.test(name)),
        '0',
      )
      .join('.')
    expect(problems).toEqual([
      { entry: known.length, path, code: 'DUPLICATE', message: `${path.join('.')}: is the same as ${first}` },
    ])
  })

  it('holds two links of different kinds to one statement', async () => {
    const links = ['CORRECTS', 'REPLIES_TO'].map((kind) => ({ kind, to: 'earlier' }))
    const written = await record.try(async (tx) => {
      await createEntries(tx, [...known, statement('s', { links })])
      return tx.statementLink.count()
    })
    expect(written).toBe(2)
  })

  it('holds one entry once, by whatever name', async () => {
    const problems = await record.try(async (tx) => {
      const [trade] = await createEntries(tx, [topic('trade')])
      return problemsOf(tx, [meeting('m', { topics: ['trade', globalId('Topic', trade?.id ?? '')] })])
    })
    expect(problems).toEqual([
      { entry: 0, path: ['topics', '1'], code: 'DUPLICATE', message: 'topics.1: is the same as topics.0' },
    ])
  })
})
