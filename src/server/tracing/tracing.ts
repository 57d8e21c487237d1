import type { RequestListener } from 'node:http'
import {
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import {
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
} from '@opentelemetry/resources'
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { Database, Parameter, Sent } from '../../database/database.ts'
import type { OnStatement } from '../../database/on-statement.ts'
import type { Transaction } from '../../database/transaction.ts'
import { Prisma } from '../../generated/prisma/client.ts'

/** How long the last spans are waited for when the service ends, in milliseconds. */
const LAST_WAIT = 1_000
/** How much of a statement stands in its span, in characters. */
const LONGEST_TEXT = 10_000
/** Both of them speak PostgreSQL. */
const SYSTEM = { 'db.system.name': 'postgresql' }

export interface Tracing {
  /** A span for every request, within that of whoever sent it. */
  traceRequests(answer: RequestListener): RequestListener
  /** The same database, with a span for every statement. */
  traceStatements(database: Database): Database
  /** A span for every statement of Prisma's, which is told of when it has ended. */
  onStatement: OnStatement
  /** Sends what is left. */
  close(): Promise<void>
}

/**
 * Exports traces by OTLP to where the variables of OpenTelemetry's specification say. In none of their spans stands what
 * a client sent: of requests the method, the path and the status, of statements the text with its place-holders. Where a
 * collector does not answer, spans are dropped, and nobody waits.
 */
export function startTracing(): Tracing {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'summitry' }).merge(
      detectResources({ detectors: [envDetector, serviceInstanceIdDetector] }),
    ),
    sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    spanLimits: { attributeValueLengthLimit: LONGEST_TEXT },
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  })
  context.setGlobalContextManager(new AsyncLocalStorageContextManager())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  trace.setGlobalTracerProvider(provider)
  const tracer = provider.getTracer('summitry')

  return {
    traceRequests: (answer) => (request, response) => {
      const [path = ''] = (request.url ?? '').split('?')
      const span = tracer.startSpan(
        nameOf(request.method, path),
        {
          kind: SpanKind.SERVER,
          attributes: { 'http.request.method': request.method ?? '', 'url.path': path },
        },
        propagation.extract(ROOT_CONTEXT, request.headers),
      )
      response.once('close', () => {
        span.setAttribute('http.response.status_code', response.statusCode)
        if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      })
      context.with(trace.setSpan(context.active(), span), () => answer(request, response))
    },
    traceStatements: (database) => ({
      ...database,
      query: <Row>(sql: string, parameters: readonly Parameter[], byValues?: () => Sent | undefined) =>
        within(startStatement(sql), () => database.query<Row>(sql, parameters, byValues)),
      read: <Row>(sql: string, parameters: readonly Parameter[], byValues?: () => Sent | undefined) =>
        within(startStatement(sql), () => database.read<Row>(sql, parameters, byValues)),
      transaction: (act, options) =>
        within(tracer.startSpan('TRANSACTION', { kind: SpanKind.CLIENT, attributes: SYSTEM }), () =>
          database.transaction((tx) => act(traceTransaction(tx)), options),
        ),
    }),
    onStatement(sql, took) {
      if (took !== undefined) startStatement(sql, Date.now() - took).end()
    },
    async close() {
      const given = new Promise((resolve) => setTimeout(resolve, LAST_WAIT))
      await Promise.race([provider.shutdown().catch(() => undefined), given])
    },
  }

  function traceTransaction(tx: Transaction): Transaction {
    return {
      query<Row>(...written: Parameters<Transaction['query']>) {
        const sql = sqlOf(written)
        return within(startStatement(sql.text), () => tx.query<Row>(sql))
      },
      execute(...written) {
        const sql = sqlOf(written)
        return within(startStatement(sql.text), () => tx.execute(sql))
      },
      // Nobody waits for it: how long it takes is part of what the next one does.
      send(...written) {
        const sql = sqlOf(written)
        startStatement(sql.text).end()
        tx.send(sql)
      },
    }
  }

  function startStatement(sql: string, startTime?: number): Span {
    return tracer.startSpan(/[A-Z]{4,}/.exec(sql)?.[0] ?? 'SQL', {
      kind: SpanKind.CLIENT,
      attributes: { ...SYSTEM, 'db.query.text': sql },
      ...(startTime !== undefined && { startTime }),
    })
  }
}

/** Acts within a span, which ends with it. */
async function within<Outcome>(span: Span, act: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await context.with(trace.setSpan(context.active(), span), act)
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR })
    throw error
  } finally {
    span.end()
  }
}

/** The path stands in it only where it is one of few: traces are grouped by the names of their spans. */
function nameOf(method = '', path: string): string {
  return path === '/graphql' ? `${method} ${path}` : method
}

function sqlOf([first, ...values]: Parameters<Transaction['query']>): Prisma.Sql {
  return first instanceof Prisma.Sql ? first : Prisma.sql(first, ...values)
}
