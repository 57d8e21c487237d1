import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { ConfigError } from '../config.ts'
import { type Database, EXCLUSIVE_LOCK, type PoolFigures } from './database.ts'
import { type Listener, openListener } from './listener.ts'
import { applyMigrations, isUpToDate } from './migrate.ts'
import type { OnStatement } from './on-statement.ts'
import { createStatements } from './prepared.ts'
import { createPrisma } from './prisma.ts'
import { READINESS_WAIT, readinessOf } from './readiness.ts'
import { transactOnServer } from './transaction.ts'

/** How long a request waits for a connection of the pool, in milliseconds. Without it, it would wait for ever. */
const CONNECTION_WAIT = 2_000
/**
 * How many connections run prepared statements. Each of these takes little more of the server than processor time, and
 * more of them at once than the server has processors only take each other's caches.
 */
const MOST_PREPARING = 5
/** Days and instants are UTC, and written by ISO; compiling a statement takes longer than any of ours runs. */
const SESSION = '-c TimeZone=UTC -c DateStyle=ISO -c jit=off'

/**
 * A database on a PostgreSQL server, 14 or later.
 *
 * @throws {ConfigError} where it does not answer, or does not let us in
 */
export async function openServer(options: {
  url: string
  onStatement?: OnStatement | undefined
}): Promise<Database> {
  const { url, onStatement } = options
  const connectionString = withSession(url)
  const pool = new pg.Pool({
    connectionString,
    connectionTimeoutMillis: CONNECTION_WAIT,
    // The statements of a transaction are sent without waiting for the answers to those before them.
    pipeline: true,
  })
  // An idle connection that the server ends is replaced at the next request.
  pool.on('error', () => undefined)
  await checkReachable(pool)
  const prisma = createPrisma(new PrismaPg(pool), onStatement)
  const preparing = new pg.Pool({
    max: MOST_PREPARING,
    connectionString: withSession(url, '-c plan_cache_mode=force_generic_plan'),
    connectionTimeoutMillis: CONNECTION_WAIT,
  })
  preparing.on('error', () => undefined)
  const run = createStatements(pool, preparing)
  // Whether the server is there is asked apart from the requests, which may keep all other connections.
  const probing = new pg.Pool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: READINESS_WAIT,
    query_timeout: READINESS_WAIT,
  })
  probing.on('error', () => undefined)
  const listeners = new Set<Listener>()

  return {
    prisma,
    isPrepared: true,
    query(sql, parameters, byValues) {
      onStatement?.(sql)
      return run({ sql, parameters }, byValues)
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
function withSession(url: string, besides = ''): string {
  const address = new URL(url)
  const options = [...address.searchParams.getAll('options'), SESSION, besides]
  address.searchParams.set('options', options.join(' '))
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
  const single = new pg.Pool({
    connectionString,
    max: 1,
    idleTimeoutMillis: 0,
    // The engine takes a pool. One that replaced a lost connection would go on outside of the transaction.
    verify(_client, done) {
      done(isConnected ? new Error('The connection was lost while the database was migrated.') : undefined)
      isConnected = true
    },
  })
  single.on('error', () => undefined)
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
