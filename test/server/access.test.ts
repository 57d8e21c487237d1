import { withoutCost } from '../harness/without-cost.ts'
import './guarded-fields.ts'
import { inspect } from 'node:util'
import { getIntrospectionQuery } from 'graphql'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { createKeys, type Keys } from '../../src/access/keys.ts'
import { openDoors } from '../../src/server/doors.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()
const VIEWER = '{ viewer { name role } }'

let keys: Keys
let key: string
beforeAll(async () => {
  keys = createKeys(service.database)
  key = await keys.create({ name: 'Map project', role: 'EDITOR' })
})

/** Posts a query, and gives all that the answer says. */
async function send(
  fetch: (path: string, init: RequestInit) => Promise<Response>,
  { query = VIEWER, authorization }: { query?: string; authorization?: string } = {},
) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify({ query }),
  })
  return {
    status: response.status,
    challenge: response.headers.get('www-authenticate'),
    body: withoutCost(await response.json()),
  }
}

const wrongKey = {
  status: 401,
  challenge: 'Bearer',
  body: {
    errors: [
      {
        message:
          'The "Authorization" header holds no key of this service: send "Authorization: Bearer KEY" with one that was not revoked, or leave the header out.',
        extensions: { code: 'UNAUTHENTICATED' },
      },
    ],
  },
}
const unexpected = {
  status: 500,
  challenge: null,
  body: { errors: [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
}

function answered(data: object) {
  return { status: 200, challenge: null, body: { data } }
}

describe('who asks', () => {
  test('without a key is nobody in particular', async () => {
    expect(await send(service.fetch)).toEqual(answered({ viewer: null }))
  })

  test.each(['Bearer', 'bearer', 'BEARER '])('with a key is the one it was made for: %s', async (scheme) => {
    expect(await send(service.fetch, { authorization: `${scheme} ${key}` })).toEqual(
      answered({ viewer: { name: 'Map project', role: 'EDITOR' } }),
    )
  })

  test('is known in a GET, too', async () => {
    const response = await service.fetch(`/graphql?query=${VIEWER}`, {
      headers: { authorization: `Bearer ${key}` },
    })
    expect(withoutCost(await response.json())).toEqual({
      data: { viewer: { name: 'Map project', role: 'EDITOR' } },
    })
  })

  test('is found out by one statement, and costs nothing without a key', async () => {
    const withKey = () => send(service.fetch, { authorization: `Bearer ${key}` })
    expect(await service.statementsOf(withKey)).toHaveLength(1)
    expect(await service.statementsOf(() => send(service.fetch))).toEqual([])
  })
})

describe('a wrong key is refused before anything else is looked at', () => {
  test.each([
    ['nothing', ''],
    ['no scheme', 'KEY'],
    ['a scheme alone', 'Bearer'],
    ['another scheme', 'Basic c3VtbWl0cnk6c2VjcmV0'],
    ['what is no key', 'Bearer letmein'],
    ['a key that nobody has', `Bearer summitry_${'0'.repeat(16)}_${'A'.repeat(43)}`],
    ['several words', 'Bearer let me in'],
  ])('%s', async (_what, authorization) => {
    expect(await send(service.fetch, { authorization })).toEqual(wrongKey)
  })

  test('one with another secret', async () => {
    const authorization = `Bearer ${key.slice(0, -43)}${'A'.repeat(43)}`
    expect(await send(service.fetch, { authorization })).toEqual(wrongKey)
  })

  test('one that was revoked', async () => {
    const authorization = `Bearer ${await keys.create({ name: 'gone', role: 'ADMIN' })}`
    expect(await send(service.fetch, { authorization })).toEqual(
      answered({ viewer: { name: 'gone', role: 'ADMIN' } }),
    )
    await keys.revoke('gone')
    expect(await send(service.fetch, { authorization })).toEqual(wrongKey)
  })

  test.each([
    '{ meetings { totalCount } }',
    '{ __typename }',
    getIntrospectionQuery(),
    'mutation { anything }',
    '{ no such field }',
    '{',
  ])('whatever is asked: %s', async (query) => {
    expect(await send(service.fetch, { query, authorization: 'Bearer wrong' })).toEqual(wrongKey)
  })

  test('without its body being read', async () => {
    const yoga = buildYoga(openDoors(service.database))
    const request = new Request('http://localhost/graphql', {
      method: 'POST',
      headers: { authorization: 'Bearer wrong', 'content-type': 'text/plain' },
      body: '{',
    })
    expect((await yoga.fetch(request)).status).toBe(401)
    expect(request.bodyUsed).toBe(false)
  })
})

describe('what takes a role', () => {
  const EDIT = '{ forEditors(word: "") }'
  const path = ['forEditors']
  const locations = [{ line: 1, column: 3 }]

  test('is refused to whoever has no key, before the rules of inputs say anything', async () => {
    expect(await service.ask(EDIT)).toEqual({
      errors: [
        {
          message: 'This takes an API key with the role EDITOR: send it as "Authorization: Bearer KEY".',
          locations,
          path,
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
      data: { forEditors: null },
    })
  })

  test('is refused to a key of a lesser role, before the rules of inputs say anything', async () => {
    expect(await service.as('READER').ask(EDIT)).toEqual({
      errors: [
        {
          message: `This takes the role EDITOR, and the key "a test's READER" has the role READER.`,
          locations,
          path,
          extensions: { code: 'FORBIDDEN' },
        },
      ],
      data: { forEditors: null },
    })
  })

  test('is done for a key of that role, by the rules of inputs', async () => {
    expect(await service.as('EDITOR').ask(EDIT)).toEqual({
      errors: [
        { message: '"word" is empty. Write one.', locations, path, extensions: { code: 'BAD_USER_INPUT' } },
      ],
      data: { forEditors: null },
    })
  })

  test('is done for a key of a higher role', async () => {
    expect(await service.as('ADMIN').ask('{ forEditors(word: "x") forAdmins }')).toEqual({
      data: { forEditors: 'x', forAdmins: 'done' },
    })
  })

  test('leaves what else was asked as it is', async () => {
    expect(await service.as('EDITOR').ask('{ forAdmins meetings { totalCount } }')).toEqual({
      errors: [
        {
          message: `This takes the role ADMIN, and the key "a test's EDITOR" has the role EDITOR.`,
          locations,
          path: ['forAdmins'],
          extensions: { code: 'FORBIDDEN' },
        },
      ],
      data: { forAdmins: null, meetings: { totalCount: 0 } },
    })
  })
})

describe('where reading takes a key', () => {
  const READ = '{ meetings { totalCount } }'
  async function fetch(path: string, init: RequestInit) {
    const yoga = buildYoga(openDoors(service.database), { isReadingRestricted: true })
    return yoga.fetch(new Request(`http://localhost${path}`, init))
  }

  test('nobody reads without one', async () => {
    expect(await send(fetch, { query: READ })).toEqual({
      status: 200,
      challenge: null,
      body: {
        errors: [
          {
            message: 'This takes an API key with the role READER: send it as "Authorization: Bearer KEY".',
            locations: [{ line: 1, column: 3 }],
            path: ['meetings'],
            extensions: { code: 'UNAUTHENTICATED' },
          },
        ],
        data: null,
      },
    })
  })

  test('a key of any role reads', async () => {
    for (const role of ['READER', 'EDITOR', 'ADMIN'] as const) {
      const authorization = `Bearer ${await keys.create({ name: `reading ${role}`, role })}`
      expect(await send(fetch, { query: READ, authorization })).toEqual(
        answered({ meetings: { totalCount: 0 } }),
      )
    }
  })

  test('anybody may ask who they are, and what the schema is', async () => {
    expect(await send(fetch)).toEqual(answered({ viewer: null }))
    expect(await send(fetch, { query: getIntrospectionQuery() })).toEqual(
      answered({ __schema: expect.anything() }),
    )
  })

  test('the playground opens without one', async () => {
    const response = await fetch('/graphql', { headers: { accept: 'text/html' } })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  })
})

describe('a fault in a request that carries a key', () => {
  async function askFaulty(faulty: Partial<ReturnType<typeof openDoors>>, query: string) {
    const log = vi.fn()
    const yoga = buildYoga({ ...openDoors(service.database), ...faulty }, { log })
    const fetch = async (path: string, init: RequestInit) =>
      yoga.fetch(new Request(`http://localhost${path}`, init))
    const answer = await send(fetch, { query, authorization: `Bearer ${key}` })
    return { answer, log }
  }
  const fault = new Error('the disk is full')

  test('is logged without the key', async () => {
    const printed = [vi.spyOn(console, 'error'), vi.spyOn(console, 'log')]
    const reader = { ...openDoors(service.database).reader, find: () => Promise.reject(fault) }
    const { answer, log } = await askFaulty({ reader }, '{ meeting(id: "x") { id } }')
    expect(answer.body).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] })
    expect(log.mock.calls).toEqual([[expect.objectContaining({ originalError: fault })]])
    const logged = inspect(log.mock.calls, { depth: Infinity, showHidden: true })
    expect(logged).toContain('the disk is full')
    expect(logged).not.toContain(key.slice(-43))
    expect(printed.flatMap(({ mock }) => mock.calls)).toEqual([])
  })

  test('while the key is looked up is a fault of the service, and not of the key', async () => {
    const faulty = { ...keys, viewerOf: () => Promise.reject(fault) }
    const { answer, log } = await askFaulty({ keys: faulty }, VIEWER)
    expect(answer).toEqual(unexpected)
    expect(log.mock.calls).toEqual([[fault]])
  })
})
