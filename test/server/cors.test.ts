import { expect, test } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()
const ORIGIN = 'https://reader.example'

/** What every answer to a page says, an error too. */
const OPEN = {
  'access-control-allow-origin': ORIGIN,
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-expose-headers': 'RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
}

function corsOf(response: Response) {
  return Object.fromEntries([...response.headers].filter(([name]) => name.startsWith('access-control-')))
}

test("anybody's page may read an answer, and sends no cookies for it", async () => {
  const response = await service.fetch('/graphql?query={__typename}', { headers: { origin: ORIGIN } })
  expect(corsOf(response)).toEqual(OPEN)
})

test("anybody's page may read an error, too", async () => {
  const response = await service.fetch('/graphql', { method: 'POST', headers: { origin: ORIGIN }, body: '' })
  expect([response.status, corsOf(response)]).toEqual([415, OPEN])
})

test("anybody's page may ask before it posts JSON with a key", async () => {
  const response = await service.fetch('/graphql', {
    method: 'OPTIONS',
    headers: {
      origin: ORIGIN,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  })
  expect([response.status, corsOf(response)]).toEqual([
    204,
    { ...OPEN, 'access-control-allow-headers': 'authorization,content-type' },
  ])
})

test("anybody's page may read that its key is wrong", async () => {
  const response = await service.fetch('/graphql?query={__typename}', {
    headers: { origin: ORIGIN, authorization: 'Bearer wrong' },
  })
  expect([response.status, corsOf(response)]).toEqual([401, OPEN])
})
