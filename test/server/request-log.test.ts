import { describe, expect, test, vi } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'
import { runObserved } from './observed.ts'

const service = onEmptyRecord()
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const QUERY = 'query Private($id: ID!) { topic(id: $id) { slug } }'

describe('the ID of a request', () => {
  test('stands in its response', async () => {
    const { post } = await runObserved(service.database, 'info')
    expect((await post({ query: '{ __typename }' })).id).toMatch(UUID)
  })

  test('is that which it came with', async () => {
    const { post } = await runObserved(service.database, 'info')
    expect((await post({ query: '{ __typename }' }, { 'x-request-id': 'proxy:17.a_B-c' })).id).toBe(
      'proxy:17.a_B-c',
    )
  })

  test.each(['', 'a b', 'a"b', 'ä', 'x'.repeat(101)])(
    'is another where it is not well-formed: %j',
    async (id) => {
      const { post } = await runObserved(service.database, 'info')
      expect((await post({ query: '{ __typename }' }, { 'x-request-id': id })).id).toMatch(UUID)
    },
  )
})

test('a fault is logged under the ID that its client is told', async () => {
  const { doors, lines, post } = await runObserved(service.database, 'info')
  vi.spyOn(doors.reader, 'find').mockRejectedValue(new Error('The connection is lost'))
  const { id, json } = await post({ query: QUERY, variables: { id: 'secret' } })
  expect(json).toEqual({
    data: { topic: null },
    errors: [
      {
        message: 'Unexpected error.',
        locations: [{ line: 1, column: 27 }],
        path: ['topic'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: id },
      },
    ],
  })
  expect(lines).toEqual([
    {
      level: 'error',
      time: expect.any(String),
      requestId: id,
      fault: {
        type: 'GraphQLError',
        message: 'The connection is lost',
        path: 'topic',
        cause: { type: 'Error', message: 'The connection is lost', frames: expect.any(Array) },
      },
      msg: 'Fault',
    },
  ])
})

test('at the usual level nothing is logged of requests that are answered', async () => {
  const { lines, post } = await runObserved(service.database, 'info')
  await post({ query: QUERY, variables: { id: 'none' } })
  await post({ query: '{ nothing }' })
  expect(lines).toEqual([])
})

test('at the level debug there is a line for each request, without what it says', async () => {
  const { url, lines, post } = await runObserved(service.database, 'debug')
  const authorization = `Bearer summitry_${'0'.repeat(16)}_${'k'.repeat(43)}`
  await post({ query: QUERY, variables: { id: 'secret' } }, { 'x-request-id': 'one', authorization })
  const search = new URLSearchParams({ query: QUERY, variables: '{"id":"secret"}' })
  await fetch(`${url}?${search}`, { headers: { 'x-request-id': 'two' } })
  const common = {
    level: 'debug',
    time: expect.any(String),
    milliseconds: expect.any(Number),
    msg: 'Request',
  }
  await expect
    .poll(() => lines)
    .toEqual([
      { ...common, requestId: 'one', method: 'POST', path: '/graphql', status: 401 },
      { ...common, requestId: 'two', method: 'GET', path: '/graphql', status: 200 },
    ])
})
