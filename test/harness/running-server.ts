import { afterAll, beforeAll } from 'vitest'
import { openDoors } from '../../src/server/doors.ts'
import { type HttpServer, listen } from '../../src/server/http.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { onFoundingRecord } from '../harness/service.ts'

/** The service with the founding record on a port of its own, for all tests of a file; gives its address. */
export function runningServer(): () => string {
  const service = onFoundingRecord()
  let server: HttpServer | undefined

  beforeAll(async () => {
    const yoga = buildYoga(openDoors(service.database))
    server = await listen(yoga, { host: '127.0.0.1', port: 0 })
  })
  afterAll(() => server?.close())

  return () => {
    if (!server) throw new Error('The server listens from the first test of the file on')
    return server.url
  }
}
