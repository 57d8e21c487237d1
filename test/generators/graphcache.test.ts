// urql's normalizing cache, which knows the schema, against the running server.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client, fetchExchange, gql } from '@urql/core'
import { cacheExchange, type KeyingConfig } from '@urql/exchange-graphcache'
import { relayPagination } from '@urql/exchange-graphcache/extras'
import { buildSchema, type IntrospectionObjectType, introspectionFromSchema } from 'graphql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runningServer } from '../harness/running-server.ts'

const sdl = await readFile(path.join(import.meta.dirname, '../../schema.graphql'), 'utf8')
const schema = introspectionFromSchema(buildSchema(sdl))

/** What has no ID is a part of what it was read with, and cached there. */
const embedded = schema.__schema.types
  .filter((type): type is IntrospectionObjectType => type.kind === 'OBJECT')
  .filter(({ name, fields }) => !/^Query$|^__/.test(name) && !fields.some((field) => field.name === 'id'))
const keys: KeyingConfig = Object.fromEntries(embedded.map(({ name }) => [name, () => null]))

const MEETINGS = gql<Page, { after?: string | null }>`
  query Meetings($after: String) {
    meetings(first: 2, after: $after) {
      totalCount
      edges {
        node {
          id
          slug
          title
          date { edtf text(locale: "fr") }
          place { name }
          externalIds { scheme value }
          citations { locator source { id title } }
          participants(first: 5) { edges { roles node { id name offices { title period { edtf } } } } }
          statements(first: 5) { nodes { id text positions { stance issue { id } } links { kind } } }
          accounts { side { id } statements(first: 5) { nodes { id } } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`
const REFETCH = gql<object, { id: string }>`
  query Refetch($id: ID!) {
    node(id: $id) {
      ... on Meeting { id status agreements(first: 2) { nodes { id title provisions { ordinal } } } }
    }
  }
`
/** A part of what the list asks for, and a part of what the node was asked for again. */
const PARTS_OF_BOTH = gql<object, { id: string }>`
  query PartsOfBoth($id: ID!) {
    node(id: $id) { ... on Meeting { id slug date { edtf } status agreements(first: 2) { nodes { title } } } }
  }
`

interface Page {
  meetings: {
    totalCount: number
    edges: { node: { id: string; slug: string } }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

const url = runningServer()
let warnings: string[]
let requests: number

beforeEach(() => {
  warnings = []
  requests = 0
  vi.spyOn(console, 'warn').mockImplementation((message) => warnings.push(`${message}`))
})
afterEach(() => vi.restoreAllMocks())

test('two pages of a list are one list in the cache', async () => {
  const client = cachingClient(keys)
  const first = await client.query(MEETINGS, {})
  const second = await client.query(MEETINGS, { after: first.data?.meetings.pageInfo.endCursor })

  expect(summary(second.data)).toEqual({
    totalCount: 4,
    slugs: [
      'g20-hamburg-2017',
      'trump-putin-hamburg-2017',
      'tillerson-briefing-2017',
      'trump-duda-news-conference-warsaw-2017',
    ],
    hasNextPage: false,
  })
  expect({ requests, warnings }).toEqual({ requests: 2, warnings: [] })
})

test('a node that is fetched again is the row of the list, and more is known of it', async () => {
  const client = cachingClient(keys)
  const list = await client.query(MEETINGS, {})
  const id = list.data?.meetings.edges[1]?.node.id ?? ''
  await client.query(REFETCH, { id })

  expect(client.readQuery(PARTS_OF_BOTH, { id })?.data).toEqual({
    node: {
      id,
      slug: 'trump-putin-hamburg-2017',
      date: { edtf: '2017-07-07' },
      status: 'HELD',
      agreements: {
        nodes: [
          { title: 'Cease-fire in southwestern Syria' },
          { title: 'Further talks about interference in American affairs' },
        ],
      },
    },
  })
  expect({ requests, warnings }).toEqual({ requests: 2, warnings: [] })
})

test('without `keys` the cache warns of every type that has no ID', async () => {
  await cachingClient({}).query(MEETINGS, {})

  const types = warnings.map((warning) => /custom `keys` config for `(\w+)`/.exec(warning)?.[1])
  expect([...new Set(types)].sort()).toEqual([
    'Account',
    'Citation',
    'FuzzyDate',
    'Office',
    'Place',
    'Position',
    'StatementLink',
  ])
})

function cachingClient(keys: KeyingConfig) {
  const cache = cacheExchange({
    schema,
    keys,
    resolvers: { Query: { meetings: relayPagination() } },
    logger: (severity, message) => {
      if (severity !== 'debug') warnings.push(message)
    },
  })
  const counting: typeof fetch = (...request) => {
    requests++
    return fetch(...request)
  }
  return new Client({ url: url(), fetch: counting, exchanges: [cache, fetchExchange] })
}

function summary(page: Page | undefined) {
  const { totalCount, edges, pageInfo } = page?.meetings ?? {}
  return { totalCount, slugs: edges?.map(({ node }) => node.slug), hasNextPage: pageInfo?.hasNextPage }
}
