import { type ExecutionResult, getOperationAST, OperationTypeNode } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { Viewer } from '../../access/viewer.ts'
import type { Day } from '../../domain/day.ts'
import { recordingReader } from '../../reading/basis/recording-reader.ts'
import type { Reader } from '../../reading/reader.ts'
import type { Answer, Answers, Making } from './answers.ts'
import type { ByRequest } from './by-request.ts'
import { etagOf, isUnchanged, withoutContent } from './etag.ts'
import { asksForViewer, dayOf, keyOf } from './key.ts'

/** What becomes of a request. */
interface Asked {
  key: string
  day: Day | undefined
  making: Making | undefined
  /** What it is answered with, where that is the answer of a query without errors. */
  text?: string
  answer?: Answer
}

interface Options {
  /** Where answers are kept, if they are. */
  answers?: Answers | undefined
  byRequest?: ByRequest | undefined
  viewerOf: (request: Request) => Viewer | null
  isReadingRestricted: boolean
}

/**
 * Gives queries the answers that are kept, and keeps those that are made. Answers to GET requests are marked, for whoever
 * asks again with the mark, and say who may keep them: whatever stands in front of the service asks anew each time.
 */
export function keptAnswers({ answers, byRequest, viewerOf, isReadingRestricted }: Options) {
  const askedBy = new WeakMap<Request, Asked>()

  const plugin: Plugin<object, { req?: object }> = {
    onParams({ request, params, setResult }) {
      const key = answers ? keyOf(params, viewerOf(request)) : ''
      const day = answers && dayOf(params)
      const found = answers?.find(key)
      if (found && found.day === day) {
        const text = found.body.toString()
        askedBy.set(request, { key, day, making: undefined, text, answer: found })
        setResult(written(text))
      } else askedBy.set(request, { key, day, making: answers?.make() })
    },

    onExecute({ args: { document, operationName, contextValue } }) {
      const asked = askedBy.get(contextValue.request)
      const isQuery = getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY
      if (asked && !isQuery) asked.making = undefined
      if (!asked || !isQuery) return undefined
      return {
        onExecuteDone({ result, setResult }) {
          if (isAsyncIterable(result) || result.errors) return
          asked.text = JSON.stringify(result)
          setResult(written(asked.text, result))
          if (!asked.making || asksForViewer(document)) return
          const { key, day, making } = asked
          const kept = answers?.keep(making, { key, day, body: Buffer.from(asked.text) })
          if (kept) asked.answer = kept
        },
      }
    },

    // A stream may be without end, and what it rests on too.
    onSubscribe({ args: { contextValue } }) {
      const asked = askedBy.get(contextValue.request)
      if (asked) asked.making = undefined
    },

    onResponse({ request, response, serverContext, setResponse, fetchAPI }) {
      const asked = askedBy.get(request)
      if (!asked) return
      if (request.method === 'GET') mark(response, { request, text: asked.text, isReadingRestricted })
      // As JSON, which is what is kept: it may have been sent as an event.
      if (asked.answer && response.status === 200 && isJson(response) && serverContext?.req) {
        const headers = {
          ...headersOf(response),
          'content-length': `${asked.answer.body.length}`,
        }
        byRequest?.remember(serverContext.req, { answer: asked.answer, headers })
      }
      const etag = response.headers.get('etag')
      if (etag !== null && isUnchanged(request.headers.get('if-none-match'), etag)) {
        const headers = withoutContent(headersOf(response))
        setResponse(new fetchAPI.Response(null, { status: 304, headers }))
      }
    },
  }

  /** The reader that a request is answered by. */
  function readerFor(request: Request, reader: Reader): Reader {
    const asked = askedBy.get(request)
    return asked?.making ? recordingReader(reader, (tag) => asked.making?.rest(tag)) : reader
  }

  return { plugin, readerFor }
}

/** By their names in lower case, which not all of them are given. */
function headersOf({ headers }: Response): Record<string, string> {
  return Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]))
}

/** A result that is sent as it was written. */
function written(text: string, result: ExecutionResult = {}): ExecutionResult {
  return Object.assign({ ...result }, { stringify: () => text })
}

function isJson({ headers }: Response): boolean {
  return /^application\/(graphql-response\+)?json\b/.test(headers.get('content-type') ?? '')
}

/** Says of an answer to a GET request who may keep it, and by which mark it is known. */
function mark(
  response: Response,
  options: { request: Request; text: string | undefined; isReadingRestricted: boolean },
) {
  const { request, text, isReadingRestricted } = options
  const { headers, status } = response
  if (!isJson(response)) return
  const vary = new Set((headers.get('vary') ?? '').split(/ *, */).filter((name) => name !== ''))
  headers.set('vary', [...vary.add('Accept').add('Authorization').add('Origin')].join(', '))
  if (status !== 200 || text === undefined) {
    headers.set('cache-control', 'no-store')
    return
  }
  const isPrivate = isReadingRestricted || request.headers.has('authorization')
  headers.set('cache-control', isPrivate ? 'private, no-cache' : 'public, max-age=0, must-revalidate')
  headers.set('etag', etagOf(text, headers.get('content-type') ?? ''))
}
