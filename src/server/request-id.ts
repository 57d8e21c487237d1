import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

const HEADER = 'x-request-id'

/** What is taken over from whoever is in front of the service: nothing that could break a line of a log, or fill it. */
const WELL_FORMED = /^[\w.:-]{1,100}$/

const current = new AsyncLocalStorage<string>()

/** The ID of the request on whose behalf something happens; undefined where it is nobody's. */
export function requestId(): string | undefined {
  return current.getStore()
}

/** Gives every request an ID, by which its client and the log can speak of it: the one that it came with, or a new one. */
export function identified(answer: RequestListener): RequestListener {
  return (request: IncomingMessage, response: ServerResponse) => {
    const given = request.headers[HEADER]
    const id = typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID()
    response.setHeader(HEADER, id)
    current.run(id, () => answer(request, response))
  }
}
