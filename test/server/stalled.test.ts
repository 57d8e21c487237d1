import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { cutStalled } from '../../src/server/stalled.ts'

const PATIENCE = 200
const SIZE = 20_000_000

/** A connection to a server of its own, with a request sent. */
async function ask(answer: RequestListener) {
  const server = createServer(answer)
  cutStalled(server, { patience: PATIENCE })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('It listens on a port')
  const socket = connect(address.port, '127.0.0.1')
  socket.pause().write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  const [, response] = await once(server, 'request')
  return { socket, response }
}

test('a client that takes nothing of what is sent to it is cut off', async () => {
  const { response } = await ask((_request, response) => response.end('x'.repeat(SIZE)))
  await once(response, 'close')
  expect(response.writableFinished).toBe(false)
})

test('so is one whose timeout the adapter took away', async () => {
  const { response } = await ask(({ socket }, response) => {
    socket.setTimeout(0)
    response.write('x'.repeat(SIZE))
  })
  await once(response, 'close')
})

test('a client that is slow, but takes what it can, has the answer whole', async () => {
  const { socket } = await ask((_request, response) => response.end('x'.repeat(SIZE)))
  let length = 0
  for await (const chunk of socket) {
    if (length % 2_000_000 > (length + chunk.length) % 2_000_000) await wait(PATIENCE / 2)
    length += chunk.length
  }
  expect(length).toBeGreaterThan(SIZE)
})

test('a client that waits for an answer waits as long as that takes', async () => {
  const { socket } = await ask(async (_request, response) => {
    await wait(3 * PATIENCE)
    response.end('at last')
  })
  expect(await text(socket)).toContain('at last')
})
