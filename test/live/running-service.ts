import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { openServer } from '../../src/database/server.ts'
import { type Doors, openDoors } from '../../src/server/doors.ts'
import { listen } from '../../src/server/http.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { serverUrl } from '../database/own-database.ts'

export interface RunningService {
  url: string
  doors: Doors
  /** As the service's own process ends: the server first, then the feed; the database stays open. */
  close(): Promise<void>
}

/** The service on a database, on a port of its own unless told otherwise; it is closed when its test is over. */
export async function runService(
  database: Database,
  options: { port?: number; patience?: number; isReadingRestricted?: boolean } = {},
): Promise<RunningService> {
  const { port = 0, patience = 30_000, isReadingRestricted = false } = options
  const doors = openDoors(database)
  const server = await listen(buildYoga(doors, { isReadingRestricted }), {
    host: '127.0.0.1',
    port,
    patience,
    readiness: database.readiness,
  })
  let closing: Promise<void> | undefined
  async function stop() {
    await server.close()
    await doors.feed.close()
  }
  const close = () => {
    closing ??= stop()
    return closing
  }
  onTestFinished(close)
  return { url: server.url, doors, close }
}

/** Closes a service and opens another in its place, as a restart does. */
export async function restart(running: RunningService, database: Database): Promise<RunningService> {
  await running.close()
  return runService(database, { port: Number(new URL(running.url).port) })
}

/** Another client of the same database, as another instance of the service has; on a PostgreSQL server only. */
export async function openAgain(database: Database): Promise<Database> {
  const [found] = await database.query<{ name: string }>('SELECT current_database() AS "name"', [])
  if (serverUrl === undefined || !found) throw new Error('DATABASE_URL names the server')
  const other = await openServer({
    url: Object.assign(new URL(serverUrl), { pathname: `/${found.name}` }).href,
  })
  onTestFinished(() => other.close())
  return other
}

/** A way to a service that can be cut: to the client it looks as if the network failed. */
export async function cuttable(target: string): Promise<{ url: string; cut(): void }> {
  const sockets = new Set<Socket>()
  const { port, pathname } = new URL(target)
  const proxy = createServer((client) => {
    const server = connect(Number(port), '127.0.0.1')
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.once('close', () => other.destroy())
      one.pipe(other)
    }
  })
  const cut = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => {
    cut()
    proxy.close()
  })
  const address = proxy.address()
  if (typeof address !== 'object' || !address) throw new Error('It listens on a port')
  return { url: `http://127.0.0.1:${address.port}${pathname}`, cut }
}
