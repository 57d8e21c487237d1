// graphql-codegen's `typescript` and `typescript-resolvers`: types for whoever builds upon this schema.
import { beforeAll, expect, test } from 'vitest'
import { scalars } from '../../codegen.ts'
import { workshop } from './workshop.ts'

const config = (known: object) =>
  JSON.stringify({
    schema: 'schema.graphql',
    generates: {
      'types.ts': {
        plugins: ['typescript', 'typescript-resolvers'],
        config: { scalars: known, strictScalars: true, useTypeImports: true, enumsAsTypes: true },
      },
    },
  })

const { EDTF: _, ...allButOne } = scalars

const shop = workshop({
  'codegen.json': config(scalars),
  'wanting.json': config(allButOne),
  'resolvers.ts': `
    import type { Evidence, FuzzyDate, Meeting, MeetingResolvers, QueryResolvers, Scalars } from './types.ts'

    export const query: Partial<QueryResolvers> = {
      meetings: (_parent, { first, filter }) => connection(first ?? 20, filter?.kind ?? []),
      // @ts-expect-error: a number is not a meeting
      meeting: () => 1,
    }
    export const meeting: MeetingResolvers = {
      title: ({ title }) => title.toUpperCase(),
      // @ts-expect-error: a meeting has no such field
      titel: () => '',
    }
    export const evidence: Evidence[] = ['FIRST_HAND', 'REPORTED', 'HEARSAY', 'UNATTRIBUTED']
    export const date: FuzzyDate = { edtf: '../2017-07', earliest: null, latest: '2017-07-31', text: '' }
    // @ts-expect-error: scalars come as strings, and not as anything
    export const day: Scalars['Date']['output'] = 1

    declare function connection(first: number, kinds: readonly Meeting['kind'][]): never
  `,
})

let generated: { code: number; output: string }
beforeAll(async () => {
  generated = await shop.run('graphql-codegen', '--config', 'codegen.json')
})

test('`typescript` and `typescript-resolvers` take the schema, every scalar of it mapped', () => {
  expect(generated).toEqual({ code: 0, output: expect.any(String) })
})

test('they make types by which resolvers compile, and mistakes do not', async () => {
  expect(await shop.compile()).toBe('')
})

test('a scalar that is not mapped is refused', async () => {
  expect(await shop.run('graphql-codegen', '--config', 'wanting.json')).toEqual({
    code: 1,
    output: expect.stringContaining('Unknown scalar type EDTF'),
  })
})
