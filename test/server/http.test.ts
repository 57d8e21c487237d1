import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openDoors } from '../../src/server/doors.ts'
import { listen } from '../../src/server/http.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()

async function serve(address: { host?: string; port?: number } = {}) {
  const log = vi.fn()
  const yoga = buildYoga(openDoors(service.database), { log })
  const { readiness } = service.database
  const { url, close } = await listen(yoga, { host: '127.0.0.1', port: 0, readiness, ...address })
  onTestFinished(close)
  return { url, port: Number(new URL(url).port), log }
}

/** Opens a POST of JSON whose length is not known beforehand, to be sent in pieces. */
function openPost(port: number) {
  return request({ port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers: JSON_TYPE })
}
const JSON_TYPE = { 'content-type': 'application/json' }

/** Sends what is left of a request, and gives its answer. */
async function answerTo(sent: ClientRequest) {
  sent.end()
  const [response]: IncomingMessage[] = await once(sent, 'response')
  return { status: response?.statusCode, body: response && (await json(response)) }
}

describe('where it answers', () => {
  test.each([
    ['127.0.0.1', 'localhost'],
    ['0.0.0.0', 'localhost'],
    ['localhost', 'localhost'],
  ])('is told of %s as people type it: %s', async (host, name) => {
    const { url, port } = await serve({ host })
    expect(url).toBe(`http://${name}:${port}/graphql`)
    const response = await fetch(`http://${host}:${port}/graphql?query={__typename}`)
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
  })

  test('must be free', async () => {
    const { port } = await serve()
    await expect(serve({ port })).rejects.toThrow(
      `PORT ${port} is taken: stop whatever listens on it, or choose another.`,
    )
  })

  test.each(['192.0.2.1', 'no-such-host.invalid'])(
    'must be of this machine, which %s is not',
    async (host) => {
      await expect(serve({ host })).rejects.toThrow(`HOST ${host} is not an address of this machine.`)
    },
  )
})

test.each(['[', 'a b', 'localhost:port'])('the host %j is refused without a stack', async (host) => {
  const { port } = await serve()
  const sent = request({ port, host: '127.0.0.1', path: '/graphql', headers: { host } })
  expect(await answerTo(sent)).toEqual({
    status: 400,
    body: {
      errors: [
        {
          message: 'The "Host" header and the path are not the address of anything.',
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
    },
  })
})

describe('a body that is sent in pieces', () => {
  test('is answered', async () => {
    const { port } = await serve()
    const sent = openPost(port)
    sent.write('{"query": ')
    sent.write('"{ __typename }"}')
    expect(await answerTo(sent)).toEqual({ status: 200, body: { data: { __typename: 'Query' } } })
  })

  test('and grows too large is refused', async () => {
    const { port } = await serve()
    const sent = openPost(port)
    for (let size = 0; size <= 1_000_000; size += 100_000) sent.write(' '.repeat(100_000))
    expect(await answerTo(sent)).toEqual({
      status: 413,
      body: {
        errors: [
          {
            message:
              'The body has more than 1000000 bytes. Ask for less at a time; with a key it may have 8000000.',
            extensions: { code: 'REQUEST_ENTITY_TOO_LARGE', limit: 'MAX_BODY' },
          },
        ],
      },
    })
  })

  test('and breaks off is no fault of the service', async () => {
    const { url, port, log } = await serve()
    const sent = openPost(port).on('error', () => undefined)
    sent.write('{"query": ')
    await once(sent, 'socket')
    await fetch(`${url}?query={__typename}`)
    sent.destroy()
    await fetch(`${url}?query={__typename}`)
    expect(log).not.toHaveBeenCalled()
  })
})
