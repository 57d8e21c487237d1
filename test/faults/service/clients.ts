import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { EventSource } from 'eventsource'
import { onTestFinished } from 'vitest'
import { at, textAt } from '../../reading/answer.ts'

/** What came of a request. */
export interface Outcome {
  /** The moment at which it was sent, and how long its outcome took, in milliseconds. */
  sentAt: number
  took: number
  /** Nothing where there was no whole answer. */
  status?: number
  body?: unknown
  /** Why there was none: what the system calls it. */
  failure?: string
}

export interface Sent {
  query: string
  key?: string
}

/** Sends operations, on connections that are kept. */
export function sender(url: string) {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 1_000 })
  onTestFinished(() => agent.destroy())
  return async ({ query, key }: Sent): Promise<Outcome> => {
    const sentAt = performance.now()
    const outcome = (more: object): Outcome => ({ sentAt, took: performance.now() - sentAt, ...more })
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    const body = JSON.stringify({ query })
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    }
    const fail = (error: NodeJS.ErrnoException) => resolve(outcome({ failure: error.code ?? error.message }))
    request(url, { agent, method: 'POST', headers }, (response) => {
      const { statusCode: status } = response
      text(response).then((answer) => resolve(outcome({ status, body: JSON.parse(answer) })), fail)
    })
      .on('error', fail)
      .end(body)
    return promise
  }
}

/** Clients who ask one question after the other until they are stopped, or nobody lets them in any more. */
export function keepAsking(url: string, count: number, next: (place: number) => Sent) {
  const send = sender(url)
  const outcomes: Outcome[] = []
  let isStopped = false
  let place = 0
  async function askOn() {
    while (!isStopped) {
      place += 1
      const outcome = await send(next(place))
      outcomes.push(outcome)
      if (outcome.failure !== undefined) await wait(20)
    }
  }
  const asking = Promise.all(Array.from({ length: count }, askOn))
  async function stop() {
    isStopped = true
    await asking
    return outcomes
  }
  onTestFinished(async () => void (await stop()))
  return { outcomes, stop }
}

/** The code of the first error of an answer. */
export function codeOf({ body }: Outcome): unknown {
  return at(body, 'errors', 0, 'extensions', 'code')
}

/** A question that nobody asked before: its answer is in no memory. */
export function unasked(place: number): Sent {
  return {
    query: `query q${place} { meetings(first: 5) { totalCount nodes { slug participants { nodes { name } } } } }`,
  }
}

/** Whoever follows the changes, as a browser does: it connects anew by itself. */
export function follow(url: string) {
  const address = new URL(url)
  address.searchParams.set('query', 'subscription { changes { slug } }')
  const source = new EventSource(address)
  const follower = { slugs: [] as string[], isComplete: false, isOpen: false }
  source.addEventListener('open', () => {
    follower.isOpen = true
  })
  source.addEventListener('error', () => {
    follower.isOpen = false
  })
  source.addEventListener('next', ({ data }) => {
    const event: unknown = JSON.parse(data)
    follower.slugs.push(textAt(event, 'data', 'changes', 'slug'))
  })
  source.addEventListener('complete', () => {
    follower.isComplete = true
    source.close()
  })
  onTestFinished(() => source.close())
  return follower
}

/** Enters a topic under a name of its own. */
export function newTopic(name: string, key: string): Sent {
  return { query: `mutation { createTopic(input: { name: "${name}" }) { ... on Topic { slug } } }`, key }
}

/** The names of all topics that a service has. */
export async function topicsOf(url: string): Promise<Set<string>> {
  const send = sender(url)
  const found = new Set<string>()
  for (let after = 'null'; ; ) {
    const { body } = await send({
      query: `{ topics(first: 100, after: ${after}) { nodes { name } pageInfo { endCursor hasNextPage } } }`,
    })
    const nodes = at(body, 'data', 'topics', 'nodes')
    if (!Array.isArray(nodes)) throw new Error(`No topics: ${JSON.stringify(body)}`)
    for (const node of nodes) found.add(textAt(node, 'name'))
    if (at(body, 'data', 'topics', 'pageInfo', 'hasNextPage') !== true) return found
    after = JSON.stringify(textAt(body, 'data', 'topics', 'pageInfo', 'endCursor'))
  }
}
