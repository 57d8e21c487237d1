import { setTimeout as wait } from 'node:timers/promises'
import { EventSource } from 'eventsource'
import { createClient } from 'graphql-sse'
import { onTestFinished } from 'vitest'
import { at, textAt } from '../reading/answer.ts'

export const CHANGES = /* GraphQL */ `
  subscription Changes($after: String, $types: [EntryType!]) {
    changes(after: $after, types: $types) { cursor slug actor entry { slug citations { locator } } }
  }
`

/** Somebody who follows the log: what they have seen, in the order in which they saw it. */
export interface Follower {
  slugs: string[]
  /** What came instead of changes. */
  errors: unknown[]
  stop(): void
}

interface Variables {
  after?: string | undefined
  types?: string[]
}

/** Follows with graphql-sse, and connects anew with the last cursor as often as it must. */
export function followWithSse(url: string, { after, ...variables }: Variables = {}): Follower {
  const client = createClient({ url, singleConnection: false, retryAttempts: 0 })
  const follower: Follower = { slugs: [], errors: [], stop: () => client.dispose() }
  onTestFinished(follower.stop)
  let cursor = after
  let isStopped = false
  follower.stop = () => {
    isStopped = true
    client.dispose()
  }
  async function follow() {
    while (!isStopped) {
      try {
        for await (const event of client.iterate({
          query: CHANGES,
          variables: { ...variables, after: cursor },
        })) {
          if (event.errors) follower.errors.push(...event.errors)
          if (!event.data) continue
          cursor = textAt(event, 'data', 'changes', 'cursor')
          follower.slugs.push(textAt(event, 'data', 'changes', 'slug'))
        }
        return
      } catch {
        await wait(50)
      }
    }
  }
  follow()
  return follower
}

/** Follows with an EventSource, which knows nothing of cursors and connects anew by itself. */
export function followWithEventSource(url: string, variables: Variables = {}): Follower {
  const address = new URL(url)
  address.searchParams.set('query', CHANGES)
  address.searchParams.set('variables', JSON.stringify(variables))
  const source = new EventSource(address)
  const follower: Follower = { slugs: [], errors: [], stop: () => source.close() }
  onTestFinished(follower.stop)
  source.addEventListener('next', ({ data }) => {
    const event: unknown = JSON.parse(data)
    const errors = at(event, 'errors')
    if (errors) follower.errors.push(errors)
    else follower.slugs.push(textAt(event, 'data', 'changes', 'slug'))
  })
  source.addEventListener('complete', () => source.close())
  return follower
}
