// How many SQL statements a question takes: as many for two rows of a page as for twenty, whatever is nested in them.
import { beforeAll, expect, test } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'
import { listAt } from '../reading/answer.ts'
import { keep } from './keep.ts'
import { many } from './many.ts'

const service = onEmptyRecord()

beforeAll(async () => {
  await keep(service, many(20))
  await service.database.query('ANALYZE', [])
})

/** How many statements a query sends for so many rows a page; it has to be answered without errors. */
async function statementsFor(query: string, rows: number): Promise<number> {
  const statements = await service.statementsOf(async () => {
    expect(await service.ask(query, { rows })).toEqual({ data: expect.any(Object) })
  })
  return statements.length
}

const MEETING_FACETS = /* GraphQL */ `
  byKind { kind count }
  byCountry { countryCode count }
  byYear { year count }
  byTopic { topic { slug broader { slug } } count }
`
const STATEMENT_FACETS = /* GraphQL */ `
  byAct { act count }
  bySpeaker { participant { slug offices { title } } count }
  byTopic { topic { slug } count }
  byYear { year count }
`

test.each([
  [
    'search: the hits',
    1,
    'query Q($rows: Int) { search(text: "peace", first: $rows) { edges { rank cursor } pageInfo { endCursor } } }',
  ],
  [
    'search: the number of hits alone',
    1,
    'query Q($rows: Int) { search(text: "peace", first: $rows) { totalCount } }',
  ],
  [
    // Hits, their number, snippets, and the nodes of each type.
    'search: hits of one type, with snippets and nodes',
    4,
    `query Q($rows: Int) {
      search(text: "peace", types: [STATEMENT], first: $rows) {
        totalCount
        edges { snippet { text hit } node { slug ... on Statement { speaker { slug } topics { slug } } } }
        nodes { slug ... on Statement { meeting { slug } } }
      }
    }`,
  ],
  [
    'timeline: items without nodes',
    1,
    'query Q($rows: Int) { timeline(first: $rows) { edges { date { edtf } cursor } pageInfo { hasNextPage } } }',
  ],
  [
    // The items, and the nodes of each of two types.
    'timeline: items of two types with their nodes',
    3,
    `query Q($rows: Int) {
      timeline(first: $rows, filter: { types: [MEETING, STATEMENT] }) {
        edges {
          date { edtf }
          node {
            ... on Meeting { slug topics { slug } participants(first: 2) { nodes { slug } } }
            ... on Statement { slug speaker { slug } }
          }
        }
        nodes { ... on Meeting { title } ... on Statement { text } }
      }
    }`,
  ],
  [
    // The participants, the counterparts of all, their number, and their rows.
    'counterparts under participants',
    4,
    `query Q($rows: Int) {
      participants(first: $rows, filter: { kind: [STATE] }) {
        nodes {
          slug
          counterparts(first: 2) {
            totalCount
            edges { meetingCount firstMet { edtf } lastMet { edtf } node { slug offices { title } } }
            nodes { name }
          }
        }
      }
    }`,
  ],
  [
    // The participants, and for each alias the counterparts and their rows.
    'counterparts under participants, by two aliases',
    5,
    `query Q($rows: Int) {
      participants(first: $rows, filter: { kind: [STATE] }) {
        nodes {
          people: counterparts(first: 2, filter: { kind: [PERSON] }) { nodes { slug } }
          remote: counterparts(last: 2, filter: { meetingKind: [BILATERAL, CALL] }) { nodes { name } }
        }
      }
    }`,
  ],
  [
    // The meetings, four facets, and the rows of speakers and topics.
    'every facet of statements under meetings',
    7,
    `query Q($rows: Int) { meetings(first: $rows) { nodes { statements(first: 1) { facets { ${STATEMENT_FACETS} } } } } }`,
  ],
  [
    // The meetings, those rows anew for the second alias, and for each alias a facet.
    'facets under meetings, by two aliases',
    4,
    `query Q($rows: Int) {
      meetings(first: $rows) {
        nodes {
          all: statements(first: 1) { nodes { slug } facets { byAct { act count } } }
          some: statements(first: 2, filter: { act: [ASSERT] }) { nodes { slug } facets { byAct { act count } } }
        }
      }
    }`,
  ],
  [
    'every facet of meetings under topics',
    6,
    `query Q($rows: Int) { topics(first: $rows) { nodes { meetings(first: 1) { facets { ${MEETING_FACETS} } } } } }`,
  ],
  [
    'facets of what is said about meetings and in accounts of them',
    3,
    `query Q($rows: Int) {
      meetings(first: $rows) {
        nodes {
          statementsAbout(first: 1) { facets { byAct { act count } } }
          accounts { side { slug } statements(first: 1) { facets { byAct { act count } } } }
        }
      }
    }`,
  ],
])('%s: %i statements, for two rows and for twenty', async (_name, count, query) => {
  expect([await statementsFor(query, 2), await statementsFor(query, 20)]).toEqual([count, count])
})

const ALL_TYPES = /* GraphQL */ `
  query AllTypes($text: String!, $types: [EntryType!], $rows: Int) {
    search(text: $text, types: $types, first: $rows) {
      edges { snippet { text } node { __typename slug citations { locator } } }
    }
  }
`

test('search: the hits, the snippets, and the nodes of each of five types: seven statements for any number', async () => {
  const types = ['MEETING', 'PARTICIPANT', 'AGREEMENT', 'ISSUE', 'SOURCE']
  const counts: number[] = []
  for (const [text, rows] of [
    ['peace n1', 5],
    ['peace', 100],
  ]) {
    const statements = await service.statementsOf(async () => {
      const answer = await service.ask(ALL_TYPES, { text, types, rows })
      expect(listAt(answer, 'data', 'search', 'edges')).toHaveLength(Number(rows))
    })
    counts.push(statements.length)
  }
  expect(counts).toEqual([7, 7])
})

test.each([
  ['none', 1, 'slug'],
  ['byKind', 2, 'facets { byKind { count } }'],
  ['byYear, twice', 2, 'facets { byYear { year count } again: byYear { count } }'],
  ['byKind and byYear', 3, 'facets { byKind { count } byYear { count } }'],
  ['byTopic without the topics', 2, 'facets { byTopic { count } }'],
  ['byTopic with the topics', 3, 'facets { byTopic { topic { slug } count } }'],
  ['__typename alone', 1, 'facets { __typename }'],
])('only the facets that are asked for are computed: %s', async (_name, count, facets) => {
  const selection = facets === 'slug' ? '' : facets
  expect(
    await statementsFor(`query Q($rows: Int) { meetings(first: $rows) { nodes { slug } ${selection} } }`, 20),
  ).toBe(count)
})

test('only facets are read where neither rows nor their number are asked for', async () => {
  expect(
    await statementsFor('query Q($rows: Int) { meetings(first: $rows) { facets { byKind { count } } } }', 20),
  ).toBe(1)
})
