import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Readiness } from '../../src/database/readiness.ts'
import { openDoors } from '../../src/server/doors.ts'
import { listen } from '../../src/server/http.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()

async function serve(readiness: () => Promise<Readiness>) {
  const yoga = buildYoga(openDoors(service.database))
  const server = await listen(yoga, { host: '127.0.0.1', port: 0, readiness })
  onTestFinished(() => server.close())
  return server
}

async function get(url: string, path: string, init?: RequestInit) {
  const response = await fetch(new URL(path, url), init)
  return { status: response.status, body: await response.text() }
}

test('/health answers without a look at the database', async () => {
  const readiness = vi.fn(async () => 'UNREACHABLE' as const)
  const { url } = await serve(readiness)
  expect(await get(url, '/health')).toEqual({ status: 200, body: 'alive\n' })
  expect(readiness).not.toHaveBeenCalled()
})

test('/ready says that the service on a migrated database can serve', async () => {
  const { url } = await serve(service.database.readiness)
  expect(await get(url, '/ready')).toEqual({ status: 200, body: 'ready\n' })
})

test.each([
  ['UNREACHABLE', 'the database is not reachable\n'],
  ['NOT_MIGRATED', 'the database is not migrated\n'],
  ['NOT_LISTENING', 'the listening connection is lost\n'],
] as const)('/ready says 503 where the database is %s', async (readiness, body) => {
  const { url } = await serve(async () => readiness)
  expect(await get(url, '/ready')).toEqual({ status: 503, body })
})

test('/ready says 503 to whoever is still connected while the service ends', async () => {
  const { url, close } = await serve(async () => 'READY')
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  async function ready() {
    const { promise, resolve } = Promise.withResolvers<string>()
    request(new URL('/ready', url), { agent }, (response) => resolve(text(response))).end()
    return promise
  }
  expect(await ready()).toBe('ready\n')
  const closed = close()
  expect(await ready()).toBe('draining\n')
  await closed
})

test('the database is asked once, however many ask at a time', async () => {
  const readiness = vi.fn(async () => 'READY' as const)
  const { url } = await serve(readiness)
  await Promise.all(Array.from({ length: 20 }, () => get(url, '/ready')))
  expect(readiness).toHaveBeenCalledOnce()
})

test('both can be asked by HEAD, and by nothing else', async () => {
  const { url } = await serve(async () => 'READY')
  expect(await get(url, '/health', { method: 'HEAD' })).toEqual({ status: 200, body: '' })
  expect(await get(url, '/ready', { method: 'HEAD' })).toEqual({ status: 200, body: '' })
  expect(await get(url, '/ready', { method: 'POST' })).toMatchObject({ status: 404 })
})
