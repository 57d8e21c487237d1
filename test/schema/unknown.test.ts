// What names nothing finds nothing: null or an empty list, and never an error.
import { expect, test } from 'vitest'
import { onFoundingRecord } from '../harness/service.ts'

const service = onFoundingRecord()

const strange = [
  '',
  'nobody-of-that-name',
  'Not a slug',
  'Meeting:trump-putin-hamburg-2017',
  'trump-putin-hamburg-2017\0',
  '\ud800',
  "' OR TRUE --",
  '%',
  'M_',
  'M_AAAAAAAAAAAAAAAAAAAAAA',
  'M_AAAAAAAAAAAAAAAAAAAAAB',
  'x'.repeat(10_000),
  '018bcfe5-6800-7000-8000-000000000000',
]

const LOOKUPS = /* GraphQL */ `
  query Lookups($id: ID!, $text: String!) {
    node(id: $id) { id }
    nodes(ids: [$id, $id]) { id }
    meeting(id: $id) { slug }
    participant(id: $id) { slug }
    statement(id: $id) { slug }
    agreement(id: $id) { slug }
    issue(id: $id) { slug }
    topic(id: $id) { slug }
    source(id: $id) { slug }
    byExternalId(scheme: $text, value: $text) { slug }
  }
`

test.each(strange)('%j names nothing', async (id) => {
  expect(await service.ask(LOOKUPS, { id, text: id })).toEqual({
    data: {
      node: null,
      nodes: [null, null],
      meeting: null,
      participant: null,
      statement: null,
      agreement: null,
      issue: null,
      topic: null,
      source: null,
      byExternalId: null,
    },
  })
})

test('a global ID of another type names nothing where only one type can be meant', async () => {
  const id = await idOf('meeting(id: "trump-putin-hamburg-2017")')
  const query =
    'query ($id: ID!) { participant(id: $id) { slug } statement(id: $id) { slug } topic(id: $id) { slug } }'
  expect(await service.ask(query, { id })).toEqual({
    data: { participant: null, statement: null, topic: null },
  })
})

test('a slug names nothing where a global ID is asked for', async () => {
  expect(await service.ask('{ node(id: "trump-putin-hamburg-2017") { id } }')).toEqual({
    data: { node: null },
  })
})

test('nodes of every type come in the order of their ids, with nulls for those that are unknown', async () => {
  const meeting = await idOf('meeting(id: "trump-putin-hamburg-2017")')
  const putin = await idOf('participant(id: "vladimir-putin")')
  const source = await idOf('sources(first: 1) { nodes', ' }')
  const event = await idOf('agreements(first: 1) { nodes { events', ' } }')
  const query = /* GraphQL */ `
    query Nodes($ids: [ID!]!) {
      nodes(ids: $ids) { __typename id ... on Meeting { slug } ... on Participant { slug name } }
    }
  `
  const first = event.split(' ')[0]
  expect(
    await service.ask(query, { ids: [putin, 'x', source, meeting, first, putin, meeting.slice(1)] }),
  ).toEqual({
    data: {
      nodes: [
        { __typename: 'Participant', id: putin, slug: 'vladimir-putin', name: 'Vladimir Putin' },
        null,
        { __typename: 'Source', id: source },
        { __typename: 'Meeting', id: meeting, slug: 'trump-putin-hamburg-2017' },
        { __typename: 'AgreementEvent', id: first },
        { __typename: 'Participant', id: putin, slug: 'vladimir-putin', name: 'Vladimir Putin' },
        null,
      ],
    },
  })
})

test('no nodes are asked for, and none come', async () => {
  expect(await service.ask('{ nodes(ids: []) { id } }')).toEqual({ data: { nodes: [] } })
})

const FILTERS = /* GraphQL */ `
  query Filters($id: ID!, $text: String!, $code: CountryCode!, $tag: LanguageTag!) {
    any: meetings(filter: { participants: { any: [$id] } }) { totalCount }
    all: meetings(filter: { participants: { all: [$id, "vladimir-putin"] } }) { totalCount }
    parent: meetings(filter: { parent: $id }) { totalCount }
    country: meetings(filter: { countryCode: [$code] }) { totalCount }
    speaker: statements(filter: { speaker: [$id] }) { totalCount }
    about: statements(filter: { about: [$id] }) { totalCount }
    issue: statements(filter: { issue: [$id] }) { totalCount }
    language: statements(filter: { language: [$tag] }) { totalCount }
    source: statements(filter: { source: [$id] }) { totalCount }
    broader: topics(filter: { broader: $id }) { totalCount }
    proved: byExternalId(scheme: "wikidata", value: $text) { slug }
  }
`

test.each(strange.filter((id) => !id.startsWith('Meeting:')))(
  '%j as a filter matches nothing',
  async (id) => {
    const none = { totalCount: 0 }
    expect(await service.ask(FILTERS, { id, text: id, code: id, tag: id })).toEqual({
      data: {
        any: none,
        all: none,
        parent: none,
        country: none,
        speaker: none,
        about: none,
        issue: none,
        language: none,
        source: none,
        broader: none,
        proved: null,
      },
    })
  },
)

const NONE = /* GraphQL */ `
  query None($id: ID!, $code: CountryCode!) {
    none: meetings(filter: { participants: { none: [$id] } }) { totalCount }
    not: meetings(filter: { not: { parent: $id } }) { totalCount }
    notThere: meetings(filter: { not: { countryCode: [$code] } }) { totalCount }
    all: meetings { totalCount }
  }
`

test.each(['nobody-of-that-name', '\0', ''])('nothing is excluded by %j, which names nothing', async (id) => {
  const all = { totalCount: 4 }
  expect(await service.ask(NONE, { id, code: id })).toEqual({
    data: { none: all, not: all, notThere: all, all },
  })
})

const EMPTY = /* GraphQL */ `
  query Empty($id: [ID!], $kind: [MeetingKind!], $match: IDMatch, $inner: [MeetingFilter!]) {
    id: statements(filter: { speaker: $id, about: $id, issue: $id }) { totalCount }
    kind: meetings(filter: { kind: $kind, participants: $match }) { totalCount }
    inner: meetings(filter: { or: $inner, and: $inner }) { totalCount }
    nothing: meetings(filter: { not: {} }) { totalCount }
    either: meetings(filter: { or: [{}, { kind: [CALL] }] }) { totalCount }
  }
`

test.each([
  { id: [], kind: [], match: { any: [], all: [], none: [] }, inner: [] },
  { id: null, kind: null, match: null, inner: null },
  { id: null, kind: null, match: { any: null }, inner: [] },
])('empty lists and null restrict nothing, and not nothing is nothing: %j', async (variables) => {
  const { data } = Object(await service.ask('{ statements { totalCount } }'))
  expect(await service.ask(EMPTY, variables)).toEqual({
    data: {
      id: data.statements,
      kind: { totalCount: 4 },
      inner: { totalCount: 4 },
      nothing: { totalCount: 0 },
      either: { totalCount: 4 },
    },
  })
})

async function idOf(field: string, end = ''): Promise<string> {
  const answer = JSON.stringify(await service.ask(`{ ${field} { id } ${end} }`))
  const found = answer.match(/"id":"([^"]+)"/)
  if (!found?.[1]) throw new Error(answer)
  return found[1]
}
