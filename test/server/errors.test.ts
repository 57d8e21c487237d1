import { GraphQLError } from 'graphql'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openDoors } from '../../src/server/doors.ts'
import { errorMask } from '../../src/server/errors.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { onFoundingRecord } from '../harness/service.ts'
import { withoutCost } from '../harness/without-cost.ts'

const service = onFoundingRecord()

describe('what a client got wrong is told, with a code', () => {
  test('in the syntax of its document', async () => {
    expect(await service.ask('{ meetings { nodes }')).toEqual({
      errors: [
        {
          message: 'Syntax Error: Expected Name, found <EOF>.',
          locations: [{ line: 1, column: 21 }],
          extensions: { code: 'GRAPHQL_PARSE_FAILED' },
        },
      ],
    })
  })

  test('in the name of a field, with the ones it may have meant', async () => {
    expect(await service.ask('{ meetingz { totalCount } }')).toEqual({
      errors: [
        {
          message: 'Cannot query field "meetingz" on type "Query". Did you mean "meeting" or "meetings"?',
          locations: [{ line: 1, column: 3 }],
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ],
    })
  })

  test('in the type of an argument', async () => {
    expect(await service.ask('{ meetings(first: "ten") { totalCount } }')).toEqual({
      errors: [
        {
          message: 'Int cannot represent non-integer value: "ten"',
          locations: [{ line: 1, column: 19 }],
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ],
    })
  })

  test('in the type of a variable', async () => {
    const query = 'query ($first: Int) { meetings(first: $first) { totalCount } }'
    expect(await service.ask(query, { first: 'ten' })).toEqual({
      errors: [
        {
          message: 'Variable "$first" got invalid value "ten"; Int cannot represent non-integer value: "ten"',
          locations: [{ line: 1, column: 8 }],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    })
  })

  test('in the value of a scalar of ours', async () => {
    const query = 'query ($on: Date) { agreements { nodes { status(on: $on) } } }'
    expect(await service.ask(query, { on: 2017 })).toEqual({
      errors: [
        {
          message: 'Variable "$on" got invalid value 2017; Date is written as a string.',
          locations: [{ line: 1, column: 8 }],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    })
  })

  test('where a variable is missing', async () => {
    expect(await service.ask('query ($id: ID!) { meeting(id: $id) { id } }')).toEqual({
      errors: [
        {
          message: 'Variable "$id" of required type "ID!" was not provided.',
          locations: [{ line: 1, column: 8 }],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    })
  })

  test('where a variable takes the place of its default with null', async () => {
    const query = 'query ($ids: [ID!] = []) { nodes(ids: $ids) { id } }'
    expect(await service.ask(query, { ids: null })).toEqual({
      errors: [
        {
          message: 'Argument "ids" of non-null type "[ID!]!" must not be null.',
          locations: [{ line: 1, column: 39 }],
          path: ['nodes'],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
      data: null,
    })
  })

  test.each([
    ['subscription { changes @skip(if: true) { slug } }', 24],
    ['subscription ($on: Boolean = false) { ... @include(if: $on) { changes { slug } } }', 43],
    ['subscription { ...Feed @skip(if: true) } fragment Feed on Subscription { changes { slug } }', 24],
    [
      'subscription { ...A } fragment A on Subscription { ...B @skip(if: true) } fragment B on Subscription { ...A }',
      57,
    ],
    ['subscription { ...Feed } fragment Feed on Subscription { changes @include(if: false) { slug } }', 66],
  ])('in what a subscription follows: %s', async (query, column) => {
    expect(await service.ask(query)).toEqual({
      errors: [
        {
          message: 'The field of a subscription is always selected: leave out @skip and @include.',
          locations: [{ line: 1, column }],
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ],
    })
  })

  test('in the size of a page', async () => {
    expect(await service.ask('{ meetings(first: 101) { totalCount } }')).toEqual({
      errors: [
        {
          message: 'Query.meetings: "first" is 101, and a page has 0 to 100.',
          locations: [{ line: 1, column: 3 }],
          extensions: { code: 'BAD_USER_INPUT', limit: 'MAX_PAGE' },
        },
      ],
    })
  })

  test('in the cursor of another list', async () => {
    const page = await service.ask('{ topics(first: 1) { pageInfo { endCursor } } }')
    const after = JSON.stringify(page).match(/"endCursor":"([^"]+)"/)?.[1]
    const query = 'query ($after: String) { meetings(after: $after) { totalCount } }'
    expect(await service.ask(query, { after })).toEqual({
      errors: [
        {
          message:
            'Query.meetings: "after" is a cursor of another list or another order. Start over without it, and ask for every page alike.',
          locations: [{ line: 1, column: 26 }],
          path: ['meetings'],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
      data: null,
    })
  })
})

describe('a fault of the service is logged and not told', () => {
  afterEach(() => vi.unstubAllEnvs())

  /** Asks a service whose reader fails, and gives its answer and its log. */
  async function askFaulty(fault: unknown) {
    const log = vi.fn()
    const doors = openDoors(service.database)
    const reader = { ...doors.reader, find: () => Promise.reject(fault) }
    const yoga = buildYoga({ ...doors, reader }, { log })
    const response = await yoga.fetch('http://localhost/graphql?query={meeting(id:"x"){id}}')
    return { body: withoutCost(await response.json()), logged: log.mock.calls }
  }
  const unexpected = {
    errors: [
      {
        message: 'Unexpected error.',
        locations: [{ line: 1, column: 2 }],
        path: ['meeting'],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ],
    data: { meeting: null },
  }

  test('where the database fails', async () => {
    const fault = new Error('SELECT * FROM "Meeting": the disk is full')
    expect(await askFaulty(fault)).toEqual({
      body: unexpected,
      logged: [[expect.objectContaining({ originalError: fault, path: ['meeting'] })]],
    })
  })

  test.each(['development', 'test', 'production'])('where NODE_ENV is %s', async (environment) => {
    vi.stubEnv('NODE_ENV', environment)
    const { body } = await askFaulty(new Error('secret'))
    expect(body).toEqual(unexpected)
  })

  test('where what is thrown is no error', async () => {
    expect(await askFaulty('secret')).toEqual({ body: unexpected, logged: [[expect.anything()]] })
  })

  test('where GraphQL cannot make sense of what the service gave it', async () => {
    const fault = new GraphQLError('Int cannot represent non-integer value: "secret"')
    expect(await askFaulty(fault)).toEqual({ body: unexpected, logged: [[expect.anything()]] })
  })

  test('before anything is executed, where the status says whose fault it is', () => {
    const log = vi.fn()
    const fault = new Error('secret')
    expect(errorMask(log)(fault)).toMatchObject({
      message: 'Unexpected error.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', http: { status: 500 } },
    })
    expect(log.mock.calls).toEqual([[fault]])
  })
})
