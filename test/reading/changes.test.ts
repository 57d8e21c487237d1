// The change log and the histories of entries, as they are read.
import { beforeAll, expect, test } from 'vitest'
import type { NewEntry } from '../../src/writing/check/draft.ts'
import { createEntries } from '../harness/create-entries.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { at, listAt, textAt } from './answer.ts'

const service = onEmptyRecord()

const topic = (slug: string): NewEntry => ({ type: 'Topic', input: { slug, name: slug } })
const participant = (slug: string): NewEntry => ({
  type: 'Participant',
  input: { slug, name: slug, kind: 'PERSON' },
})

async function write(...entries: NewEntry[]) {
  return service.database.transaction((tx) => createEntries(tx, entries))
}

beforeAll(async () => {
  await write(topic('war'), participant('kept'))
  await write(participant('merged'))
  await write(topic('peace'))
  await write(topic('gone'))
  const { prisma } = service.database
  const [kept, merged] = await Promise.all(
    ['kept', 'merged'].map((slug) => prisma.participant.findUniqueOrThrow({ where: { slug } })),
  )
  await prisma.participant.delete({ where: { slug: 'merged' } })
  await prisma.participantRedirect.create({
    data: { id: merged?.id ?? '', slug: 'merged', toId: kept?.id ?? '' },
  })
  await prisma.topic.delete({ where: { slug: 'gone' } })
})

const LOG = ['war', 'kept', 'merged', 'peace', 'gone']

const PAGE = /* GraphQL */ `
  query ($first: Int, $after: String, $last: Int, $before: String, $types: [EntryType!]) {
    changes(first: $first, after: $after, last: $last, before: $before, types: $types) {
      edges { cursor node { cursor slug } }
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
`

async function slugs(variables: object): Promise<unknown[]> {
  const answer = await service.ask(PAGE, variables)
  return listAt(answer, 'data', 'changes', 'edges').map((edge) => at(edge, 'node', 'slug'))
}

test('the log is read from its start, or from its head', async () => {
  expect(await slugs({})).toEqual(LOG)
  expect(await slugs({ first: 2 })).toEqual(['war', 'kept'])
  expect(await slugs({ last: 1 })).toEqual(['gone'])
})

test('it is read on from any change, either way, across and within the sets that were committed together', async () => {
  const answer = await service.ask(PAGE)
  const edges = listAt(answer, 'data', 'changes', 'edges')
  for (const [place, edge] of edges.entries()) {
    const cursor = textAt(edge, 'cursor')
    expect(textAt(edge, 'node', 'cursor')).toBe(cursor)
    expect(await slugs({ after: cursor })).toEqual(LOG.slice(place + 1))
    expect(await slugs({ before: cursor, last: 10 })).toEqual(LOG.slice(0, place))
  }
})

test('only changes of entries of some types are asked for', async () => {
  expect(await slugs({ types: ['TOPIC'] })).toEqual(['war', 'peace', 'gone'])
  expect(await slugs({ types: ['TOPIC'], last: 2 })).toEqual(['peace', 'gone'])
  expect(await slugs({ types: ['MEETING', 'PARTICIPANT'] })).toEqual(['kept', 'merged'])
  expect(await slugs({ types: [] })).toEqual(LOG)
})

test('a change tells who did what, and leads to the entry as it stands', async () => {
  const answer = await service.ask(`{
    topic(id: "peace") { id }
    changes(last: 2) { nodes { id at actor action entryType entryId slug before after entry { __typename id slug } } }
  }`)
  const id = textAt(answer, 'data', 'topic', 'id')
  const change = {
    id: expect.stringMatching(/^C_/),
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    actor: 'a test',
    action: 'CREATE',
    entryType: 'TOPIC',
    before: null,
  }
  expect(at(answer, 'data', 'changes', 'nodes')).toEqual([
    {
      ...change,
      entryId: id,
      slug: 'peace',
      after: { type: 'Topic', slug: 'peace', name: 'peace' },
      entry: { __typename: 'Topic', id, slug: 'peace' },
    },
    {
      ...change,
      entryId: expect.stringMatching(/^T_/),
      slug: 'gone',
      after: { type: 'Topic', slug: 'gone', name: 'gone' },
      entry: null,
    },
  ])
})

test('a change of a participant who was merged leads to the one who was kept, and is of their history', async () => {
  const history = [
    { slug: 'kept', entry: { slug: 'kept' } },
    { slug: 'merged', entry: { slug: 'kept' } },
  ]
  const answer = await service.ask(`{
    changes(types: [PARTICIPANT]) { nodes { slug entry { slug } } }
    participant(id: "kept") { history { nodes { slug entry { slug } } } }
  }`)
  expect(answer).toEqual({
    data: { changes: { nodes: history }, participant: { history: { nodes: history } } },
  })
})

test('the cursors of a history are those of the log', async () => {
  const answer = await service.ask(
    '{ participant(id: "kept") { history { edges { cursor node { cursor slug } } } } }',
  )
  const edges = listAt(answer, 'data', 'participant', 'history', 'edges')
  const [kept, merged] = edges.map((edge) => textAt(edge, 'cursor'))
  expect(edges.map((edge) => at(edge, 'node', 'cursor'))).toEqual([kept, merged])
  expect(await slugs({ after: kept })).toEqual(LOG.slice(2))
  const head = await service.ask('{ changes(last: 1) { edges { cursor } } }')
  const query = `query ($after: String, $before: String) {
    participant(id: "kept") { history(after: $after, before: $before) { nodes { slug } pageInfo { hasNextPage } } }
  }`
  const before = textAt(head, 'data', 'changes', 'edges', 0, 'cursor')
  expect(await service.ask(query, { after: kept, before })).toEqual({
    data: { participant: { history: { nodes: [{ slug: 'merged' }], pageInfo: { hasNextPage: false } } } },
  })
})

test('the history of an entry is there wherever an entry is', async () => {
  const answer = await service.ask(`{
    changes(first: 1) { nodes { entry { history(last: 1) { nodes { slug action } } } } }
  }`)
  expect(answer).toEqual({
    data: { changes: { nodes: [{ entry: { history: { nodes: [{ slug: 'war', action: 'CREATE' }] } } }] } },
  })
})

test('a change is found by its ID', async () => {
  const answer = await service.ask('{ changes { nodes { id slug } } }')
  const nodes = listAt(answer, 'data', 'changes', 'nodes')
  const ids = nodes.map((node) => textAt(node, 'id'))
  const query = `query ($id: ID!, $ids: [ID!]!) {
    node(id: $id) { id ... on Change { slug entry { slug } } }
    nodes(ids: $ids) { id ... on Change { slug } }
  }`
  expect(await service.ask(query, { id: ids[0], ids })).toEqual({
    data: { node: { id: ids[0], slug: 'war', entry: { slug: 'war' } }, nodes },
  })
})

test.each(['nonsense', Buffer.from('["x",1,1]').toString('base64url')])(
  '%s is no cursor of the log',
  async (after) => {
    expect(await service.ask(PAGE, { after })).toMatchObject({
      data: null,
      errors: [
        {
          message: expect.stringContaining('Query.changes: "after"'),
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    })
  },
)
