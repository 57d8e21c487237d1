import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDoors } from '../../src/server/doors.ts'
import { type HttpServer, listen } from '../../src/server/http.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()
let server: HttpServer | undefined

beforeAll(async () => {
  const yoga = buildYoga(openDoors(service.database))
  server = await listen(yoga, { host: '127.0.0.1', port: 0, readiness: service.database.readiness })
})
afterAll(() => server?.close())

// The audits are listed before the server listens.
describe('GraphQL over HTTP, as its audit suite has it', () => {
  test.each(serverAudits({ url: () => server?.url ?? '' }))('$id: $name', async ({ id, name, fn }) => {
    expect(await fn()).toEqual({ id, name, status: 'ok' })
  })
})
