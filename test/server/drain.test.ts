import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { drainable } from '../../src/server/drain.ts'

/** A server of its own that listens, what closes it, and connections to it. */
async function serve(answer: RequestListener, { grace = 300, deadline = 8_000, accepting = 2_000 } = {}) {
  const server = createServer(answer)
  const isStream = ({ req }: ServerResponse) => req.url === '/stream'
  const drain = drainable(server, { grace, deadline, accepting, isStream })
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

test('requests that were sent while the process was busy are answered, though it takes one connection at a turn', async () => {
  const { server, drain } = await serve(echo)
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('It listens on a port')
  const others = new Worker(
    `const { get } = require('node:http')
    const { parentPort, workerData } = require('node:worker_threads')
    const answer = () => new Promise((resolve) =>
      get({ port: workerData.port, host: '127.0.0.1', agent: false }, ({ statusCode }) => resolve(statusCode))
        .on('error', ({ code }) => resolve(code)))
    Promise.all(Array.from({ length: 20 }, answer)).then((answers) => parentPort.postMessage(answers))`,
    { eval: true, workerData: { port: address.port } },
  )
  const answered = once(others, 'message')
  await once(others, 'online')
  const busyUntil = performance.now() + 500
  while (performance.now() < busyUntil);
  await drain()
  expect(await answered).toEqual([Array.from({ length: 20 }, () => 200)])
})

test('where new clients come all the time, they are let in for a while and no longer', async () => {
  const { server, drain, open } = await serve(echo, { grace: 10, accepting: 200 })
  let isOver = false
  const coming = (async () => {
    while (!isOver) await open().catch(() => undefined)
  })()
  await once(server, 'connection')
  const begun = performance.now()
  await drain()
  expect(performance.now() - begun).toBeLessThan(2_000)
  isOver = true
  await coming
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
  await expect.poll(() => open().catch(({ code }) => code)).toBe('ECONNREFUSED')
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
