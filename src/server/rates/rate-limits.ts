import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type GraphQLError, getOperationAST, OperationTypeNode } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { LimitName, Limits } from '../../limits.ts'
import type { Context } from '../../schema/builder.ts'
import { refuse } from '../broken-requests.ts'
import { overLimit } from '../limits/over-limit.ts'
import { clientAddress } from './client-address.ts'
import { type Counted, createCounter } from './counter.ts'
import { openRedis } from './redis.ts'

/** The code of what comes too often. */
const CODE = 'TOO_MANY_REQUESTS'
const STATUS = 429
const MINUTE = 60

export interface RateLimits {
  /** Counts mutations by key, and streams of events by address. */
  plugin: Plugin<Context & { req?: IncomingMessage; res?: ServerResponse }>
  /** Makes the same listener of one, but that requests are counted by address, before anything of them is read. */
  counted(answer: RequestListener): RequestListener
  close(): void
}

interface Options {
  limits: Pick<Limits, 'MAX_READS_PER_MINUTE' | 'MAX_WRITES_PER_MINUTE' | 'MAX_STREAMS'>
  /** The proxies that are believed whom they pass on a request for. */
  trustedProxies: readonly string[]
  redisUrl?: string | undefined
  /** Is told when Redis is away. */
  log: (fault: unknown) => void
  /** How long a minute is, in seconds. */
  minute?: number
}

/**
 * Limits how often something is asked. Every request counts for its address, whatever it is; a mutation counts for its key
 * besides. What is left stands in the headers of each answer
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/, as of its tenth version).
 */
export function openRateLimits({
  limits,
  trustedProxies,
  redisUrl,
  log,
  minute = MINUTE,
}: Options): RateLimits {
  const { MAX_READS_PER_MINUTE, MAX_WRITES_PER_MINUTE, MAX_STREAMS } = limits
  const redis = redisUrl === undefined ? undefined : openRedis(redisUrl, log)
  const countRead = createCounter(redis, { name: 'reads', most: MAX_READS_PER_MINUTE, seconds: minute })
  const countWrite = createCounter(redis, { name: 'writes', most: MAX_WRITES_PER_MINUTE, seconds: minute })
  const addressOf = clientAddress(trustedProxies)
  const streams = new Map<string, number>()

  async function countMutation({
    viewer,
    res,
  }: {
    viewer: Context['viewer']
    res?: ServerResponse | undefined
  }) {
    // Nobody writes without a key.
    if (!viewer) return undefined
    const counted = await countWrite(viewer.name)
    tell(res, { name: 'writes', most: MAX_WRITES_PER_MINUTE, minute, counted })
    return counted.isOver ? counted : undefined
  }

  return {
    plugin: {
      onExecute({ args, setResultAndStopExecution }) {
        const { document, operationName, contextValue } = args
        const operation = getOperationAST(document, operationName)?.operation
        if (operation !== OperationTypeNode.MUTATION) return undefined
        return countMutation(contextValue).then((over) => {
          if (!over) return
          const message = tooOften('writes with this key', MAX_WRITES_PER_MINUTE, over)
          const headers = { 'retry-after': `${over.seconds}` }
          setResultAndStopExecution({ errors: [tooMany('MAX_WRITES_PER_MINUTE', message, headers)] })
        })
      },
      onSubscribe({ args: { contextValue }, setResultAndStopExecution }) {
        const { req, res } = contextValue
        if (!req || !res) return
        const address = addressOf(req)
        const open = streams.get(address) ?? 0
        if (open >= MAX_STREAMS) {
          const message = `From this address ${open} streams of events are open, and there may be ${MAX_STREAMS}. Close others first.`
          setResultAndStopExecution({ errors: [tooMany('MAX_STREAMS', message)] })
          return
        }
        streams.set(address, open + 1)
        res.once('close', () => {
          const left = (streams.get(address) ?? 1) - 1
          if (left === 0) streams.delete(address)
          else streams.set(address, left)
        })
      },
    },
    counted: (answer) => (request, response) => {
      countRead(addressOf(request)).then(
        (counted) => {
          tell(response, { name: 'reads', most: MAX_READS_PER_MINUTE, minute, counted })
          if (!counted.isOver) answer(request, response)
          else {
            const message = tooOften('requests from this address', MAX_READS_PER_MINUTE, counted)
            refuse(
              response,
              { status: STATUS, code: CODE, message, limit: 'MAX_READS_PER_MINUTE' },
              { ...REFUSED, 'retry-after': `${counted.seconds}` },
            )
          }
        },
        (fault: unknown) => {
          // Whoever cannot be counted is answered.
          log(fault)
          answer(request, response)
        },
      )
    },
    close: () => redis?.disconnect(),
  }
}

/** The connection stays: to make another is more work than to answer. Pages of others may read why. */
const REFUSED = {
  'cache-control': 'no-store',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'RateLimit,RateLimit-Policy,Retry-After',
}

function tooOften(what: string, most: number, { seconds }: Counted): string {
  return `There may be ${most} ${what} in a minute. Go on in ${seconds} s.`
}

function tooMany(limit: LimitName, message: string, headers: Record<string, string> = {}): GraphQLError {
  return overLimit(limit, message, { code: CODE, status: STATUS, headers })
}

function tell(
  response: ServerResponse | undefined,
  { name, most, minute, counted }: { name: string; most: number; minute: number; counted: Counted },
) {
  response?.appendHeader('RateLimit-Policy', `"${name}";q=${most};w=${minute}`)
  response?.appendHeader('RateLimit', `"${name}";r=${counted.left};t=${counted.seconds}`)
}
