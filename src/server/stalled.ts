import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Cuts off clients that do not read: where bytes wait for a client that has taken none for so long, the connection is
 * destroyed. A client that is slow goes on, and so does one for which nothing is to be sent.
 *
 * @param options.patience how long a client may take nothing, in milliseconds
 */
export function cutStalled(server: Server, { patience = 30_000 } = {}): void {
  const answered = new Set<Socket>()
  // Ahead of whoever answers.
  server.prependListener('request', ({ socket }, response) => {
    // Node's timeout of a socket starts anew with every byte that is taken.
    response.setTimeout(patience, () => {
      if (socket.writableLength > 0) socket.destroy()
    })
    answered.add(socket)
    response.once('close', () => answered.delete(socket))
  })
  // The adapter between Node and Yoga takes the timeout away where it streams (whatwg-node, configureSocket).
  const renewing = setInterval(() => {
    for (const socket of answered) if (socket.timeout === 0) socket.setTimeout(patience)
  }, patience / 4)
  server.once('close', () => clearInterval(renewing))
  renewing.unref()
}
