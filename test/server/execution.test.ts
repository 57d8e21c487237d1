// A compiled query is answered as graphql-js answers it, also where resolvers fail, wait, or give what they must not.
import { buildSchema, execute, GraphQLError, getIntrospectionQuery, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { executeQuery } from '../../src/server/execution/execute.ts'

const schema = buildSchema(/* GraphQL */ `
  type Query {
    one: Thing
    here: Thing!
    later: Thing!
    things: [Thing]
    strict: [Thing!]
    any: [Any!]!
    echo(text: String = "nothing", size: Int): String
    fails: Thing!
  }
  interface Named { name: String! }
  union Any = Thing | Other
  enum Colour { RED GREEN }
  type Thing implements Named {
    name: String!
    number: Int
    colour: Colour
    list: [Int]
    texts: [String!]!
    missing: String!
    wrong: Int
    strange: Colour!
    fails: String
    failsLater: String!
    refused: String
    inner: Thing
    later: Thing
    noList: [Int]
    items: [Thing!]
    parent: String
  }
  type Other implements Named { name: String! size: Int }
  type Mutation { write: Int }
`)

const thing = {
  __typename: 'Thing',
  name: 'a thing',
  number: 7,
  colour: 'RED',
  list: [1, null, Promise.resolve(3)],
  texts: ['a', 'b'],
  missing: null,
  wrong: 'seven',
  strange: 'BLUE',
  noList: 5,
  fails() {
    throw new Error('It fails.')
  },
  failsLater: () => Promise.reject(new Error('It fails later.')),
  refused: () => new GraphQLError('It is refused.', { extensions: { code: 'REFUSED' } }),
  inner: () => thing,
  later: async () => thing,
  items: () => [thing, Promise.resolve(thing)],
}

const rootValue = {
  one: () => thing,
  here: thing,
  later: async () => thing,
  things: () => [thing, null, Promise.resolve(thing)],
  strict: () => [thing, null],
  any: () => [thing, { __typename: 'Other', name: 'another', size: 2 }],
  echo: ({ text, size }: { text: string | null; size?: number }) => `${text} ${size}`,
  fails: () => Promise.reject(new Error('There is none.')),
}

// A compiled query has no root value: its fields look at the one that stands here.
for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
  const given: unknown = Reflect.get(rootValue, field.name)
  field.resolve = (_root, args) => (typeof given === 'function' ? given(args) : given)
}
const parent = schema.getType('Thing')
if (parent && 'getFields' in parent) {
  Object.assign(parent.getFields()['parent'] ?? {}, {
    resolve: (_source: object, _args: object, _context: object, info: object) =>
      JSON.stringify({ path: Reflect.get(info, 'path'), name: Reflect.get(info, 'fieldName') }, [
        'path',
        'prev',
        'key',
        'typename',
        'name',
      ]),
  })
}

interface Asked {
  variables?: Record<string, unknown>
  operationName?: string
}

async function answers(query: string, { variables, operationName }: Asked = {}) {
  const document = parse(query)
  expect(validate(schema, document)).toEqual([])
  const args = { schema, document, contextValue: {}, variableValues: variables, operationName }
  const compiled = await executeQuery(args)
  return { compiled: compiled && told(compiled), expected: told(await execute({ ...args, rootValue })) }
}

/** As a client is told it; errors come in no order. */
function told(result: object): unknown {
  const { data, errors = [] } = JSON.parse(JSON.stringify(result))
  return {
    data: JSON.stringify(data),
    errors: errors.map((error: unknown) => JSON.stringify(error)).toSorted(),
  }
}

test.each([
  ['leaves', '{ one { name number colour list texts } }'],
  ['a value that is waited for', '{ later { name later { name } number } one { name } }'],
  ['lists with nothing and with what is waited for', '{ things { name list } }'],
  ['aliases', '{ a: one { x: name } b: one { y: name x: number } }'],
  ['a name that other objects inherit', '{ __proto__: one { constructor: name toString: number } }'],
  [
    'a field that is selected twice',
    '{ one { inner { name } } one { inner { number } ...F } } fragment F on Thing { inner { colour } }',
  ],
  [
    'fragments on an interface and on types',
    '{ any { __typename ... on Named { name } ... on Thing { number } ...O } } fragment O on Other { size }',
  ],
  ['arguments with a default', '{ echo a: echo(text: null) b: echo(text: "x", size: 2) }'],
  ['a path', '{ things { parent items { parent } } one { p: parent } }'],
  ['an error', '{ one { name fails number } }'],
  ['an error that comes later where nothing may be missing', '{ one { inner { name failsLater } number } }'],
  ['an error at the root', '{ fails { name } one { name } }'],
  ['an error that a resolver gives', '{ one { refused name } }'],
  ['nothing where something must be', '{ one { inner { missing } number } }'],
  ['nothing where something must be, up to the root', '{ one { name } here { missing } }'],
  ['nothing in a list where something must be', '{ strict { name } }'],
  [
    'a field that fails in each of a list',
    '{ things { name fails } strict: any { ... on Thing { missing } } }',
  ],
  ['several errors for one thing', '{ one { inner { a: failsLater b: failsLater missing } name } }'],
  ['an error in a list that is waited for', '{ one { items { later { missing } } } }'],
  ['a value of another type', '{ one { wrong name } }'],
  ['a value that an enum has not', '{ one { inner { strange } name } }'],
  ['the schema', getIntrospectionQuery()],
  ['what it is', '{ __typename one { __typename } __type(name: "Thing") { name } }'],
])('%s', async (_what, query) => {
  const { compiled, expected } = await answers(query)
  expect(compiled).toEqual(expected)
})

test('no list where one must be is an error of the field', async () => {
  const { compiled, expected } = await answers('{ one { noList name } }')
  expect(compiled).toEqual({
    data: JSON.stringify({ one: { noList: null, name: 'a thing' } }),
    errors: [
      JSON.stringify({
        message: 'Thing.noList gives no list.',
        locations: [{ line: 1, column: 9 }],
        path: ['one', 'noList'],
      }),
    ],
  })
  expect(expected).toMatchObject({ data: JSON.stringify({ one: { noList: null, name: 'a thing' } }) })
})

const conditional = /* GraphQL */ `
  query Q($with: Boolean!, $text: String = "default") {
    one { name @include(if: $with) ...F @skip(if: $with) }
    echo(text: $text)
  }
  fragment F on Thing { number inner { name @include(if: $with) colour } }
`

test.each([
  [{ with: true }],
  [{ with: false }],
  [{ with: true, text: 'given' }],
  [{ with: false, text: null }],
])('what is selected by variables %j', async (variables) => {
  const { compiled, expected } = await answers(conditional, { variables })
  expect(compiled).toEqual(expected)
})

test('one document is answered in each of its forms, whichever came first', async () => {
  const document = parse(conditional)
  const asked = async (variableValues: Record<string, unknown>) =>
    JSON.stringify(await executeQuery({ schema, document, contextValue: {}, variableValues }))
  const first = await asked({ with: true })
  const second = await asked({ with: false })
  expect(await asked({ with: true })).toBe(first)
  expect(await asked({ with: false })).toBe(second)
  expect(first).not.toBe(second)
})

test('of several operations the one that is named', async () => {
  const { compiled, expected } = await answers('query A { one { name } } query B { one { number } }', {
    operationName: 'B',
  })
  expect(compiled).toEqual(expected)
})

test('what is no query, and variables that are wrong, are left to graphql-js', () => {
  const left = (query: string) => executeQuery({ schema, document: parse(query), contextValue: {} })
  expect(left('mutation { write }')).toBeUndefined()
  expect(left('query ($size: Int!) { echo(size: $size) }')).toBeUndefined()
})
