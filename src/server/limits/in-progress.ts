import type { IncomingMessage, RequestListener } from 'node:http'
import type { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Limits } from '../../limits.ts'
import { refuse } from '../broken-requests.ts'
import { RETRY_AFTER } from '../unavailability.ts'
import { overLimit } from './over-limit.ts'

const CODE = 'OVERLOADED'
const STATUS = 503
const MESSAGE = 'The service has as much to do as it can. Send the request again in a moment.'

export interface InProgress {
  plugin: Plugin
  /** Makes the same listener of one, but that what would have to be refused is refused before it is read. */
  guarded(answer: RequestListener): RequestListener
}

/**
 * Refuses what comes while as many operations are executed as may be: those would have to wait for them, and all would wait
 * the longer the more they are. Streams of events are not counted, which wait for what happens, nor is what is answered
 * without being executed.
 */
export function limitInProgress({ MAX_IN_PROGRESS }: Limits): InProgress {
  let count = 0
  const isFull = () => count >= MAX_IN_PROGRESS

  return {
    plugin: {
      onExecute({ executeFn, setExecuteFn, setResultAndStopExecution }) {
        if (isFull()) {
          setResultAndStopExecution({ errors: [overloaded()] })
          return
        }
        setExecuteFn((args) => {
          const result = executeFn(args)
          if (!(result instanceof Promise)) return result
          count += 1
          return result.finally(() => {
            count -= 1
          })
        })
      },
    },
    guarded: (answer) => (request, response) => {
      if (!isFull() || !isOperation(request)) answer(request, response)
      else
        refuse(response, { status: STATUS, code: CODE, message: MESSAGE, limit: 'MAX_IN_PROGRESS' }, HEADERS)
    },
  }
}

/** The connection stays: to make another is more work than to answer. Pages of others may read why. */
const HEADERS = {
  'retry-after': RETRY_AFTER,
  'cache-control': 'no-store',
  'access-control-allow-origin': '*',
}

function overloaded(): GraphQLError {
  const headers = { 'retry-after': RETRY_AFTER }
  return overLimit('MAX_IN_PROGRESS', MESSAGE, { code: CODE, status: STATUS, headers })
}

/** What a stream is asked for is seen later, as it is not counted. */
function isOperation({ method, headers }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'POST') && !headers.accept?.includes('text/event-stream')
}
