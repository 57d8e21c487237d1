import { afterAll, beforeAll } from 'vitest'
import { type Doors, openDoors } from '../../src/server/doors.ts'
import { type HttpServer, listen } from '../../src/server/http.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { onFoundingRecord } from './service.ts'

/** The service with the founding record on a port of its own, for all tests of a file; gives its address. */
export function runningServer(): () => string {
  const service = onFoundingRecord()
  let server: HttpServer | undefined
  let doors: Doors | undefined

  beforeAll(async () => {
    doors = openDoors(service.database)
    server = await listen(buildYoga(doors), {
      host: '127.0.0.1',
      port: 0,
      readiness: service.database.readiness,
    })
  })
  afterAll(async () => {
    await server?.close()
    await doors?.feed.close()
  })

  return () => {
    if (!server) throw new Error('The server listens from the first test of the file on')
    return server.url
  }
}
