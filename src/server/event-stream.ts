import type { ServerResponse } from 'node:http'
import type { ExecutionResult, GraphQLError } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { LastEvent } from '../schema/builder.ts'
import { isFault } from './errors.ts'
import { beginningWith } from './stream-beginning.ts'

const MEDIA_TYPE = 'text/event-stream'
const END: IteratorReturnResult<undefined> = { done: true, value: undefined }

const streams = new WeakSet<object>()

/** Whether a response is a stream of events, which has no end of its own. */
export function isEventStream(response: ServerResponse): boolean {
  return streams.has(response)
}

interface StreamContext {
  lastEvent: LastEvent
  request: Request
  /** The response at the HTTP server, where there is one. */
  res?: { destroy(): unknown }
}

interface Options {
  /** Is told of the faults that clients are not told of. */
  log(fault: unknown): void
  /** Why whoever sent a request may not go on; null where they may. */
  refusalOf(request: Request): Promise<GraphQLError | null>
}

/** For how long a client is sent events before it is looked up again whether it may go on, in milliseconds. */
const CHECKED_FOR = 1_000

/**
 * Gives every event of a subscription the ID from which its client can go on, and its beginning too, and cuts the
 * connection where the stream fails: a client that is told that the stream is complete would not connect anew.
 * Whoever may not go on is told why instead of the next event, and nothing more.
 */
export function eventStreams({ log, refusalOf }: Options): Plugin<StreamContext> {
  const beginnings = new WeakMap<object, string>()
  return {
    onResultProcess({ request, resultProcessor, setResultProcessor }) {
      const id = beginnings.get(request)
      if (id !== undefined && resultProcessor)
        setResultProcessor(beginningWith(id, resultProcessor), MEDIA_TYPE)
    },
    onSubscribe({ args }) {
      const { lastEvent, request, res } = args.contextValue
      if (res) streams.add(res)
      return {
        onSubscribeResult({ result, setResult }) {
          if (!isAsyncIterable(result)) {
            if (result.errors?.some(isFault)) res?.destroy()
            return
          }
          const results = result[Symbol.asyncIterator]()
          const check = checker(() => refusalOf(request))
          let isOver = false
          const sent: AsyncIterableIterator<ExecutionResult> = {
            async next() {
              try {
                const { done, value } = isOver ? END : await results.next()
                if (done) return END
                const refusal = await check()
                if (refusal) {
                  isOver = true
                  await results.return?.()
                  return { done: false, value: { errors: [refusal] } }
                }
                return { done: false, value: withId(value, lastEvent) }
              } catch (fault) {
                log(fault)
                res?.destroy()
                return END
              }
            },
            return: async () => (await results.return?.()) ?? END,
            [Symbol.asyncIterator]: () => sent,
          }
          if (lastEvent.id !== null) beginnings.set(request, lastEvent.id)
          setResult(sent)
        },
      }
    },
  }
}

/** Looks up whether a client may go on, but not for every event of a flood of them. */
function checker(lookUp: () => Promise<GraphQLError | null>): () => Promise<GraphQLError | null> {
  let checkedAt = Date.now()
  return async () => {
    if (Date.now() - checkedAt < CHECKED_FOR) return null
    checkedAt = Date.now()
    return lookUp()
  }
}

/** Yoga writes an event's data as what `stringify` makes of it: a field of its own follows on the next line. */
function withId(result: ExecutionResult, { id }: LastEvent): ExecutionResult {
  if (id === null) return result
  return Object.assign({ ...result }, { stringify: (told: object) => `${JSON.stringify(told)}\nid: ${id}` })
}
