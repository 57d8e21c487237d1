import { describe, expect, test } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'
import { withoutCost } from '../harness/without-cost.ts'

const service = onEmptyRecord()

const TYPENAME = '{ __typename }'
const answered = { status: 200, body: { data: { __typename: 'Query' } } }

async function send(path: string, init?: RequestInit) {
  const response = await service.fetch(path, init)
  return { status: response.status, body: withoutCost(await response.json()) }
}

function post(body: unknown, type = 'application/json') {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return send('/graphql', { method: 'POST', headers: { 'content-type': type }, body: text })
}

function get(parameters: Record<string, string>) {
  return send(`/graphql?${new URLSearchParams(parameters)}`)
}

function refusal(status: number, code: string, message: string) {
  return { status, body: { errors: [{ message, extensions: { code } }] } }
}

describe('a POST', () => {
  test('of JSON is answered', async () => {
    expect(await post({ query: TYPENAME })).toEqual(answered)
  })

  test('may name its media type in any case, with parameters', async () => {
    expect(await post({ query: TYPENAME }, 'Application/JSON ; charset=utf-8')).toEqual(answered)
  })

  test.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/graphql',
    'application/graphql+json',
    'application/jsonp',
  ])('of %s is refused', async (type) => {
    expect(await post({ query: TYPENAME }, type)).toEqual(
      refusal(
        415,
        'UNSUPPORTED_MEDIA_TYPE',
        'A POST has a body of JSON: send it with "Content-Type: application/json", or use GET.',
      ),
    )
  })

  test('of several operations in a list is refused', async () => {
    expect(await post([{ query: TYPENAME }, { query: TYPENAME }])).toEqual(
      refusal(400, 'BAD_REQUEST', 'A request is one operation: send them one by one, not in a list.'),
    )
  })

  test('of what is not JSON is refused, without the words of whatever parsed it', async () => {
    expect(await post('{"query": ')).toEqual(refusal(400, 'BAD_REQUEST', 'The body is not valid JSON.'))
  })

  test('without a body is refused', async () => {
    expect(await post('')).toEqual(refusal(400, 'BAD_REQUEST', 'The body is not valid JSON.'))
  })

  test.each(['null', '3', '"{ __typename }"'])('of %s is refused: it is no object', async (body) => {
    expect(await post(body)).toEqual(
      refusal(400, 'BAD_REQUEST', 'The body must be an object: {"query": "…"}.'),
    )
  })

  test.each([
    [{}, '"query" must be a GraphQL document, as a string.'],
    [{ query: { a: 1 } }, '"query" must be a GraphQL document, as a string.'],
    [
      { query: TYPENAME, operationName: 1 },
      '"operationName" must be the name of one of the operations of "query", as a string, or left out.',
    ],
    [{ query: TYPENAME, variables: '{}' }, '"variables" must be an object, or left out.'],
    [{ query: TYPENAME, variables: [] }, '"variables" must be an object, or left out.'],
    [{ query: TYPENAME, extensions: 1 }, '"extensions" must be an object, or left out.'],
  ])('of %j is refused with what is wrong in it', async (body, message) => {
    expect(await post(body)).toEqual(refusal(400, 'BAD_REQUEST', message))
  })

  test('may say more than GraphQL asks for', async () => {
    expect(await post({ query: TYPENAME, id: 7, __proto__: null, constructor: 'x' })).toEqual(answered)
  })

  test('may leave its parameters null', async () => {
    const nothing = { operationName: null, variables: null, extensions: null }
    expect(await post({ query: TYPENAME, ...nothing })).toEqual(answered)
  })
})

describe('a GET', () => {
  test('of a query is answered', async () => {
    expect(await get({ query: TYPENAME })).toEqual(answered)
  })

  test('gives its variables as JSON', async () => {
    const query = 'query ($name: String!) { __type(name: $name) { name } }'
    expect(await get({ query, variables: '{"name": "Meeting"}' })).toEqual({
      status: 200,
      body: { data: { __type: { name: 'Meeting' } } },
    })
  })

  test('whose variables are not JSON is refused', async () => {
    expect(await get({ query: TYPENAME, variables: '{' })).toEqual(
      refusal(400, 'BAD_REQUEST', '"variables" is not valid JSON.'),
    )
  })

  test('whose extensions are no object is refused', async () => {
    expect(await get({ query: TYPENAME, extensions: '[]' })).toEqual(
      refusal(400, 'BAD_REQUEST', '"extensions" must be an object, or left out.'),
    )
  })

  test('of a mutation is refused', async () => {
    expect(await get({ query: 'mutation { __typename }' })).toEqual(
      refusal(405, 'BAD_REQUEST', 'Can only perform a mutation operation from a POST request.'),
    )
  })
})

describe('which operation of a document is meant', () => {
  const query = 'query A { a: __typename } query B { b: __typename }'

  test('says operationName', async () => {
    expect(await post({ query, operationName: 'B' })).toEqual({ status: 200, body: { data: { b: 'Query' } } })
  })

  test('must be said where there are several', async () => {
    expect(await post({ query })).toEqual(
      refusal(
        400,
        'OPERATION_RESOLUTION_FAILURE',
        'The document has several operations: set "operationName" to one of A, B.',
      ),
    )
  })

  test('must be one that there is', async () => {
    expect(await post({ query, operationName: 'C' })).toEqual(
      refusal(400, 'OPERATION_RESOLUTION_FAILURE', 'The document has no operation named "C". It has A, B.'),
    )
  })

  test('cannot be said of one without a name', async () => {
    expect(await post({ query: TYPENAME, operationName: 'C' })).toEqual(
      refusal(
        400,
        'OPERATION_RESOLUTION_FAILURE',
        'The document has no operation named "C". It has none that has a name: leave "operationName" out.',
      ),
    )
  })

  test('is nothing in a document of fragments alone', async () => {
    expect(await post({ query: 'fragment F on Query { __typename }' })).toEqual(
      refusal(
        400,
        'OPERATION_RESOLUTION_FAILURE',
        'The document has no operation: add one, as "query { … }".',
      ),
    )
  })
})

test.each(['PUT', 'PATCH', 'DELETE'])('%s is refused', async (method) => {
  expect(await send('/graphql', { method })).toEqual(
    refusal(405, 'BAD_REQUEST', 'GraphQL only supports GET and POST requests.'),
  )
})

test('a client that takes no JSON is told what there is', async () => {
  expect(await send(`/graphql?query=${TYPENAME}`, { headers: { accept: 'application/xml' } })).toEqual(
    refusal(
      406,
      'NOT_ACCEPTABLE',
      'Answers are JSON: send "Accept: application/graphql-response+json, application/json"; ' +
        'those of subscriptions are events: send "Accept: text/event-stream".',
    ),
  )
})

test('a request to another address is told where GraphQL is', async () => {
  expect(await send('/elsewhere')).toEqual(
    refusal(404, 'NOT_FOUND', 'There is nothing at this address. GraphQL is at /graphql.'),
  )
})
