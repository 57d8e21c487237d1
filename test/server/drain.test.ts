import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { drainable } from '../../src/server/drain.ts'

/** A server of its own that listens, what closes it, and connections to it. */
async function serve(answer: RequestListener, { grace = 300, deadline = 8_000 } = {}) {
  const server = createServer(answer)
  const isStream = ({ req }: ServerResponse) => req.url === '/stream'
  const drain = drainable(server, { grace, deadline, isStream })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('It listens on a port')
  return { server, drain, open: () => connected(address.port) }
}

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

const GET = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'
const POST_BEGUN = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nab'

/** Answers with what was posted. */
const echo: RequestListener = async (request, response) => {
  response.end(await text(request).catch(() => 'It broke off'))
}

test('a request that is still being sent is answered, and its connection closed then', async () => {
  const { server, drain, open } = await serve(echo)
  const socket = await open()
  socket.write(POST_BEGUN)
  await once(server, 'request')
  const drained = drain()
  socket.write('cd')
  expect(await text(socket)).toMatch(/^HTTP\/1.1 200 OK\r\n(?=.*connection: close)(?=.*\r\n\r\nabcd$)/is)
  await drained
})

test('an answer that its client is slow to take arrives whole', async () => {
  const size = 20_000_000
  const { server, drain, open } = await serve((_request, response) => response.end('x'.repeat(size)))
  const socket = (await open()).pause()
  socket.write(GET)
  await once(server, 'request')
  const drained = drain()
  await wait(400)
  const [, body] = (await text(socket)).split('\r\n\r\n')
  expect(body).toHaveLength(size)
  await drained
})

test('a request that was on its way when the server began to close is answered', async () => {
  const { drain, open } = await serve(echo)
  const socket = await open()
  socket.write(GET)
  const drained = drain()
  expect(await text(socket)).toMatch(/^HTTP\/1.1 200 OK\r\n/)
  await drained
})

test('connections that are kept for later do not keep the server', async () => {
  const { drain, open } = await serve(echo, { grace: 10, deadline: 60_000 })
  const socket = await open()
  socket.write(GET)
  await once(socket, 'data')
  await Promise.all([drain(), once(socket, 'close')])
})

test('nobody new is let in', async () => {
  const { server, drain, open } = await serve(echo)
  const socket = await open()
  socket.write(POST_BEGUN)
  await once(server, 'request')
  const drained = drain()
  await expect(open()).rejects.toThrow('ECONNREFUSED')
  socket.write('cd')
  await drained
})

test('a request that never ends is given up', async () => {
  const { server, drain, open } = await serve(echo, { grace: 10, deadline: 50 })
  const socket = await open()
  socket.write(POST_BEGUN)
  await once(server, 'request')
  await drain()
})

test('streams are cut off at once and without an end, while an answer in flight arrives whole', async () => {
  const { server, drain, open } = await serve(async (request, response) => {
    if (request.url === '/stream') response.write('an event')
    else await echo(request, response)
  })
  const [stream, other] = [await open(), await open()]
  stream.write('GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await once(stream, 'data')
  other.write(POST_BEGUN)
  await once(server, 'request')
  const [rest, drained] = [text(stream), drain()]
  expect(await rest).not.toContain('0\r\n\r\n')
  other.write('cd')
  expect(await text(other)).toMatch(/\r\n\r\nabcd$/)
  await drained
})
