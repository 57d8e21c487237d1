import { getIntrospectionQuery } from 'graphql'
import { describe, expect, test } from 'vitest'
import { beyondLimit } from '../harness/beyond-limit.ts'
import { type Client, onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()

describe('the body of a request', () => {
  const query = '{ __typename }'

  async function postBytes(bytes: number, client: Client = service) {
    const body = JSON.stringify({ query }).padEnd(bytes)
    const headers = { 'content-type': 'application/json' }
    const response = await client.fetch('/graphql', { method: 'POST', headers, body })
    return { status: response.status, body: await response.json() }
  }
  const answered = { status: 200, body: { data: { __typename: 'Query' } } }
  function tooLarge(limit: string, message: string) {
    const extensions = { code: 'REQUEST_ENTITY_TOO_LARGE', limit }
    return { status: 413, body: { errors: [{ message, extensions }] } }
  }

  test('may have a million bytes', async () => {
    expect(await postBytes(1_000_000)).toEqual(answered)
  })

  test('of one byte more is refused', async () => {
    expect(await postBytes(1_000_001)).toEqual(
      tooLarge(
        'MAX_BODY',
        'The body has more than 1000000 bytes. Ask for less at a time; with a key it may have 8000000.',
      ),
    )
  })

  test('may have eight million bytes with a key', async () => {
    expect(await postBytes(8_000_000, service.as('READER'))).toEqual(answered)
  })

  test('of one byte more than that is refused', async () => {
    expect(await postBytes(8_000_001, service.as('READER'))).toEqual(
      tooLarge('MAX_BODY_WITH_KEY', 'The body has more than 8000000 bytes. Send less at a time.'),
    )
  })
})

describe('a document', () => {
  /** Two braces, 320 aliases of three tokens each, and names for the rest. */
  function withTokens(count: number): string {
    const aliases = Array.from({ length: 320 }, (_, n) => `a${n}: __typename`)
    return `{ ${'__typename '.repeat(count - 962)}${aliases.join(' ')} }`
  }

  test('may have a thousand tokens', async () => {
    const aliases = Array.from({ length: 320 }, (_, n) => [`a${n}`, 'Query'])
    expect(await service.ask(withTokens(1_000))).toEqual({
      data: { __typename: 'Query', ...Object.fromEntries(aliases) },
    })
  })

  test('of one token more is refused', async () => {
    expect(await service.ask(withTokens(1_001))).toEqual({
      errors: [
        {
          message: 'The document has more than 1000 tokens. Ask for less at a time.',
          extensions: { code: 'GRAPHQL_PARSE_FAILED', limit: 'MAX_TOKENS' },
        },
      ],
    })
  })

  test('of brackets without end is refused, and does no harm', async () => {
    expect(await service.ask('['.repeat(10_000))).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }],
    })
  })
})

describe('fields', () => {
  /** `levels` fields, each in the one before: the topics that narrow one another, their ids last. */
  function nested(levels: number): string {
    return levels === 1 ? 'id' : `broader { ${nested(levels - 1)} }`
  }
  const tooDeep = {
    errors: [
      {
        message: 'Fields are nested more than 15 deep. Ask for less at a time.',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', limit: 'MAX_DEPTH' },
      },
    ],
  }

  test('may be nested 15 deep', async () => {
    expect(await service.ask(`{ topic(id: "x") { ${nested(14)} } }`)).toEqual({ data: { topic: null } })
  })

  test('one deeper are refused', async () => {
    expect(await service.ask(`{ topic(id: "x") { ${nested(15)} } }`)).toEqual(tooDeep)
  })

  test('in fragments are as deep as where they are spread', async () => {
    expect(
      await service.ask(`
        { topic(id: "x") { broader { broader { broader { ...Outer } } } } }
        fragment Outer on Topic { broader { broader { broader { ...Inner } } } }
        fragment Inner on Topic { ... on Entry { ... { ${nested(9).replace(/^broader/, '... on Topic { broader')} } } } }
      `),
    ).toEqual(tooDeep)
  })

  test('in fragments that are spread in a circle are refused, and do no harm', async () => {
    expect(await service.ask('{ topic(id: "x") { ...F } } fragment F on Topic { broader { ...F } }')).toEqual(
      {
        errors: [
          {
            message: 'Cannot spread fragment "F" within itself.',
            locations: [{ line: 1, column: 61 }],
            extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
          },
        ],
      },
    )
  })
})

describe('aliases', () => {
  const aliases = (count: number) => Array.from({ length: count }, (_, n) => `a${n}: id`).join(' ')

  test('may be 30 in an operation', async () => {
    expect(await service.ask(`{ topic(id: "x") { ${aliases(30)} } }`)).toEqual({ data: { topic: null } })
  })

  test('of one more are refused, wherever they stand', async () => {
    const query = `{ topic(id: "x") { ${aliases(15)} ...F } } fragment F on Topic { ${aliases(16)} }`
    expect(await service.ask(query)).toEqual({
      errors: [
        {
          message: 'The operation has more than 30 aliases. Ask for less at a time.',
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED', limit: 'MAX_ALIASES' },
        },
      ],
    })
  })
})

describe('directives', () => {
  const fields = (count: number) =>
    ['id', 'slug', 'name', 'version', 'createdAt', 'updatedAt']
      .flatMap((name) => Array.from({ length: 6 }, () => `${name} @include(if: true)`))
      .slice(0, count)
      .join(' ')

  test('may be 30 in an operation', async () => {
    expect(await service.ask(`{ topic(id: "x") { ${fields(30)} } }`)).toEqual({ data: { topic: null } })
  })

  test('of one more are refused', async () => {
    expect(await service.ask(`{ topic(id: "x") { ${fields(31)} } }`)).toEqual({
      errors: [
        {
          message: 'The operation has more than 30 directives. Ask for less at a time.',
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED', limit: 'MAX_DIRECTIVES' },
        },
      ],
    })
  })
})

describe('the rows of an operation', () => {
  /** What an answer says of what it is estimated to give. */
  async function costOf(query: string, variables?: object): Promise<unknown> {
    const response = await service.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    return Object(await response.json()).extensions
  }

  test.each([
    ['{ __typename }', undefined],
    ['{ topic(id: "x") { id } }', 1],
    ['{ meetings { nodes { id } } }', 20],
    ['{ meetings { edges { cursor node { id } } pageInfo { endCursor } totalCount } }', 20],
    ['{ meetings(first: 7) { nodes { id } edges { node { id } } } }', 14],
    ['{ meetings(last: 7) { nodes { date { edtf } } } }', 14],
    ['{ meetings(first: 5) { nodes { participants(first: 3) { nodes { id } } } } }', 20],
    ['{ meetings(first: 5) { nodes { citations { note } meetings(first: 2) { nodes { id } } } } }', 65],
    ['{ meetings(first: 0) { totalCount } }', undefined],
    ['{ meetings(first: 0) { nodes { meetings(first: 0) { nodes { id } } } } }', 2],
    ['{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
    ['{ meetings { facets { byTopic(first: 4) { count } byKind { count } } } }', 15],
    ['{ __schema { types { fields { name } } } }', 111],
    [
      'query { ...F } fragment F on Query { ...G a: topic(id: "x") { id } } fragment G on Query { topic(id: "x") { id } }',
      2,
    ],
    ['{ meetings { ...F } } fragment F on MeetingConnection { nodes { id } }', 20],
    ['{ meetings { nodes @skip(if: true) { id } } topic(id: "x") @include(if: true) { id } }', 1],
  ])('of %s are estimated', async (query, cost) => {
    expect(await costOf(query)).toEqual(cost === undefined ? undefined : { cost })
  })

  test('are as many as the variables say', async () => {
    const query = `query ($first: Int = 3, $last: Int, $ids: [ID!]! = ["a"], $isAsked: Boolean = true) {
      meetings(first: $first, last: $last) { nodes { id } }
      nodes(ids: $ids) @include(if: $isAsked) { id }
    }`
    expect(await costOf(query)).toEqual({ cost: 4 })
    expect(await costOf(query, { first: 50 })).toEqual({ cost: 51 })
    expect(await costOf(query, { first: null, ids: ['a', 'b'] })).toEqual({ cost: 22 })
    expect(await costOf(query, { first: null, last: 2, isAsked: false })).toEqual({ cost: 2 })
  })

  const wide = `query ($first: Int) {
    meetings(first: $first) { nodes { statements(first: 100) { nodes { citations { note } } } } }
  }`

  test('may be 50,000', async () => {
    expect(await costOf(wide, { first: 45 })).toEqual({ cost: 45 + 4_500 + 45_000 })
  })

  test('of more are refused before anything is read', async () => {
    const statements = await service.statementsOf(async () => {
      expect(await service.ask(wide, { first: 46 })).toEqual({
        errors: [
          {
            message:
              'The operation is estimated to give 50646 rows, and it may give 50000. Ask for smaller pages, or for fewer lists within lists.',
            extensions: { code: 'BAD_USER_INPUT', limit: 'MAX_ROWS' },
          },
        ],
      })
    })
    expect(statements).toEqual([])
  })

  test('are estimated at once, however often fragments that use fragments are spread', async () => {
    const fragments = Array.from(
      { length: 6 },
      (_, n) => `fragment F${n} on Meeting {
        meetings(first: $first) { nodes { ...F${n + 1} ...F${n + 1} } }
        parent { ...F${n + 1} ...F${n + 1} }
      }`,
    )
    const query = `query ($first: Int = 100) { meeting(id: "x") { ...F0 } }
      ${fragments.join(' ')} fragment F6 on Meeting { id }`
    expect(await service.ask(query)).toMatchObject({ errors: [{ extensions: { limit: 'MAX_ROWS' } }] })
  })

  test('are estimated below pages of nothing as well', async () => {
    const nodes = (n: number) => `nodes { ...F${n + 1} } `.repeat(7)
    const fragments = Array.from(
      { length: 6 },
      (_, n) => `fragment F${n} on Meeting { meetings(first: 0) { ${nodes(n)} } }`,
    )
    const query = `{ meeting(id: "x") { ...F0 } } ${fragments.join(' ')} fragment F6 on Meeting { id }`
    expect(await service.ask(query)).toMatchObject({ errors: [{ extensions: { limit: 'MAX_ROWS' } }] })
  })
})

test('a page that an answer to a mutation cannot have is refused before anything is written', async () => {
  const { ask } = service.as('EDITOR')
  const write = 'createTopic(input: { slug: "unwritten", name: "Unwritten" })'
  const operation = `mutation { ${write} { ... on Topic { meetings(first: 101) { totalCount } } } }`
  expect(await ask(operation)).toEqual(
    beyondLimit('MAX_PAGE', 'Topic.meetings: "first" is 101, and a page has 0 to 100.'),
  )
  expect(await ask('{ topic(id: "unwritten") { name } }')).toEqual({ data: { topic: null } })
})

describe('a value', () => {
  const FILTER = 'query ($filter: MeetingFilter) { meetings(filter: $filter) { totalCount } }'
  const nested = (levels: number): object => (levels === 1 ? {} : { not: nested(levels - 1) })
  const none = { data: { meetings: { totalCount: 0 } } }

  test('may be nested 20 deep', async () => {
    expect(await service.ask(FILTER, { filter: nested(19) })).toEqual(none)
  })

  test('that is nested deeper is refused', async () => {
    expect(await service.ask(FILTER, { filter: nested(21) })).toEqual({
      errors: [
        {
          message: '"variables" are nested more than 20 deep.',
          extensions: { code: 'BAD_USER_INPUT', limit: 'MAX_VARIABLES_DEPTH' },
        },
      ],
    })
  })

  test('that is nested deeper is refused in the document as well', async () => {
    const literal = `${'{ not: '.repeat(20)}{}${'}'.repeat(20)}`
    expect(await service.ask(`{ meetings(filter: ${literal}) { totalCount } }`)).toEqual(
      beyondLimit('MAX_VARIABLES_DEPTH', '"not" is nested more than 20 deep.'),
    )
  })

  test('of a thousand levels does no harm', async () => {
    const body = `{"query":"{ __typename }","variables":{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}}`
    const headers = { 'content-type': 'application/json' }
    const response = await service.fetch('/graphql', { method: 'POST', headers, body })
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { limit: 'MAX_VARIABLES_DEPTH' } }],
    })
  })

  test('that is a list has up to 100', async () => {
    const speakers = (count: number) => Array.from({ length: count }, () => 'nobody')
    const query = 'query ($speaker: [ID!]) { statements(filter: { speaker: $speaker }) { totalCount } }'
    expect(await service.ask(query, { speaker: speakers(100) })).toEqual({
      data: { statements: { totalCount: 0 } },
    })
    expect(await service.ask(query, { speaker: speakers(101) })).toEqual(
      beyondLimit('MAX_LIST', '"speaker" has 101 values, and it may have 100.'),
    )
  })

  test('that is a list within a list has up to 100', async () => {
    const or = [{}, { and: Array.from({ length: 101 }, () => ({})) }]
    expect(await service.ask(FILTER, { filter: { or } })).toEqual(
      beyondLimit('MAX_LIST', '"and" has 101 values, and it may have 100.'),
    )
  })

  test('that is a text has up to 10,000 characters', async () => {
    const query = 'query ($id: ID!) { meeting(id: $id) { slug } }'
    expect(await service.ask(query, { id: 'x'.repeat(10_000) })).toEqual({ data: { meeting: null } })
    expect(await service.ask(query, { id: 'x'.repeat(10_001) })).toEqual(
      beyondLimit('MAX_TEXT', '"id" has 10001 characters, and it may have 10000.'),
    )
  })
})

test('an address of more than 8,000 characters is refused', async () => {
  const path = (length: number) => '/graphql?query={__typename}'.padEnd(length, ' ').replaceAll(' ', '+')
  expect((await service.fetch(path(8_000))).status).toBe(200)
  const response = await service.fetch(path(8_001))
  expect({ status: response.status, body: await response.json() }).toEqual({
    status: 414,
    body: {
      errors: [
        {
          message: expect.stringMatching(
            /^The address has 80\d\d characters, and it may have 8000. Send the operation by POST.$/,
          ),
          extensions: { code: 'URI_TOO_LONG', limit: 'MAX_URL' },
        },
      ],
    },
  })
})

test('the query by which tools read the schema is within the limits', async () => {
  const everything = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  })
  expect(await service.ask(everything)).toEqual({
    data: { __schema: expect.objectContaining({ queryType: { name: 'Query', kind: 'OBJECT' } }) },
  })
})
