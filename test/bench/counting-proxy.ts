import { once } from 'node:events'
import { connect, createServer } from 'node:net'

/** A door to a PostgreSQL server that counts the statements that go through it. */
export interface CountingProxy {
  /** The address of a database of the server, by this door. */
  through(databaseUrl: string): string
  /** How many statements were run so far. */
  count(): number
  close(): Promise<void>
}

/** The messages by which a client has a statement run (https://www.postgresql.org/docs/current/protocol-message-formats.html). */
const RUNS = new Set(['Q', 'E'].map((type) => type.charCodeAt(0)))

export async function openCountingProxy(serverUrl: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(serverUrl)
  let count = 0
  const server = createServer((client) => {
    const upstream = connect(Number(port || 5432), hostname)
    const read = messageReader((type) => {
      if (RUNS.has(type)) count += 1
    })
    client.on('data', read).pipe(upstream).pipe(client)
    client.on('error', () => upstream.destroy())
    upstream.on('error', () => client.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const own = typeof address === 'object' && address ? String(address.port) : ''
  return {
    through: (databaseUrl) => Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: own }).href,
    count: () => count,
    async close() {
      server.close()
      await once(server, 'close')
    },
  }
}

/** Calls back with the type of each message of a client; the first message has none. */
function messageReader(onMessage: (type: number) => void): (chunk: Buffer) => void {
  let rest = Buffer.of()
  let prefix = 0
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= prefix + 4) {
      const length = prefix + rest.readInt32BE(prefix)
      if (rest.length < length) return
      if (prefix > 0) onMessage(rest.readUInt8(0))
      rest = rest.subarray(length)
      prefix = 1
    }
  }
}
