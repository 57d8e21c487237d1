import type { NewEntry } from '../../src/writing/check/draft.ts'
import { createEntries } from '../harness/create-entries.ts'
import type { TestService } from '../harness/service.ts'

/** How many meetings there are, and agreements; everything hangs on them. */
export const CROWD = 20

const SIDES = ['affirming', 'denying', 'silent'] as const

/**
 * Twenty of everything, each with several of all that can belong to it: in such a record a statement for each row
 * would be seen.
 */
export async function crowd(service: TestService): Promise<void> {
  const entries: NewEntry[] = [
    { type: 'Topic', input: { slug: 'war', name: 'War' } },
    { type: 'Topic', input: { slug: 'peace', name: 'Peace', broader: 'war' } },
    { type: 'Source', input: { slug: 'report', title: 'Report', kind: 'NEWS_REPORT', author: 'writer' } },
    person('writer', {}),
    ...SIDES.map((slug) => person(slug, { kind: 'STATE' })),
    ...numbers().flatMap((number) => around(number)),
  ]
  await service.database.transaction((tx) => createEntries(tx, entries))
  // As it would be before long by itself: with statistics a plan is the one that a large record gets.
  await service.database.query('ANALYZE', [])
}

function numbers(): string[] {
  return Array.from({ length: CROWD }, (_, index) => String(index + 1).padStart(2, '0'))
}

const citations = [
  { source: 'report', locator: 'paragraph 1' },
  { source: 'report', locator: 'paragraph 2' },
]
const externalIds = (value: string) => [{ scheme: 'wikidata', value }]

function person(slug: string, more: object): NewEntry {
  const offices = [
    { title: 'Minister', of: 'silent', period: '2017' },
    { title: 'Deputy', period: '2016' },
  ]
  const input = { slug, name: slug, kind: 'PERSON', aliases: ['X'], offices, citations, ...more }
  return { type: 'Participant', input }
}

function around(number: string): NewEntry[] {
  const [one, other] = [`one-${number}`, `other-${number}`]
  const meeting = `meeting-${number}`
  const about = [`Meeting:${meeting}`, `Agreement:agreement-${number}`, `Participant:${one}`]
  const topics = ['war', 'peace']
  const statement = (slug: string, more: object): NewEntry => ({
    type: 'Statement',
    input: {
      slug: `${slug}-${number}`,
      text: slug,
      wording: 'DIRECT',
      act: 'ASSERT',
      date: '2017-07-07',
      meeting,
      about,
      topics,
      addressees: [one, other],
      citations,
      externalIds: [{ scheme: 'press', value: `${slug}-${number}` }],
      ...more,
    },
  })
  return [
    person(one, { externalIds: externalIds(`Q2${number}`) }),
    person(other, { kind: 'ORGANIZATION' }),
    { type: 'Issue', input: { slug: `issue-${number}`, question: 'Is it so?', topics, citations } },
    { type: 'Issue', input: { slug: `other-issue-${number}`, question: 'And this?', topics, citations } },
    {
      type: 'Meeting',
      input: {
        slug: meeting,
        title: meeting,
        kind: 'BILATERAL',
        date: `2017-07-${number}`,
        place: { name: 'Hamburg', countryCode: 'DE', latitude: 53.5, longitude: 10 },
        ...(number === '01' ? {} : { parent: 'meeting-01' }),
        participants: [one, other, 'affirming'].map((participant) => ({
          participant,
          roles: ['PRINCIPAL', 'HOST'],
          capacity: 'Host',
          onBehalfOf: 'silent',
        })),
        topics,
        citations,
        externalIds: externalIds(`Q3${number}`),
      },
    },
    {
      type: 'Agreement',
      input: {
        slug: `agreement-${number}`,
        title: 'Agreement',
        kind: 'TREATY',
        meeting,
        effective: '2017/..',
        parties: [one, other, 'silent'].map((participant) => ({
          participant,
          role: 'PARTY',
          since: '2017-07',
          until: '2018',
        })),
        provisions: ['First', 'Second'].map((text) => ({ text, obliges: [one, other] })),
        events: ['SIGNED', 'RATIFIED', 'ENTERED_INTO_FORCE'].map((kind, index) => ({
          kind,
          date: `2017-0${index + 7}-01`,
          participants: [one, other],
          meeting,
          citations,
        })),
        topics,
        citations,
        externalIds: externalIds(`Q4${number}`),
      },
    },
    statement('outer', {
      speaker: one,
      onBehalfOf: 'affirming',
      positions: [{ issue: `issue-${number}`, stance: 'AFFIRMS' }],
    }),
    statement('middle', {
      speaker: other,
      reportedIn: `outer-${number}`,
      positions: [{ issue: `issue-${number}`, stance: 'DENIES' }],
      links: [{ kind: 'REPLIES_TO', to: `outer-${number}` }],
    }),
    statement('inner', {
      speaker: one,
      reportedIn: `middle-${number}`,
      positions: [{ issue: `issue-${number}`, stance: 'HEDGES' }],
      links: [{ kind: 'CONTRADICTS', to: `middle-${number}` }],
    }),
    statement('against', {
      speaker: 'denying',
      positions: [
        { issue: `issue-${number}`, stance: 'DENIES' },
        { issue: `other-issue-${number}`, stance: 'DENIES' },
      ],
    }),
  ]
}
