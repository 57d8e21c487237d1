import type { RequestListener } from 'node:http'
import type { Plugin } from 'graphql-yoga'
import type { Config } from '../config.ts'
import type { Database } from '../database/database.ts'
import type { OnStatement } from '../database/on-statement.ts'
import { faultLog } from './fault-log.ts'
import { type Log, openLog } from './log.ts'
import { listenForMetrics } from './metrics/listen.ts'
import type { Watched } from './metrics/metrics.ts'
import { logged } from './request-log.ts'

/** What operators see of a service: its log, its metrics and its traces; of what is off, nothing is loaded or done. */
export interface Observation {
  log: Log
  /** Logs a fault that clients are not told of, or a database that is away. */
  logFault(fault: unknown): void
  /** Is told of statements; undefined where nobody wants to know. */
  onStatement: OnStatement | undefined
  /** The same database, observed. */
  ofDatabase(database: Database): Database
  /** The same listener, observed. */
  ofRequests(answer: RequestListener): RequestListener
  plugins: Plugin[]
  /** Serves the figures of what there is to watch by now, where they have a port. */
  serveMetrics(watched: Watched): Promise<void>
  close(): Promise<void>
}

export async function openObservation({
  host,
  logLevel,
  metricsPort,
  isTraced,
}: Pick<Config, 'host' | 'logLevel' | 'metricsPort' | 'isTraced'>): Promise<Observation> {
  const log = await openLog({ level: logLevel, isForPeople: process.stderr.isTTY })
  const metrics =
    metricsPort === undefined ? undefined : (await import('./metrics/metrics.ts')).createMetrics()
  const tracing = isTraced ? (await import('./tracing/tracing.ts')).startTracing() : undefined
  const closing = new AsyncDisposableStack()
  if (tracing) closing.defer(() => tracing.close())
  const told = [metrics?.onStatement, tracing?.onStatement].filter((one) => one !== undefined)

  return {
    log,
    logFault: faultLog(log),
    onStatement: told.length === 0 ? undefined : (sql, took) => told.forEach((tell) => void tell(sql, took)),
    ofDatabase: (database) => tracing?.traceStatements(database) ?? database,
    ofRequests(answer) {
      const observed = metrics?.timed(answer) ?? answer
      return logged(log, tracing?.traceRequests(observed) ?? observed)
    },
    plugins: metrics ? [metrics.plugin] : [],
    async serveMetrics(watched) {
      if (!metrics || metricsPort === undefined) return
      metrics.watch(watched)
      const server = await listenForMetrics(metrics, { host, port: metricsPort })
      closing.defer(() => server.close())
      log.info({ port: server.port }, 'Metrics are served')
    },
    close: () => closing.disposeAsync(),
  }
}
