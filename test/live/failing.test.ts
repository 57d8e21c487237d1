// Streams that fail, and clients that do not read.
import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDoors } from '../../src/server/doors.ts'
import { listen } from '../../src/server/http.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { createEntries } from '../harness/create-entries.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { followWithEventSource } from './following.ts'
import { topic, write } from './writing.ts'

const service = onEmptyRecord()
const DEADLINE = { timeout: 20_000 }

/** The service, with an eye on the rows that it loads for those who follow, and on its log. */
async function runWatched({ patience = 30_000 } = {}) {
  const { feed, ...doors } = openDoors(service.database)
  const load = vi.fn(doors.reader.load)
  const log = vi.fn()
  const yoga = buildYoga({ ...doors, feed, reader: { ...doors.reader, load } }, { log })
  const server = await listen(yoga, {
    host: '127.0.0.1',
    port: 0,
    patience,
    readiness: service.database.readiness,
  })
  onTestFinished(async () => {
    await server.close()
    await feed.close()
  })
  return { url: server.url, feed, load, log }
}

test('where the database fails a stream, its client connects anew and misses nothing', async () => {
  const { url, feed, load, log } = await runWatched()
  const follower = followWithEventSource(url)
  await expect.poll(() => feed.followers, DEADLINE).toBe(1)
  await write(service.database, 'before')
  await expect.poll(() => follower.slugs, DEADLINE).toEqual(['before'])
  const message = 'The connection is lost'
  load.mockRejectedValueOnce(new Error(message))
  await write(service.database, 'failed', 'after')
  await expect.poll(() => follower.slugs, DEADLINE).toEqual(['before', 'failed', 'after'])
  expect(follower.errors).toEqual([])
  expect(log.mock.calls).toEqual([[expect.objectContaining({ message })]])
})

test('where the database fails a stream at its beginning, its client connects anew', async () => {
  const { url, feed, log } = await runWatched()
  const message = 'The connection is lost'
  const end = vi.spyOn(feed, 'end').mockRejectedValueOnce(new Error(message))
  const follower = followWithEventSource(url)
  await expect.poll(() => feed.followers, DEADLINE).toBe(1)
  await write(service.database, 'begun')
  await expect.poll(() => follower.slugs, DEADLINE).toEqual(['begun'])
  expect(end).toHaveBeenCalledTimes(2)
  expect(follower.errors).toEqual([])
  expect(log.mock.calls.length).toBeGreaterThanOrEqual(1)
})

test('a client whose key is revoked is told so instead of the next change, and follows no more', async () => {
  const { url, feed, log } = await runWatched()
  const { keys } = openDoors(service.database)
  const authorization = `Bearer ${await keys.create({ name: 'follower', role: 'READER' })}`
  const address = `${url}?query=${encodeURIComponent('subscription { changes { slug } }')}`
  const response = await fetch(address, { headers: { accept: 'text/event-stream', authorization } })
  await expect.poll(() => feed.followers, DEADLINE).toBe(1)
  await write(service.database, 'while-right')
  await keys.revoke('follower')
  await wait(1_000)
  await write(service.database, 'revoked')
  const text = await response.text()
  expect(text).toContain('{"data":{"changes":{"slug":"while-right"}}}')
  expect(text).toMatch(/event: next\ndata: \{"errors":\[.*"code":"UNAUTHENTICATED".*\n\nevent: complete\n/)
  expect(text).not.toContain('"revoked"')
  expect(feed.followers).toBe(0)
  expect(log.mock.calls).toEqual([])
})

test('for a client that reads nothing of a flood of changes, little is read, and it is cut off', async () => {
  const { url, feed, load } = await runWatched({ patience: 400 })
  const query = 'subscription { changes { a: after b: after c: after d: after e: after } }'
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1' }).pause()
  onTestFinished(() => void socket.destroy())
  socket.write(
    `GET /graphql?query=${encodeURIComponent(query)} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n`,
  )
  await expect.poll(() => feed.followers, DEADLINE).toBe(1)

  // 50 MB: several times as much as lies in the buffers of a connection.
  const description = 'x'.repeat(10_000)
  const slugs = Array.from({ length: 1_000 }, (_, place) => `flood-${place}`)
  const entries = slugs.map(topic).map(({ type, input }) => ({ type, input: { ...input, description } }))
  await service.database.transaction((tx) => createEntries(tx, entries))
  await expect.poll(() => feed.followers, DEADLINE).toBe(0)
  expect(load.mock.calls.length).toBeLessThan(500)
  socket.resume()
  await once(socket, 'close')
}, 60_000)
