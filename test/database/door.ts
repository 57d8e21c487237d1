import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A way to a PostgreSQL server on this machine that fails when a test wants it to. */
export interface Door {
  /** The address of the database by this door. */
  url: string
  /** Cuts off all who are connected; others can connect. */
  cut(): void
  /** Cuts off whoever sends a text, when the server has it and before it answers. */
  cutAt(text: string): void
  /** Cuts off all, and lets nobody in until it is opened again. */
  shut(): void
  open(): Promise<void>
}

export async function doorTo(databaseUrl: string): Promise<Door> {
  const { hostname, port } = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let forbidden: string | undefined
  const proxy = createServer((client) => {
    const server = connect(Number(port || 5432), hostname)
    let isCut = false
    client.on('data', (data) => {
      isCut ||= forbidden !== undefined && data.includes(forbidden)
      server.write(data)
    })
    server.on('data', (data) => (isCut ? client.destroy() : client.write(data)))
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.once('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  async function listen(wanted: number) {
    proxy.listen(wanted, '127.0.0.1')
    await once(proxy, 'listening')
    const address = proxy.address()
    if (typeof address !== 'object' || !address) throw new Error('It listens on a port')
    return address.port
  }
  const ownPort = await listen(0)
  const shut = () => {
    proxy.close()
    cut()
  }
  onTestFinished(shut)
  return {
    url: Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: `${ownPort}` }).href,
    cut,
    cutAt(text) {
      forbidden = text
    },
    shut,
    async open() {
      await listen(ownPort)
    },
  }
}
