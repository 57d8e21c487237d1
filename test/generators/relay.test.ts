// Relay's compiler: a fragment that pages through a list, and one that is asked for again by its node.
import { beforeAll, expect, test } from 'vitest'
import { scalars } from '../../codegen.ts'
import { ask } from '../client/ask.ts'
import { TypedDocumentString } from '../client/generated/graphql.ts'
import { runningServer } from '../harness/running-server.ts'
import { workshop } from './workshop.ts'

const { ID: _, ...customScalarTypes } = scalars

const shop = workshop({
  'relay.config.json': JSON.stringify({
    src: '.',
    excludes: ['node_modules/**'],
    schema: 'schema.graphql',
    language: 'typescript',
    customScalarTypes,
    requireCustomScalarTypes: true,
  }),
  'meetings.ts': `
    import { graphql } from 'relay-runtime'
    import type { meetings_page$data } from './__generated__/meetings_page.graphql'
    import type { meetings_statements$data } from './__generated__/meetings_statements.graphql'

    export const all = graphql\`
      query meetingsQuery { ...meetings_page }
    \`
    export const page = graphql\`
      fragment meetings_page on Query
      @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" })
      @refetchable(queryName: "meetingsPageQuery") {
        meetings(first: $count, after: $cursor) @connection(key: "meetings_meetings") {
          edges { node { slug date { edtf } ...meetings_statements } }
        }
      }
    \`
    export const statements = graphql\`
      fragment meetings_statements on Meeting
      @argumentDefinitions(count: { type: "Int", defaultValue: 1 }, cursor: { type: "String" })
      @refetchable(queryName: "meetingsStatementsQuery") {
        statements(first: $count, after: $cursor) @connection(key: "meetings_statements") {
          edges { node { act evidence } }
        }
      }
    \`

    export function dates({ meetings }: meetings_page$data): (string | undefined)[] {
      // @ts-expect-error: what another fragment asks for is not to be read here
      meetings.edges[0]?.node.statements
      return meetings.edges.map(({ node }) => node.date?.edtf)
    }
    export function evidence({ statements }: meetings_statements$data) {
      return statements.edges.map(({ node }) => node.evidence satisfies string)
    }
  `,
})
const url = runningServer()

let compiled: { code: number; output: string }
beforeAll(async () => {
  compiled = await shop.run('relay-compiler')
})

test('the compiler takes the schema, every scalar of it mapped', () => {
  expect(compiled).toEqual({ code: 0, output: expect.stringContaining('Compilation completed.') })
})

test('the types that it makes compile, and mask what a fragment did not ask for', async () => {
  expect(await shop.compile()).toBe('')
})

test('what it knows of the list is where its page stands and which operation fetches more', async () => {
  expect(await artifact('meetings_page')).toMatchObject({
    metadata: {
      connection: [{ count: 'count', cursor: 'cursor', direction: 'forward', path: ['meetings'] }],
      refetch: { operation: { params: { name: 'meetingsPageQuery' } } },
    },
  })
})

test('the operation that fetches more of the list answers page after page', async () => {
  const pages = await operation<Meetings, { count: number; cursor: string | null }>('meetingsPageQuery')
  const first = await ask(url(), pages, { count: 2, cursor: null })
  const second = await ask(url(), pages, { count: 2, cursor: first.meetings.pageInfo.endCursor })

  expect([first, second].map(({ meetings }) => meetings.edges.map(({ node }) => node.slug))).toEqual([
    ['g20-hamburg-2017', 'trump-putin-hamburg-2017'],
    ['tillerson-briefing-2017', 'trump-duda-news-conference-warsaw-2017'],
  ])
})

test('the operation that fetches a fragment again finds its meeting by the node', async () => {
  const pages = await operation<Meetings, { count: number; cursor: string | null }>('meetingsPageQuery')
  const { meetings } = await ask(url(), pages, { count: 2, cursor: null })
  const again = await operation<unknown, { count: number; id?: string }>('meetingsStatementsQuery')

  expect(await ask(url(), again, { count: 2, id: meetings.edges[1]?.node.id })).toMatchObject({
    node: {
      __typename: 'Meeting',
      statements: {
        edges: [
          { node: { act: 'DENY', evidence: 'HEARSAY' } },
          { node: { act: 'DENY', evidence: 'REPORTED' } },
        ],
      },
    },
  })
})

interface Meetings {
  meetings: { edges: { node: { id: string; slug: string } }[]; pageInfo: { endCursor: string | null } }
}

async function operation<Data, Variables>(name: string) {
  const { params } = await artifact(name)
  return new TypedDocumentString<Data, Variables>(params?.text ?? '')
}

async function artifact(name: string): Promise<{ params?: { text: string } }> {
  const module: { default: object } = await import(shop.path(`__generated__/${name}.graphql.ts`))
  return module.default
}
