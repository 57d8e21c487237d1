import type pg from 'pg'
import type { PoolFigures } from './database.ts'
import { createPool } from './pool.ts'

/** How many connections there are for statements where nobody says: enough for a command. */
const CONNECTIONS = 15
/** How long a connection is waited for where nobody says, in milliseconds. Without it, it would be waited for ever. */
const CONNECTION_WAIT = 2_000
/**
 * How much longer than a statement may take an answer is waited for, in milliseconds: a connection on which nothing comes
 * then either leads nowhere any more.
 */
const SILENCE = 5_000
/**
 * The share of the connections that run prepared statements. Each of these takes little more of the server than processor
 * time, and more of them at once than the server has processors only take each other's caches.
 */
const SHARE_PREPARING = 1 / 3
/** Days and instants are UTC, and written by ISO; compiling a statement takes longer than any of ours runs. */
const SESSION = '-c TimeZone=UTC -c DateStyle=ISO -c jit=off'

/** What holds where many ask at once who all wait for their answers. */
export interface ServiceLimits {
  /** How many connections there are for statements, 2 at least. */
  connections: number
  /** How long a connection is waited for, and how long a statement may take, in milliseconds. */
  connectionWait: number
  statement: number
}

/** The connections for statements, each of which runs prepared ones or all others. */
export function poolsOf(url: string, service: ServiceLimits | undefined) {
  const { connections = CONNECTIONS, connectionWait = CONNECTION_WAIT, statement = 0 } = service ?? {}
  const limit = statement === 0 ? '' : `-c statement_timeout=${statement}`
  const waits = {
    connectionTimeoutMillis: connectionWait,
    ...(statement > 0 && { query_timeout: statement + SILENCE }),
  }
  const mostPreparing = Math.max(1, Math.floor(connections * SHARE_PREPARING))
  const mostPlanning = Math.max(1, connections - mostPreparing)
  const pool = createPool({
    ...waits,
    max: mostPlanning,
    connectionString: withSession(url, limit),
    // The statements of a transaction are sent without waiting for the answers to those before them.
    pipeline: true,
  })
  const preparing = createPool({
    ...waits,
    max: mostPreparing,
    connectionString: withSession(url, '-c plan_cache_mode=force_generic_plan', limit),
  })
  return { pool, preparing, mostPlanning }
}

export function figuresOf(name: string, { totalCount, idleCount, waitingCount }: pg.Pool): PoolFigures {
  return { name, total: totalCount, idle: idleCount, waiting: waitingCount }
}

/** The address's own options stay; of one that is given twice, PostgreSQL takes the last. */
export function withSession(url: string, ...besides: string[]): string {
  const address = new URL(url)
  const options = [...address.searchParams.getAll('options'), SESSION, ...besides]
  address.searchParams.set('options', options.join(' ').trim())
  return address.href
}
