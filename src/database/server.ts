import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { ConfigError } from '../config.ts'
import { type Database, EXCLUSIVE_LOCK, type PoolFigures } from './database.ts'
import { type Listener, openListener } from './listener.ts'
import { applyMigrations, isUpToDate } from './migrate.ts'
import type { OnStatement } from './on-statement.ts'
import { createPool } from './pool.ts'
import { createStatements } from './prepared.ts'
import { createPrisma } from './prisma.ts'
import { READINESS_WAIT, readinessOf } from './readiness.ts'
import { transactOnServer } from './transaction.ts'
import { readAgainWhereLost } from './trouble.ts'

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

/**
 * A database on a PostgreSQL server, 14 or later.
 *
 * @param options.service left out for commands, whose statements take as long as they will
 * @throws {ConfigError} where it does not answer, or does not let us in
 */
export async function openServer(options: {
  url: string
  onStatement?: OnStatement | undefined
  service?: ServiceLimits | undefined
}): Promise<Database> {
  const { url, onStatement, service } = options
  const { connections = CONNECTIONS, connectionWait = CONNECTION_WAIT, statement = 0 } = service ?? {}
  const limit = statement === 0 ? '' : `-c statement_timeout=${statement}`
  const waits = {
    connectionTimeoutMillis: connectionWait,
    ...(statement > 0 && { query_timeout: statement + SILENCE }),
  }
  const connectionString = withSession(url)
  const mostPreparing = Math.max(1, Math.floor(connections * SHARE_PREPARING))
  const mostPlanning = Math.max(1, connections - mostPreparing)
  const pool = createPool({
    ...waits,
    max: mostPlanning,
    connectionString: withSession(url, limit),
    // The statements of a transaction are sent without waiting for the answers to those before them.
    pipeline: true,
  })
  await checkReachable(pool)
  const prisma = createPrisma(new PrismaPg(pool), onStatement)
  const preparing = createPool({
    ...waits,
    max: mostPreparing,
    connectionString: withSession(url, '-c plan_cache_mode=force_generic_plan', limit),
  })
  const run = createStatements(pool, preparing)
  // Whether the server is there is asked apart from the requests, which may keep all other connections.
  const probing = createPool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: READINESS_WAIT,
    query_timeout: READINESS_WAIT,
  })
  const listeners = new Set<Listener>()

  return {
    prisma,
    isPrepared: true,
    mostTransactions: mostPlanning,
    query(sql, parameters, byValues) {
      onStatement?.(sql)
      return readAgainWhereLost(() => run({ sql, parameters }, byValues))
    },
    transaction: (act, options) => transactOnServer(pool, act, { ...options, onStatement }),
    async listen(onChange, onLost) {
      const listener = await openListener(connectionString, { onChange, onLost })
      listeners.add(listener)
      return async () => {
        listeners.delete(listener)
        await listener.close()
      }
    },
    async migrate() {
      if (await isUpToDate(namesOf(pool))) return []
      return migrateInTransaction(connectionString)
    },
    pools: () => [figuresOf('planned', pool), figuresOf('prepared', preparing)],
    async readiness() {
      const readiness = await readinessOf(namesOf(probing))
      const isCutOff = [...listeners].some((listener) => !listener.isConnected)
      return readiness === 'READY' && isCutOff ? 'NOT_LISTENING' : readiness
    },
    async close() {
      await prisma.$disconnect()
      await Promise.all([pool.end(), preparing.end(), probing.end()])
    },
  }
}

function figuresOf(name: string, { totalCount, idleCount, waitingCount }: pg.Pool): PoolFigures {
  return { name, total: totalCount, idle: idleCount, waiting: waitingCount }
}

function namesOf(pool: pg.Pool) {
  return (sql: string) => pool.query<{ name: string }>(sql).then(({ rows }) => rows)
}

/** The address's own options stay; of one that is given twice, PostgreSQL takes the last. */
function withSession(url: string, ...besides: string[]): string {
  const address = new URL(url)
  const options = [...address.searchParams.getAll('options'), SESSION, ...besides]
  address.searchParams.set('options', options.join(' ').trim())
  return address.href
}

async function checkReachable(pool: pg.Pool) {
  try {
    await pool.query('SELECT 1')
  } catch (error) {
    await pool.end()
    throw new ConfigError('DATABASE_URL', `names a database that cannot be used: ${reasonOf(error)}.`)
  }
}

/** Never with the address itself, which may hold a password. */
function reasonOf(error: unknown): string {
  // A name with several addresses fails with an error for each, and no message of its own.
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : 'it does not answer'
}

/** All of the migrations are applied, or none, whatever kills this process; those that start at once take turns. */
async function migrateInTransaction(connectionString: string): Promise<string[]> {
  let isConnected = false
  const single = createPool({
    connectionString,
    max: 1,
    idleTimeoutMillis: 0,
    // The engine takes a pool. One that replaced a lost connection would go on outside of the transaction.
    verify(_client, done) {
      done(isConnected ? new Error('The connection was lost while the database was migrated.') : undefined)
      isConnected = true
    },
  })
  try {
    await single.query('BEGIN')
    await single.query('SELECT pg_advisory_xact_lock($1)', [EXCLUSIVE_LOCK])
    const applied = await applyMigrations({
      adapter: new PrismaPg(single),
      runScript: (sql) => single.query(sql),
    })
    await single.query('COMMIT')
    return applied
  } finally {
    // Where it was not committed, the server rolls it back.
    await single.end()
  }
}
