import type { Plugin } from 'graphql-yoga'

/** What makes a response of the results of a subscription. */
type ResultProcessor = Parameters<
  Parameters<NonNullable<Plugin['onResultProcess']>>[0]['setResultProcessor']
>[0]

/** After how long an EventSource that is cut off connects anew, in milliseconds; by itself it takes three to five seconds. */
const RETRY_AFTER = 1_000

/**
 * Has a stream of events begin with the ID from which its client can go on that is cut off before the first event. What
 * has an ID and no data is no event, but the ID counts
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html#dispatchMessage).
 */
export function beginningWith(id: string, processor: ResultProcessor): ResultProcessor {
  return (result, fetchAPI, mediaType) => {
    // Yoga's own stream, into which it writes from the start.
    const ReadableStream = new Proxy(fetchAPI.ReadableStream, {
      construct(Stream, [source]: [UnderlyingDefaultSource<Uint8Array>]) {
        return new Stream({
          ...source,
          start(controller) {
            controller.enqueue(new fetchAPI.TextEncoder().encode(`id: ${id}\nretry: ${RETRY_AFTER}\n\n`))
            return source.start?.(controller)
          },
        })
      },
    })
    return processor(result, { ...fetchAPI, ReadableStream }, mediaType)
  }
}
