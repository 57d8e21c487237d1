import { expect, test } from 'vitest'
import type { SluggedType } from '../../../src/domain/global-id.ts'
import { type Change, touchedBy } from '../../../src/reading/touched/touched-by.ts'

const ID = '0192f1c0-2776-7952-8c2d-8f46384df216'
const NOTHING = { references: [], statements: [], moved: [], unmasked: [], gone: [] }

function change(type: SluggedType, lines: Partial<Pick<Change, 'before' | 'after'>>): Change {
  return { type, id: ID, slug: 'it', before: null, after: null, ...lines }
}

test('a change touches the entry, whoever looks for it by its slug, its type as a whole, and the log', () => {
  const touched = touchedBy([change('Topic', { after: { name: 'Trade' } })])
  expect([...touched.tags]).toEqual(['log', ID, 'Topic:it', 'Topic'])
  expect(touched.around).toEqual(NOTHING)
})

test('it touches what the entry referred to before, and what it refers to now', () => {
  const { tags, around } = touchedBy([
    change('Topic', { before: { broader: 'old' }, after: { broader: 'new' } }),
  ])
  expect([...tags]).toEqual(expect.arrayContaining(['Topic@Topic:old', 'Topic@Topic:new']))
  expect(around.references).toEqual([
    { by: 'Topic', type: 'Topic', slug: 'old' },
    { by: 'Topic', type: 'Topic', slug: 'new' },
  ])
})

test.each<[SluggedType, object, string[]]>([
  [
    'Meeting',
    {
      parent: 'm',
      participants: [{ participant: 'p', onBehalfOf: 'q' }],
      topics: ['t'],
      citations: [{ source: 's' }],
    },
    ['Meeting:m', 'Participant:p', 'Participant:q', 'Topic:t', 'Source:s'],
  ],
  [
    'Participant',
    { offices: [{ title: 'x', of: 'p' }], citations: [{ source: 's' }] },
    ['Participant:p', 'Source:s'],
  ],
  [
    'Statement',
    {
      speaker: 'p',
      onBehalfOf: 'q',
      addressees: ['r'],
      meeting: 'm',
      about: ['Meeting:n', 'Agreement:a', 'Participant:u'],
      reportedIn: 's',
      positions: [{ issue: 'i', stance: 'DENIES' }],
      links: [{ kind: 'REPLIES_TO', to: 'l' }],
      topics: ['t'],
      citations: [{ source: 'c' }],
    },
    [
      'Participant:p',
      'Participant:q',
      'Participant:r',
      'Meeting:m',
      'Meeting:n',
      'Agreement:a',
      'Participant:u',
      'Statement:s',
      'Issue:i',
      'Statement:l',
      'Topic:t',
      'Source:c',
    ],
  ],
  [
    'Agreement',
    {
      meeting: 'm',
      parties: [{ participant: 'p' }],
      provisions: [{ obliges: ['q'] }],
      events: [{ participants: ['r'], meeting: 'n', citations: [{ source: 's' }] }],
      topics: ['t'],
      citations: [{ source: 'c' }],
    },
    [
      'Meeting:m',
      'Participant:p',
      'Participant:q',
      'Participant:r',
      'Meeting:n',
      'Source:s',
      'Topic:t',
      'Source:c',
    ],
  ],
  ['Issue', { topics: ['t'], citations: [{ source: 's' }] }, ['Topic:t', 'Source:s']],
  ['Source', { author: 'p', citations: [{ source: 's' }] }, ['Participant:p', 'Source:s']],
])('a %s refers to all that its line names', (type, after, expected) => {
  const { references } = touchedBy([change(type, { after })]).around
  expect(references.map((reference) => `${reference.type}:${reference.slug}`)).toEqual(expected)
})

test.each([
  ['speaker', true],
  ['onBehalfOf', true],
  ['reportedIn', true],
  ['text', false],
])('a statement with another %s: what is reported in it is known otherwise: %s', (field, isMoved) => {
  const { around } = touchedBy([
    change('Statement', { before: { [field]: 'one' }, after: { [field]: 'other' } }),
  ])
  expect(around).toMatchObject({ statements: [ID], moved: isMoved ? [ID] : [] })
})

test('of a participant who becomes anonymous the statements are known otherwise', () => {
  const lines = { before: { isAnonymous: false }, after: { isAnonymous: true } }
  expect(touchedBy([change('Participant', lines)]).around).toEqual({ ...NOTHING, unmasked: [ID] })
})

test('the names of a participant who is gone may lead to another', () => {
  expect(touchedBy([change('Participant', { before: { name: 'x' } })]).around).toEqual({
    ...NOTHING,
    gone: [ID],
  })
})
