import type { IncomingMessage, RequestListener } from 'node:http'
import { getOperationAST } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '../../database/database.ts'
import type { OnStatement } from '../../database/on-statement.ts'
import type { ChangeFeed } from '../../reading/change-feed.ts'
import type { AnswerFigures } from '../cache/answers.ts'

/** What is looked up at the moment at which somebody asks for the figures. */
export interface Watched {
  database: Pick<Database, 'pools'>
  feed: Pick<ChangeFeed, 'followers'>
  /** Left out where no answers are kept. */
  cache?: (() => AnswerFigures) | undefined
}

export interface Metrics {
  /** Counts a statement. */
  onStatement: OnStatement
  /** Times requests, from when they arrive until their answers are sent. */
  timed(answer: RequestListener): RequestListener
  /** Notes what a request asks for and which errors it is answered with. */
  plugin: Plugin<{ req?: IncomingMessage }>
  watch(watched: Watched): void
  /** The figures, as Prometheus reads them. */
  text(): Promise<string>
  readonly contentType: string
}

/** Seconds: from an answer out of memory to the limit of an operation. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

/** The figures of this process. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'summitry_http_requests_total',
    help: 'Requests answered, by the operation that they asked for and the status of HTTP.',
    labelNames: ['operation', 'status'] as const,
    registers,
  })
  const durations = new Histogram({
    name: 'summitry_http_request_duration_seconds',
    help: 'From the arrival of a request until its answer was sent, by operation; not of subscriptions.',
    labelNames: ['operation'] as const,
    buckets: BUCKETS,
    registers,
  })
  const errors = new Counter({
    name: 'summitry_graphql_errors_total',
    help: 'Errors in answers, by extensions.code.',
    labelNames: ['code'] as const,
    registers,
  })
  const statements = new Counter({
    name: 'summitry_sql_statements_total',
    help: 'SQL statements sent to the database.',
    registers,
  })
  const operations = new WeakMap<IncomingMessage, string>()

  return {
    onStatement: () => statements.inc(),
    timed: (answer) => (request, response) => {
      const begun = performance.now()
      response.once('close', () => {
        const operation = operations.get(request) ?? 'none'
        requests.inc({ operation, status: response.headersSent ? response.statusCode : 'none' })
        if (operation !== 'subscription')
          durations.observe({ operation }, (performance.now() - begun) / 1_000)
      })
      answer(request, response)
    },
    plugin: {
      // Before it is executed or refused: it is known what was asked for in both cases.
      onParse:
        () =>
        ({ result, context }) => {
          if (!context.req || result === null || result instanceof Error) return
          const type = getOperationAST(result, context.params.operationName)?.operation
          if (type) operations.set(context.req, type)
        },
      onResultProcess({ result }) {
        if (!('errors' in result)) return
        for (const { extensions } of result.errors ?? []) errors.inc({ code: String(extensions?.['code']) })
      },
    },
    watch({ database, feed, cache }) {
      watchPools(registry, database)
      gauge(registry, {
        name: 'summitry_subscribers',
        help: 'Streams that follow the changes.',
        value: () => feed.followers,
      })
      if (cache) watchCache(registry, cache)
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

function watchPools(registry: Registry, { pools }: Pick<Database, 'pools'>) {
  new Gauge({
    name: 'summitry_database_connections',
    help: 'Connections to the database by pool: all that there are, and those that are idle.',
    labelNames: ['pool', 'state'] as const,
    registers: [registry],
    collect() {
      for (const { name, total, idle } of pools()) {
        this.set({ pool: name, state: 'all' }, total)
        this.set({ pool: name, state: 'idle' }, idle)
      }
    },
  })
  new Gauge({
    name: 'summitry_database_waiting',
    help: 'Statements that wait for a connection of a pool.',
    labelNames: ['pool'] as const,
    registers: [registry],
    collect() {
      for (const { name, waiting } of pools()) this.set({ pool: name }, waiting)
    },
  })
}

function watchCache(registry: Registry, cache: () => AnswerFigures) {
  new Counter({
    name: 'summitry_cache_requests_total',
    help: 'Requests that were looked up among the answers in memory, by whether theirs was there.',
    labelNames: ['result'] as const,
    registers: [registry],
    collect() {
      const { hits, misses } = cache()
      this.reset()
      this.inc({ result: 'hit' }, hits)
      this.inc({ result: 'miss' }, misses)
    },
  })
  gauge(registry, {
    name: 'summitry_cache_entries',
    help: 'Answers in memory.',
    value: () => cache().entries,
  })
  gauge(registry, {
    name: 'summitry_cache_bytes',
    help: 'What the answers in memory take.',
    value: () => cache().bytes,
  })
}

function gauge(registry: Registry, { name, help, value }: { name: string; help: string; value(): number }) {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(value())
    },
  })
}
