import { getIntrospectionQuery } from 'graphql'
import { describe, expect, test } from 'vitest'
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
  function tooLarge(message: string) {
    return { status: 413, body: { errors: [{ message, extensions: { code: 'REQUEST_ENTITY_TOO_LARGE' } }] } }
  }

  test('may have a million bytes', async () => {
    expect(await postBytes(1_000_000)).toEqual(answered)
  })

  test('of one byte more is refused', async () => {
    expect(await postBytes(1_000_001)).toEqual(
      tooLarge(
        'The body has more than 1000000 bytes. Ask for less at a time; with a key it may have 8000000.',
      ),
    )
  })

  test('may have eight million bytes with a key', async () => {
    expect(await postBytes(8_000_000, service.as('READER'))).toEqual(answered)
  })

  test('of one byte more than that is refused', async () => {
    expect(await postBytes(8_000_001, service.as('READER'))).toEqual(
      tooLarge('The body has more than 8000000 bytes. Send less at a time.'),
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
    const document = withTokens(1_001)
    expect(await service.ask(document)).toEqual({
      errors: [
        {
          message: 'Syntax Error: Document contains more that 1000 tokens. Parsing aborted.',
          locations: [{ line: 1, column: document.length }],
          extensions: { code: 'GRAPHQL_PARSE_FAILED' },
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
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
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
