import { AsyncResource } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { today } from '../../domain/day.ts'
import type { Answer, Answers } from './answers.ts'
import { isUnchanged, withoutContent } from './etag.ts'

/** A request that was answered: what came, and with which headers. */
interface Answered {
  answer: Answer
  headers: Readonly<Record<string, string>>
}

/**
 * Answers requests from memory before anything is read of them but their bytes. Only what is plainly the same as a request
 * that was answered with a kept answer is taken for it: the same method and address, the same body, and the same in
 * every header on which an answer depends. All others go the whole way, where it is seen to whether they may be
 * answered at all.
 */
export interface ByRequest {
  /** Answers a request from memory, or hands it on, whole. */
  answer(request: IncomingMessage, response: ServerResponse, handOn: () => void): void
  /** Remembers how a request was answered that was handed on. */
  remember(request: object, answered: Answered): void
}

/** The largest body that anybody may send. */
const MOST_BODY = 1_000_000
/** What stands with a request that is answered otherwise because of it, or that nobody sends who wants to be quick. */
const OTHERWISE = [
  'authorization',
  'content-encoding',
  'transfer-encoding',
  'access-control-request-headers',
] as const
const SIZE = 400

export function createByRequest(
  answers: Answers,
  { endpoint, bytes }: { endpoint: string; bytes: number },
): ByRequest {
  const keys = new WeakMap<object, string>()
  const known = new LRUCache<string, Answered>({
    maxSize: bytes,
    sizeCalculation: (_answered, key) => key.length + SIZE,
  })

  function find(key: string): Answered | undefined {
    const found = known.get(key)
    if (!found) return undefined
    const { day, isKept } = found.answer
    // It counts as used, so that it stays.
    if (isKept && (day === undefined || day === today()) && answers.find(found.answer.key)) return found
    known.delete(key)
    return undefined
  }

  function tryKey(key: string, request: IncomingMessage, response: ServerResponse): boolean {
    const found = find(key)
    if (!found) {
      keys.set(request, key)
      return false
    }
    const { answer, headers } = found
    if (request.method === 'GET' && isUnchanged(request.headers['if-none-match'], headers['etag'])) {
      response.writeHead(304, withoutContent(headers)).end()
    } else response.writeHead(200, headers).end(answer.body)
    return true
  }

  return {
    answer(request, response, handOn) {
      const { method, headers, url = '' } = request
      const isOurs = url === endpoint || url.startsWith(`${endpoint}?`)
      if (!isOurs || OTHERWISE.some((name) => headers[name] !== undefined)) {
        handOn()
        return
      }
      const head = [method, url, headers.accept, headers.origin, headers['content-type']].join('\n')
      if (method === 'GET') {
        if (!tryKey(head, request, response)) handOn()
        return
      }
      const length = Number(headers['content-length'])
      if (method !== 'POST' || !(length > 0 && length <= MOST_BODY)) {
        handOn()
        return
      }
      const answerBody = () => {
        // Nothing where it comes in pieces, which is for others to wait for.
        const body: unknown = request.read(length)
        if (Buffer.isBuffer(body)) {
          if (body.length === length && tryKey(`${head}\n${body.toString('latin1')}`, request, response))
            return
          request.unshift(body)
        }
        handOn()
      }
      // Within the request's own context, which its trace and the lines of its log hang on.
      request.once('readable', AsyncResource.bind(answerBody))
    },
    remember(request, answered) {
      const key = keys.get(request)
      if (key !== undefined && answered.answer.isKept) known.set(key, answered)
    },
  }
}
