import { once } from 'node:events'
import { Agent, type ClientRequest, createServer, type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { foundedFolder } from './founded-folder.ts'
import { ask, run, start } from './process.ts'
import { SIZES, wholeRecord } from './whole-record.ts'

const copyOfFounded = foundedFolder()
const BODY = JSON.stringify({ query: SIZES })
const stopped = { status: 0, signal: null, stderr: '' }

/** Opens a POST whose body is still to come. */
function openPost(url: string, agent?: Agent) {
  const headers = { 'content-type': 'application/json', 'content-length': BODY.length }
  return request(url, { method: 'POST', headers, ...(agent && { agent }) })
}

async function answerTo(sent: ClientRequest): Promise<unknown> {
  const [response]: IncomingMessage[] = await once(sent, 'response')
  return response && json(response)
}

test('a later start serves what is there, and adds nothing', async () => {
  const service = await start({ DATA_DIR: copyOfFounded() })
  expect(await ask(service.url, SIZES)).toEqual(wholeRecord)
})

test('a second process on the same folder is refused, and the first goes on', async () => {
  const DATA_DIR = copyOfFounded()
  const first = await start({ DATA_DIR })
  expect(await run({ DATA_DIR }).ended).toEqual({
    status: 1,
    signal: null,
    stdout: '',
    stderr: `DATA_DIR ${DATA_DIR} is in use by process ${first.pid}: stop that one first, or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server.\n`,
  })
  expect(await ask(first.url, SIZES)).toEqual(wholeRecord)
})

test('the folder of a process that was killed is free', async () => {
  const DATA_DIR = copyOfFounded()
  const killed = await start({ DATA_DIR })
  killed.kill('SIGKILL')
  await killed.ended
  const service = await start({ DATA_DIR })
  expect(await ask(service.url, SIZES)).toEqual(wholeRecord)
})

test('a port that another process has is refused', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const PORT = JSON.stringify(other.address()).match(/"port":(\d+)/)?.[1]
  expect(await run({ DATA_DIR: copyOfFounded(), PORT }).ended).toEqual({
    status: 1,
    signal: null,
    stdout: '',
    stderr: `PORT ${PORT} is taken: stop whatever listens on it, or choose another.\n`,
  })
})

describe('SIGTERM', () => {
  test('ends streams at once, without telling their clients that they are complete', async () => {
    const service = await start({ DATA_DIR: copyOfFounded() })
    const address = new URL(service.url)
    address.searchParams.set('query', 'subscription { changes { slug } }')
    const { body } = await fetch(address, { headers: { accept: 'text/event-stream' } })
    const reader = body?.getReader()
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toMatch(
      /^id: \S+\nretry: 1000\n\n:\n\n$/,
    )
    service.kill('SIGTERM')
    await expect(reader?.read()).rejects.toThrow('terminated')
    expect(await service.ended).toMatchObject(stopped)
  })

  test('lets a request in flight finish, and lets nobody new in', async () => {
    const service = await start({ DATA_DIR: copyOfFounded() })
    const inFlight = openPost(service.url)
    inFlight.write(BODY.slice(0, 20))
    // Once a later request is answered, the service has the head of this one.
    await ask(service.url, SIZES)
    service.kill('SIGTERM')
    await expect.poll(() => ask(service.url, SIZES).catch(() => 'refused')).toBe('refused')
    inFlight.end(BODY.slice(20))
    expect(await answerTo(inFlight)).toEqual(wholeRecord)
    expect(await service.ended).toMatchObject(stopped)
  })

  test('lets requests finish that were sent just before it', async () => {
    const service = await start({ DATA_DIR: copyOfFounded() })
    const agent = new Agent({ keepAlive: true })
    const send = () => Array.from({ length: 20 }, () => openPost(service.url, agent).end(BODY))
    await Promise.all(send().map(answerTo))
    const sent = send()
    const answers = Promise.all(sent.map(answerTo))
    await Promise.all(sent.map((one) => once(one, 'finish')))
    service.kill('SIGTERM')
    expect(await answers).toEqual(sent.map(() => wholeRecord))
    expect(await service.ended).toMatchObject(stopped)
  })
})

test('SIGINT, which npm passes on once more, does the same', async () => {
  const service = await start({ DATA_DIR: copyOfFounded() })
  const inFlight = openPost(service.url)
  inFlight.write(BODY.slice(0, 20))
  await ask(service.url, SIZES)
  service.kill('SIGINT')
  service.kill('SIGINT')
  await expect.poll(() => ask(service.url, SIZES).catch(() => 'refused')).toBe('refused')
  service.kill('SIGINT')
  inFlight.end(BODY.slice(20))
  expect(await answerTo(inFlight)).toEqual(wholeRecord)
  expect(await service.ended).toMatchObject(stopped)
})
