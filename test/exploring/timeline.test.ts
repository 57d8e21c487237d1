// The timeline by examples: one order over all that has a date, and what is refused.
import { beforeAll, describe, expect, test } from 'vitest'
import type { NewEntry } from '../../src/writing/check/draft.ts'
import { beyondLimit } from '../harness/beyond-limit.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { at, listAt, textAt } from '../reading/answer.ts'
import { keep, statement, toldBy, topic } from './keep.ts'

const service = onEmptyRecord()

const person = (slug: string): NewEntry => ({
  type: 'Participant',
  input: { slug, name: slug, kind: 'PERSON' },
})

beforeAll(() =>
  keep(service, [
    ...toldBy,
    ...['attends', 'behind', 'speaks', 'party', 'signs', 'nobody'].map(person),
    topic('wide', 'Wide'),
    { type: 'Topic', input: { slug: 'narrow', name: 'Narrow', broader: 'wide' } },
    {
      type: 'Meeting',
      input: {
        slug: 'talks',
        title: 'Talks',
        kind: 'CALL',
        date: '2017-07-07',
        participants: [{ participant: 'attends', roles: ['DELEGATE'], onBehalfOf: 'behind' }],
        topics: ['narrow'],
      },
    },
    { type: 'Meeting', input: { slug: 'month', title: 'Month', kind: 'CALL', date: '2017-07' } },
    { type: 'Meeting', input: { slug: 'undated', title: 'Undated', kind: 'CALL' } },
    { type: 'Meeting', input: { slug: 'always', title: 'Always', kind: 'CALL', date: '../2017' } },
    statement('b-said', 'B', {
      speaker: 'speaks',
      onBehalfOf: 'behind',
      date: '2017-07-07',
      meeting: 'talks',
    }),
    statement('a-said', 'A', { date: '2017-07-07', topics: ['wide'] }),
    statement('undated-said', 'C'),
    {
      type: 'Agreement',
      input: {
        slug: 'pact',
        title: 'Pact',
        kind: 'TREATY',
        topics: ['narrow'],
        meeting: 'talks',
        parties: [{ participant: 'party', role: 'PARTY' }],
        events: [
          { kind: 'SIGNED', date: '2017-07-07', participants: ['signs'] },
          { kind: 'ENTERED_INTO_FORCE', date: '2017-07-07/2017-07-09', planned: true },
          { kind: 'ANNOUNCED' },
        ],
      },
    },
  ]),
)

async function timeline(filter: string): Promise<string[]> {
  const answer = await service.ask(
    `{ timeline(filter: ${filter}) {
      nodes { ... on Meeting { name: slug } ... on Statement { name: slug } ... on AgreementEvent { turn: kind } }
    } }`,
  )
  return listAt(answer, 'data', 'timeline', 'nodes').map((node) =>
    String(at(node, 'name') ?? at(node, 'turn')),
  )
}

const WHOLE = ['always', 'month', 'talks', 'a-said', 'b-said', 'SIGNED', 'ENTERED_INTO_FORCE']

test('by first day, last day, type and slug; what has no date is left out', async () => {
  expect(await timeline('{}')).toEqual([
    'always',
    'month',
    'talks',
    'a-said',
    'b-said',
    'SIGNED',
    'ENTERED_INTO_FORCE',
  ])
})

describe('filters', () => {
  test.each([
    ['whoever attends', '{ participants: { any: ["attends"] } }', ['talks']],
    ['on whose behalf that is done', '{ participants: { any: ["behind"] } }', ['talks', 'b-said']],
    ['whoever speaks, there too', '{ participants: { any: ["speaks"] } }', ['talks', 'b-said']],
    [
      'whoever is party, also to what was reached at a meeting',
      '{ participants: { any: ["party"] } }',
      ['talks', 'SIGNED', 'ENTERED_INTO_FORCE'],
    ],
    ['whoever takes part in a turn', '{ participants: { any: ["signs"] } }', ['SIGNED']],
    ['several at once', '{ participants: { all: ["attends", "speaks"] } }', ['talks']],
    ['without some', '{ participants: { none: ["behind", "party"] } }', ['always', 'month', 'a-said']],
    ['nobody', '{ participants: { any: ["nobody"] } }', []],
    ['an unknown slug', '{ participants: { any: ["who-is-that"] } }', []],
    ['an empty list', '{ participants: { any: [] } }', WHOLE],
    [
      'a topic with its narrower ones',
      '{ topics: { any: ["wide"] } }',
      ['talks', 'a-said', 'SIGNED', 'ENTERED_INTO_FORCE'],
    ],
    ['a narrow topic', '{ topics: { any: ["narrow"] } }', ['talks', 'SIGNED', 'ENTERED_INTO_FORCE']],
    [
      'types',
      '{ types: [AGREEMENT_EVENT, MEETING] }',
      ['always', 'month', 'talks', 'SIGNED', 'ENTERED_INTO_FORCE'],
    ],
    ['no types', '{ types: [] }', WHOLE],
    [
      'a day, possibly',
      '{ date: { from: "2017-07-08", until: "2017-07-08" } }',
      ['always', 'month', 'ENTERED_INTO_FORCE'],
    ],
    [
      'a week, certainly',
      '{ date: { from: "2017-07-03", until: "2017-07-09", match: CERTAINLY } }',
      ['talks', 'a-said', 'b-said', 'SIGNED', 'ENTERED_INTO_FORCE'],
    ],
    ['null', 'null', WHOLE],
  ])('%s', async (_name, filter, names) => {
    expect(await timeline(filter)).toEqual(names)
  })
})

test('an item says when it happened and what it is', async () => {
  expect(
    await service.ask(/* GraphQL */ `
      {
        timeline(last: 1) {
          edges {
            date { edtf earliest latest text }
            node { __typename ... on AgreementEvent { kind planned agreement { slug } } }
          }
        }
      }
    `),
  ).toEqual({
    data: {
      timeline: {
        edges: [
          {
            date: {
              edtf: '2017-07-07/2017-07-09',
              earliest: '2017-07-07',
              latest: '2017-07-09',
              text: expect.any(String),
            },
            node: {
              __typename: 'AgreementEvent',
              kind: 'ENTERED_INTO_FORCE',
              planned: true,
              agreement: { slug: 'pact' },
            },
          },
        ],
      },
    },
  })
})

const PAGE = /* GraphQL */ `
  query Page($first: Int, $last: Int, $after: String, $before: String, $filter: TimelineFilter) {
    timeline(first: $first, last: $last, after: $after, before: $before, filter: $filter) {
      pageInfo { startCursor endCursor }
    }
  }
`
const sealed = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url')
const NONE = (argument: string) =>
  `Query.timeline: "${argument}" is not a cursor. Pass the endCursor or the startCursor of a page.`
const OTHER = (argument: string) =>
  `Query.timeline: "${argument}" is a cursor of another list or another order. Start over without it, and ask for every page alike.`

function refused(message: string) {
  return {
    errors: [
      {
        message,
        locations: [{ line: expect.any(Number), column: expect.any(Number) }],
        path: ['timeline'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ],
    data: null,
  }
}

test.each([
  [{ after: '' }, NONE('after')],
  [{ after: 'nonsense' }, NONE('after')],
  [{ before: '😀' }, NONE('before')],
  [{ after: sealed() }, NONE('after')],
  [{ before: sealed('abcdef', '2017-07-07', '2017-07-07', 0, 'talks') }, OTHER('before')],
  [{ first: 1, last: 1 }, 'Query.timeline: "first" and "last" do not go together. Give one of them.'],
  [
    { filter: { date: { from: '2017-07-08', until: '2017-07-07' } } },
    '"from" (2017-07-08) lies after "until" (2017-07-07): no day is in that span. Exchange them.',
  ],
])('%j is refused', async (variables, message) => {
  expect(await service.ask(PAGE, variables)).toEqual(refused(message))
})

test.each([
  [{ first: 101 }, 'Query.timeline: "first" is 101, and a page has 0 to 100.'],
  [{ last: -1 }, 'Query.timeline: "last" is -1, and a page has 0 to 100.'],
])('a page of %j is refused', async (variables, message) => {
  expect(await service.ask(PAGE, variables)).toEqual(beyondLimit('MAX_PAGE', message))
})

test('a cursor whose key was tampered with is refused, whatever became of it', async () => {
  const cursor = textAt(await service.ask(PAGE, { first: 1 }), 'data', 'timeline', 'pageInfo', 'endCursor')
  const [signature]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  const day = '2017-07-07'
  const keys = [
    [],
    [day, day, 0],
    ['2017-02-30', day, 0, 'talks'],
    [day, 'infinity', 0, 'talks'],
    [day, day, 3, 'talks'],
    [day, day, -1, 'talks'],
    [day, day, 0.5, 'talks'],
    [day, day, 0, "'; --"],
    [day, day, 0, '\0'],
    [day, day, 2, 'talks'],
    [day, day, '0', 'talks'],
    [null, null, 0, 'talks'],
  ]
  for (const key of keys) {
    expect(await service.ask(PAGE, { after: sealed(signature, ...key) })).toEqual(refused(NONE('after')))
  }
})
