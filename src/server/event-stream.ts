import type { ServerResponse } from 'node:http'
import type { ExecutionResult } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { LastEvent } from '../schema/builder.ts'

/** What makes a response of the results of a subscription. */
type ResultProcessor = Parameters<
  Parameters<NonNullable<Plugin['onResultProcess']>>[0]['setResultProcessor']
>[0]

const MEDIA_TYPE = 'text/event-stream'

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

/**
 * Gives every event of a subscription the ID from which its client can go on, and its beginning too, and cuts the
 * connection where the stream fails: a client that is told that the stream is complete would not connect anew.
 */
export function eventStreams(log: (fault: unknown) => void): Plugin<StreamContext> {
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
          if (!isAsyncIterable(result)) return
          const results = result[Symbol.asyncIterator]()
          const sent: AsyncIterableIterator<ExecutionResult> = {
            async next() {
              try {
                const { done, value } = await results.next()
                return done ? { done, value } : { done: false, value: withId(value, lastEvent) }
              } catch (fault) {
                log(fault)
                res?.destroy()
                return { done: true, value: undefined }
              }
            },
            return: async () => (await results.return?.()) ?? { done: true, value: undefined },
            [Symbol.asyncIterator]: () => sent,
          }
          if (lastEvent.id !== null) beginnings.set(request, lastEvent.id)
          setResult(sent)
        },
      }
    },
  }
}

/** Yoga writes an event's data as what `stringify` makes of it: a field of its own follows on the next line. */
function withId(result: ExecutionResult, { id }: LastEvent): ExecutionResult {
  if (id === null) return result
  return Object.assign({ ...result }, { stringify: (told: object) => `${JSON.stringify(told)}\nid: ${id}` })
}

/**
 * What has an ID and no data is no event, but the ID counts
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html#dispatchMessage).
 */
function beginningWith(id: string, processor: ResultProcessor): ResultProcessor {
  return (result, fetchAPI, mediaType) => {
    // Yoga's own stream, into which it writes from the start.
    const ReadableStream = new Proxy(fetchAPI.ReadableStream, {
      construct(Stream, [source]: [UnderlyingDefaultSource<Uint8Array>]) {
        return new Stream({
          ...source,
          start(controller) {
            controller.enqueue(new fetchAPI.TextEncoder().encode(`id: ${id}\n\n`))
            return source.start?.(controller)
          },
        })
      },
    })
    return processor(result, { ...fetchAPI, ReadableStream }, mediaType)
  }
}
