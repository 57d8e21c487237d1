// What happens to requests that come while as many are executed as may be.
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { defaultLimits } from '../../src/limits.ts'
import { openDoors } from '../../src/server/doors.ts'
import { listen } from '../../src/server/http.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()
const TOPICS = '{ topics { nodes { slug } } }'

/** A service that executes two operations at a time, and whose lists come when the test says so. */
async function serve() {
  const doors = openDoors(service.database, { cacheBytes: 1_000_000 })
  const gate = { until: Promise.resolve() }
  const list: typeof doors.reader.list = async (model, query) => {
    await gate.until
    return doors.reader.list(model, query)
  }
  const limits = { ...defaultLimits, MAX_IN_PROGRESS: 2 }
  const yoga = buildYoga({ ...doors, reader: { ...doors.reader, list } }, { limits })
  const { readiness } = service.database
  const { url, close } = await listen(yoga, { host: '127.0.0.1', port: 0, readiness })
  onTestFinished(async () => {
    await close()
    await doors.cache?.following.close()
    await doors.feed.close()
  })
  const post = (query: string, headers = {}) => {
    const body = JSON.stringify({ query })
    return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })
  }
  /** Has all lists wait, and gives what lets them come. */
  function hold() {
    const { promise, resolve } = Promise.withResolvers<void>()
    gate.until = promise
    return resolve
  }
  /** Has two operations wait, and gives what lets them go on and how they are answered. */
  async function fill() {
    const release = hold()
    const answers = ['a', 'b'].map((name) => post(`query ${name} ${TOPICS}`))
    await wait(200)
    return async () => {
      release()
      return (await Promise.all(answers)).map(({ status }) => status)
    }
  }
  return { url, post, hold, fill, kept: () => doors.cache?.answers.figures().entries }
}

const overloaded = {
  errors: [
    {
      message: 'The service has as much to do as it can. Send the request again in a moment.',
      extensions: { code: 'OVERLOADED', limit: 'MAX_IN_PROGRESS' },
    },
  ],
}

test('those that come meanwhile are refused at once, and others are answered afterwards', async () => {
  const { post, fill } = await serve()
  const goOn = await fill()
  const refused = await post(TOPICS)
  expect({
    status: refused.status,
    retryAfter: refused.headers.get('retry-after'),
    connection: refused.headers.get('connection'),
    body: await refused.json(),
  }).toEqual({ status: 503, retryAfter: '1', connection: 'keep-alive', body: overloaded })
  expect(await goOn()).toEqual([200, 200])
  expect(await post(TOPICS)).toMatchObject({ status: 200 })
})

test('of many that come at the same time, no more are executed', async () => {
  const { post, hold } = await serve()
  const release = hold()
  setTimeout(release, 300)
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, place) => post(`query q${place} ${TOPICS}`)),
  )
  const refused = answers.filter(({ status }) => status !== 200)
  expect(refused).toHaveLength(28)
  for (const answer of refused) {
    expect(answer).toMatchObject({ status: 503 })
    expect(answer.headers.get('retry-after')).toBe('1')
    expect(await answer.json()).toEqual(overloaded)
  }
})

test('probes, answers from memory and streams of events are not refused', async () => {
  const { url, post, fill, kept } = await serve()
  const askAgain = () => fetch(`${url}?query=${encodeURIComponent('{ issues { totalCount } }')}`)
  // From when on it is heard of what is written.
  await expect.poll(() => askAgain().then(kept)).toBe(1)
  const goOn = await fill()
  expect(await fetch(new URL('/health', url))).toMatchObject({ status: 200 })
  expect(await fetch(new URL('/ready', url))).toMatchObject({ status: 200 })
  expect(await askAgain()).toMatchObject({ status: 200 })
  const stream = await post('subscription { changes { slug } }', { accept: 'text/event-stream' })
  expect(stream.headers.get('content-type')).toBe('text/event-stream')
  await stream.body?.cancel()
  expect(await goOn()).toEqual([200, 200])
})

test('who asks for a stream of events but for no subscription is refused as others are', async () => {
  const { post, fill } = await serve()
  const goOn = await fill()
  const refused = await post(TOPICS, { accept: 'text/event-stream' })
  expect(await refused.text()).toContain('"code":"OVERLOADED"')
  expect(await goOn()).toEqual([200, 200])
})

test('what fails is in progress no more', async () => {
  const { post } = await serve()
  for (let times = 0; times < 5; times += 1) await post('{ topics(after: "x") { nodes { slug } } }')
  expect(await post(TOPICS)).toMatchObject({ status: 200 })
})
