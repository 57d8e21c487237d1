import type { Server, ServerResponse } from 'node:http'
import { type Socket, Server as TcpServer } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { isEventStream } from './event-stream.ts'

const defaults = {
  /** How long a connection without a request stays open, in milliseconds: a busy client's next one may be on its way. */
  grace: 300,
  /** How long requests are waited for, in milliseconds. */
  deadline: 8_000,
  /** How long connections are taken that were there before, in milliseconds, where new ones come all the time. */
  accepting: 2_000,
  /** Tells the answers that have no end. */
  isStream: isEventStream,
}

/**
 * Closes a server as soon as every request that reached it is answered; streams of events are cut off at once. Node's
 * own `close` cuts off answers that their clients have not received whole yet, and waits five seconds for connections
 * that are kept alive for more.
 *
 * @returns what stops listening, and resolves when the last connection is closed
 */
export function drainable(
  server: Server,
  { grace, deadline, accepting, isStream } = defaults,
): () => Promise<void> {
  /** The connections, and what is still to be answered on each. */
  const connections = new Map<Socket, Set<ServerResponse>>()
  let isDraining = false
  let accepted = 0

  server.on('connection', (socket) => {
    connections.set(socket, new Set())
    accepted += 1
    socket.once('close', () => connections.delete(socket))
  })
  // Ahead of whoever answers.
  server.prependListener('request', ({ socket }, response) => {
    connections.get(socket)?.add(response)
    if (isDraining) announceEnd(response)
    response.once('close', () => {
      connections.get(socket)?.delete(response)
      if (isDraining) endIdle(socket)
    })
  })

  function endIdle(socket: Socket) {
    if (connections.get(socket)?.size === 0) socket.destroySoon()
  }
  function endAll() {
    cutStreams()
    for (const socket of connections.keys()) endIdle(socket)
  }
  /** Streams of events have no end to wait for. Their clients connect anew: elsewhere, or when the service is back. */
  function cutStreams() {
    for (const [socket, responses] of connections) {
      if (responses.size > 0 && [...responses].every(isStream)) socket.destroy()
    }
  }
  /**
   * The system lets clients in before the process does, which takes one of them at a turn: whoever it has not taken when it
   * stops listening is cut off, with a request sent long since.
   */
  async function acceptAll() {
    const end = performance.now() + accepting
    let before: number
    do {
      before = accepted
      await turn()
      await turn()
    } while (accepted > before && performance.now() < end)
  }
  function giveUp() {
    for (const socket of connections.keys()) socket.destroy()
  }

  return async () => {
    isDraining = true
    for (const responses of connections.values()) responses.forEach(announceEnd)
    cutStreams()
    const timers = [setTimeout(giveUp, deadline)]
    await acceptAll()
    timers.push(setTimeout(endAll, grace))
    await new Promise((resolve) => TcpServer.prototype.close.call(server, resolve))
    timers.forEach(clearTimeout)
  }
}

function announceEnd(response: ServerResponse) {
  if (!response.headersSent) response.setHeader('connection', 'close')
}
