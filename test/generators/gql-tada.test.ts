// gql.tada has TypeScript itself read operations, by the schema as a type; nothing is generated for each.
// Its command needs the compiler's API, which TypeScript 7.0 does not have (0no-co/gql.tada#572): what it
// writes is made here by the functions that it calls, gql.tada/internal, and compiled with TypeScript 7.
import { loadFromSDL, minifyIntrospection, outputIntrospectionFile } from 'gql.tada/internal'
import { beforeAll, expect, test } from 'vitest'
import { scalars } from '../../codegen.ts'
import { workshop } from './workshop.ts'

const shop = workshop({
  'graphql.ts': `
    import { initGraphQLTada } from 'gql.tada'
    import type { introspection } from './graphql-env.d.ts'

    interface Scalars {
      ${Object.entries(scalars)
        .map((entry) => entry.join(': '))
        .join('\n')}
    }
    export const graphql = initGraphQLTada<{ introspection: introspection; scalars: Scalars }>()
  `,
  'meetings.ts': `
    import { readFragment, type FragmentOf, type ResultOf, type VariablesOf } from 'gql.tada'
    import { graphql } from './graphql.ts'

    export const line = graphql(\`fragment Line on Meeting { title date { edtf } }\`)
    export const page = graphql(
      \`query Meetings($first: Int!, $filter: MeetingFilter) {
        meetings(first: $first, filter: $filter) {
          nodes { kind place { countryCode } ...Line }
          pageInfo { endCursor }
        }
      }\`,
      [line],
    )
    export const wanted: VariablesOf<typeof page> = {
      first: 2,
      filter: { kind: ['BILATERAL'], date: { from: '2017-07-01' } },
    }
    // @ts-expect-error: there is no such kind of meeting
    export const unknown: VariablesOf<typeof page> = { first: 2, filter: { kind: ['TRILATERAL'] } }

    export const title = (data: FragmentOf<typeof line>): string => readFragment(line, data).title
    export function read({ meetings }: ResultOf<typeof page>): (string | null | undefined)[] {
      // @ts-expect-error: what the fragment asks for is not to be read without it
      meetings.nodes[0]?.title
      return meetings.nodes.map(({ place }) => place?.countryCode)
    }

    const wrong = graphql(\`query Wrong { meetings { nodes { titel } } }\`)
    export function titles({ meetings }: ResultOf<typeof wrong>): (string | undefined)[] {
      // @ts-expect-error: nothing is known of a field that the schema does not have
      return meetings.nodes.map(({ titel }) => titel)
    }
  `,
})

beforeAll(async () => {
  const { introspection } = await loadFromSDL({ file: shop.path('schema.graphql') }).load()
  const text = outputIntrospectionFile(minifyIntrospection(introspection), {
    fileType: '.d.ts',
    shouldPreprocess: true,
  })
  await shop.write('graphql-env.d.ts', text)
})

test('the schema as a type holds what the schema holds', async () => {
  expect(await shop.read('graphql-env.d.ts')).toContain(
    "'Evidence': { name: 'Evidence'; enumValues: 'FIRST_HAND' | 'HEARSAY' | 'REPORTED' | 'UNATTRIBUTED'; };",
  )
})

test('TypeScript reads operations by it, masks their fragments and finds their mistakes', async () => {
  expect(await shop.compile()).toBe('')
})
