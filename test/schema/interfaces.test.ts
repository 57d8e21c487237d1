// What can be of several types: nodes, entries, what citations prove and what statements are about.
import { beforeAll, expect, test } from 'vitest'
import { createEntries } from '../harness/create-entries.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { listAt, textAt } from '../reading/answer.ts'

const service = onEmptyRecord()

const proof = (locator: string) => [{ source: 'source', locator }]

beforeAll(async () => {
  const events = [{ kind: 'SIGNED', date: '2017', citations: proof('event') }]
  await service.database.transaction((tx) =>
    createEntries(tx, [
      {
        type: 'Source',
        input: { slug: 'source', title: 'Source', kind: 'SPEECH', citations: proof('source') },
      },
      {
        type: 'Meeting',
        input: { slug: 'meeting', title: 'Meeting', kind: 'CALL', citations: proof('meeting') },
      },
      {
        type: 'Participant',
        input: { slug: 'participant', name: 'Participant', kind: 'GROUP', citations: proof('participant') },
      },
      {
        type: 'Agreement',
        input: {
          slug: 'agreement',
          title: 'Agreement',
          kind: 'TREATY',
          events,
          citations: proof('agreement'),
        },
      },
      { type: 'Issue', input: { slug: 'issue', question: 'Issue?', citations: proof('issue') } },
      { type: 'Topic', input: { slug: 'topic', name: 'Topic', citations: proof('topic') } },
      {
        type: 'Statement',
        input: {
          slug: 'statement',
          text: 'Statement',
          wording: 'DIRECT',
          act: 'ASSERT',
          speaker: 'participant',
          about: ['Participant:participant', 'Agreement:agreement', 'Meeting:meeting'],
          citations: proof('statement'),
        },
      },
    ]),
  )
})

const ENTRY = /* GraphQL */ `
  fragment EntryParts on Entry {
    __typename
    slug
    citations { locator entry { __typename slug } }
    ... on Meeting { title meetingKind: kind }
    ... on Participant { name participantKind: kind }
    ... on Statement { text speaker { ...NodeParts name } }
    ... on Agreement { title status(on: "2018-01-01") }
    ... on Issue { question }
    ... on Topic { name broader { slug } }
    ... on Source { title sourceKind: kind }
  }
  fragment NodeParts on Node { id ... on Entry { slug } }
`

/** Each entry as the fragment answers it. */
const entries = {
  participant: { name: 'Participant', participantKind: 'GROUP' },
  meeting: { title: 'Meeting', meetingKind: 'CALL' },
  statement: {
    text: 'Statement',
    speaker: { id: expect.stringMatching(/^P_/), slug: 'participant', name: 'Participant' },
  },
  agreement: { title: 'Agreement', status: 'AGREED' },
  issue: { question: 'Issue?' },
  topic: { name: 'Topic', broader: null },
  source: { title: 'Source', sourceKind: 'SPEECH' },
}

function entry(slug: keyof typeof entries) {
  const __typename = slug.charAt(0).toUpperCase() + slug.slice(1)
  const citations = [{ locator: slug, entry: { __typename, slug } }]
  return { __typename, slug, citations, ...entries[slug] }
}

test('what a citation proves is an entry of any type; of a turn of an agreement, the agreement', async () => {
  const answer = await service.ask(
    `query { source(id: "source") { proves { totalCount nodes { locator entry { ...EntryParts } } } } } ${ENTRY}`,
  )
  const nodes = listAt(answer, 'data', 'source', 'proves', 'nodes')
  expect(nodes).toHaveLength(8)
  expect(nodes).toEqual(
    expect.arrayContaining([
      { locator: 'participant', entry: entry('participant') },
      { locator: 'meeting', entry: entry('meeting') },
      { locator: 'statement', entry: entry('statement') },
      { locator: 'agreement', entry: entry('agreement') },
      { locator: 'event', entry: entry('agreement') },
      { locator: 'issue', entry: entry('issue') },
      { locator: 'topic', entry: entry('topic') },
      { locator: 'source', entry: entry('source') },
    ]),
  )
})

test('what a source proves comes in pages, and of the types that are asked for', async () => {
  const query = `query ($types: [EntryType!], $first: Int, $after: String) {
    source(id: "source") {
      proves(types: $types, first: $first, after: $after) {
        totalCount
        pageInfo { hasNextPage hasPreviousPage endCursor }
        nodes { locator }
      }
    }
  }`
  const locators = async (variables: object) => {
    const answer = await service.ask(query, variables)
    return listAt(answer, 'data', 'source', 'proves', 'nodes').map((_, index) =>
      textAt(answer, 'data', 'source', 'proves', 'nodes', index, 'locator'),
    )
  }
  const all = await locators({})
  let after: string | null = null
  for (let page = 0; page < 3; page += 1) {
    const answer = await service.ask(query, { first: 3, after })
    after = textAt(answer, 'data', 'source', 'proves', 'pageInfo', 'endCursor')
    expect(answer).toEqual({
      data: {
        source: {
          proves: {
            totalCount: 8,
            pageInfo: { hasNextPage: page < 2, hasPreviousPage: page > 0, endCursor: after },
            nodes: all.slice(page * 3, page * 3 + 3).map((locator) => ({ locator })),
          },
        },
      },
    })
  }
  expect((await locators({ types: ['AGREEMENT'] })).toSorted()).toEqual(['agreement', 'event'])
  expect((await locators({ types: ['TOPIC', 'SOURCE'] })).toSorted()).toEqual(['source', 'topic'])
  expect(await locators({ types: [] })).toEqual(all)
})

test('what a statement is about comes in the order in which it was given, each with its own fields', async () => {
  const query = `query { statement(id: "statement") { about { ...EntryParts } } } ${ENTRY}`
  expect(await service.ask(query)).toEqual({
    data: { statement: { about: [entry('participant'), entry('agreement'), entry('meeting')] } },
  })
})

test('every node is found by its id, as what it is', async () => {
  const found = await service.ask(`{
    participant(id: "participant") { id }
    meeting(id: "meeting") { id }
    statement(id: "statement") { id }
    agreement(id: "agreement") { id events { id } }
    issue(id: "issue") { id }
    topic(id: "topic") { id }
    source(id: "source") { id }
  }`)
  const query = `query ($id: ID!) {
    node(id: $id) { ...NodeParts ...EntryParts ... on AgreementEvent { __typename kind agreement { slug } } }
  } ${ENTRY}`
  for (const slug of [
    'participant',
    'meeting',
    'statement',
    'agreement',
    'issue',
    'topic',
    'source',
  ] as const) {
    const id = textAt(found, 'data', slug, 'id')
    expect(await service.ask(query, { id })).toEqual({ data: { node: { id, ...entry(slug) } } })
  }
  const id = textAt(found, 'data', 'agreement', 'events', 0, 'id')
  expect(await service.ask(query, { id })).toEqual({
    data: { node: { id, __typename: 'AgreementEvent', kind: 'SIGNED', agreement: { slug: 'agreement' } } },
  })
})

test('fields behind @include and @skip are answered where they are wanted, in fragments too', async () => {
  const query = `query ($long: Boolean!) {
    statement(id: "statement") {
      slug
      ... @include(if: $long) { citations { locator } speaker { name } }
      ...Short @skip(if: $long)
    }
  }
  fragment Short on Statement { about { slug @skip(if: $long) __typename } }`
  expect(await service.ask(query, { long: true })).toEqual({
    data: {
      statement: {
        slug: 'statement',
        citations: [{ locator: 'statement' }],
        speaker: { name: 'Participant' },
      },
    },
  })
  expect(await service.ask(query, { long: false })).toEqual({
    data: {
      statement: {
        slug: 'statement',
        about: [
          { slug: 'participant', __typename: 'Participant' },
          { slug: 'agreement', __typename: 'Agreement' },
          { slug: 'meeting', __typename: 'Meeting' },
        ],
      },
    },
  })
})
