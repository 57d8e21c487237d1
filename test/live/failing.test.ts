// Streams that fail, and clients that do not read.
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDoors } from '../../src/server/doors.ts'
import { listen } from '../../src/server/http.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { createEntries } from '../harness/create-entries.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { followWithEventSource } from './following.ts'
import { runService } from './running-service.ts'
import { topic, write } from './writing.ts'

const service = onEmptyRecord()
const DEADLINE = { timeout: 20_000 }

test('where the database fails a stream, its client connects anew and misses nothing', async () => {
  const doors = openDoors(service.database)
  const load = vi.fn(doors.reader.load)
  const log = vi.fn()
  const yoga = buildYoga({ ...doors, reader: { ...doors.reader, load } }, { log })
  const server = await listen(yoga, { host: '127.0.0.1', port: 0 })
  onTestFinished(async () => {
    await server.close()
    await doors.feed.close()
  })
  const follower = followWithEventSource(server.url)
  await expect.poll(() => doors.feed.followers, DEADLINE).toBe(1)
  await write(service.database, 'before')
  await expect.poll(() => follower.slugs, DEADLINE).toEqual(['before'])
  const message = 'The connection is lost'
  load.mockRejectedValueOnce(new Error(message))
  await write(service.database, 'failed', 'after')
  await expect.poll(() => follower.slugs, DEADLINE).toEqual(['before', 'failed', 'after'])
  expect(follower.errors).toEqual([])
  expect(log.mock.calls).toEqual([[expect.objectContaining({ message })]])
})

test('a client that reads nothing of a flood of changes is cut off, and little is kept for it meanwhile', async () => {
  const running = await runService(service.database, { patience: 400 })
  const { port } = new URL(running.url)
  const query = 'subscription { changes { a: after b: after c: after d: after e: after } }'
  const socket = connect({ port: Number(port), host: '127.0.0.1' }).pause()
  onTestFinished(() => void socket.destroy())
  socket.write(
    `GET /graphql?query=${encodeURIComponent(query)} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n`,
  )
  await expect.poll(() => running.doors.feed.followers, DEADLINE).toBe(1)

  // 50 MB: several times as much as lies in the buffers of a connection.
  const description = 'x'.repeat(10_000)
  const before = process.memoryUsage().arrayBuffers
  for (let turn = 0; turn < 10; turn += 1) {
    const entries = Array.from({ length: 100 }, (_, place) => topic(`flood-${turn}-${place}`)).map(
      (entry) => ({
        ...entry,
        input: { ...entry.input, description },
      }),
    )
    await service.database.prisma.$transaction((tx) => createEntries(tx, entries), { timeout: 60_000 })
  }
  await expect.poll(() => running.doors.feed.followers, DEADLINE).toBe(0)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
  socket.resume()
  await once(socket, 'close')
}, 120_000)
