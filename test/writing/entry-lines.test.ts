// An entry as a line of the interchange format says all that its input said, in one order.
import { expect, it } from 'vitest'
import type { SluggedType } from '../../src/domain/global-id.ts'
import { inputs } from '../../src/writing/input/inputs.ts'
import { agreement, issue, meeting, participant, source, statement, topic } from './record.ts'
import { onWrittenRecord } from './writing-record.ts'

const record = onWrittenRecord()

const citations = [
  { source: 'report', locator: 'page 2', quote: 'Words', note: 'Inferred.' },
  { source: 'report', locator: 'page 1' },
]
const place = { name: 'Geneva', countryCode: 'CH', latitude: 46.2044, longitude: 6.1432 }
const externalIds = [
  { scheme: 'doi', value: '10.1/1' },
  { scheme: 'wikidata', value: 'Q1' },
]

/** Whom and what the whole entries below name. */
const cast = [
  source('report'),
  participant('ann'),
  participant('bob'),
  participant('speaker'),
  participant('union', { kind: 'STATE' }),
  topic('arms'),
  topic('trade'),
  meeting('summit'),
  issue('first'),
  issue('second'),
  agreement('treaty'),
  statement('told'),
]

/** An entry of each type with everything that its input can say, lists without an order of their own by slug. */
const whole: Record<SluggedType, Record<string, unknown>> = {
  Meeting: {
    slug: 'whole',
    title: 'Talks',
    summary: 'They talked.',
    kind: 'BILATERAL',
    format: 'REMOTE',
    status: 'POSTPONED',
    date: '1985-11-19/1985-11-21',
    place,
    parent: 'summit',
    participants: [
      { participant: 'ann', roles: ['PRINCIPAL', 'HOST'], capacity: 'President', onBehalfOf: 'union' },
      { participant: 'bob', roles: ['PRESS'] },
    ],
    topics: ['arms', 'trade'],
    externalIds: externalIds.map(({ scheme, value }) => ({ scheme, value: `${value}/m` })),
    citations,
  },
  Participant: {
    slug: 'whole',
    name: 'Whole',
    aliases: ['Zed', 'All'],
    kind: 'PERSON',
    isAnonymous: true,
    description: 'Somebody.',
    countryCode: 'SUHH',
    offices: [{ title: 'Minister', of: 'union', period: '1985/1990' }, { title: 'Mayor' }],
    externalIds: externalIds.map(({ scheme, value }) => ({ scheme, value: `${value}/p` })),
    citations,
  },
  Statement: {
    slug: 'whole',
    text: 'Doveryai, no proveryai',
    language: 'en',
    original: 'Доверяй, но проверяй',
    originalLanguage: 'ru',
    wording: 'DIRECT',
    act: 'EXPRESS',
    speaker: 'ann',
    onBehalfOf: 'union',
    addressees: ['speaker', 'bob'],
    date: '1987-12-08',
    meeting: 'summit',
    ordinal: 3,
    about: ['Participant:bob', 'Meeting:summit', 'Agreement:treaty'],
    reportedIn: 'told',
    positions: [
      { issue: 'first', stance: 'AFFIRMS' },
      { issue: 'second', stance: 'HEDGES' },
    ],
    links: [
      { kind: 'REPLIES_TO', to: 'told' },
      { kind: 'CORRECTS', to: 'told', note: 'A slip.' },
    ],
    topics: ['arms'],
    externalIds: externalIds.map(({ scheme, value }) => ({ scheme, value: `${value}/s` })),
    citations,
  },
  Agreement: {
    slug: 'whole',
    title: 'Pact',
    summary: 'Peace.',
    kind: 'TREATY',
    form: 'SIGNED',
    meeting: 'summit',
    scope: { name: 'Everywhere' },
    effective: '1988-06-01/..',
    parties: [
      { participant: 'ann', role: 'WITNESS', since: '1987', until: '1991' },
      { participant: 'union', role: 'PARTY' },
    ],
    provisions: [{ text: 'No missiles.', obliges: ['union', 'ann'] }, { text: 'Inspections.' }],
    events: [
      {
        kind: 'SIGNED',
        planned: false,
        date: '1987-12-08',
        participants: ['union', 'ann'],
        meeting: 'summit',
        note: 'In the East Room.',
        citations,
      },
      { kind: 'EXPIRED', planned: true },
    ],
    topics: ['arms'],
    externalIds: externalIds.map(({ scheme, value }) => ({ scheme, value: `${value}/a` })),
    citations,
  },
  Issue: { slug: 'whole', question: 'Did they?', topics: ['arms', 'trade'], citations },
  Topic: { slug: 'whole', name: 'Whole', description: 'All of it.', broader: 'arms', citations },
  Source: {
    slug: 'whole',
    title: 'Transcript',
    kind: 'TRANSCRIPT',
    author: 'ann',
    publisher: 'Archive',
    url: 'https://example.org/a',
    archiveUrl: 'https://example.org/b',
    published: '1987-12~',
    retrieved: '2026-11-24',
    language: 'en',
    externalIds: externalIds.map(({ scheme, value }) => ({ scheme, value: `${value}/r` })),
    citations,
  },
}

it('says everything, in the order of the fields of the input', async () => {
  await record.create(...cast)
  const types = ['Meeting', 'Participant', 'Statement', 'Agreement', 'Issue', 'Topic', 'Source'] as const
  for (const type of types) {
    // A field that is new to the rules has to be new here, and in the line.
    expect(Object.keys(whole[type])).toEqual(Object.keys(inputs[type].shape))
    await record.create({ type, input: whole[type] })
    const line = (await record.entry(type, 'whole'))?.line
    expect(JSON.stringify(line)).toBe(JSON.stringify({ type, ...whole[type] }))
  }
})

it('says nothing of what is null or empty', async () => {
  const bare: Record<string, object> = {
    Meeting: { title: 'Bare', kind: 'CALL', status: 'HELD' },
    Participant: { name: 'Bare', kind: 'GROUP', isAnonymous: false },
    Agreement: { title: 'Bare', kind: 'OTHER', form: 'UNKNOWN' },
    Issue: { question: 'Bare?' },
    Topic: { name: 'Bare' },
    Source: { title: 'Bare', kind: 'OTHER' },
  }
  for (const type of ['Meeting', 'Participant', 'Agreement', 'Issue', 'Topic', 'Source'] as const) {
    const input = { slug: 'bare', ...bare[type] }
    await record.create({ type, input })
    expect((await record.entry(type, 'bare'))?.line).toEqual({ type, ...input })
  }
})
