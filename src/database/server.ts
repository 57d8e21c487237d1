import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { ConfigError } from '../config.ts'
import { type Database, EXCLUSIVE_LOCK, type Sent } from './database.ts'
import { type Listener, openListener } from './listener.ts'
import { applyMigrations, isUpToDate } from './migrate.ts'
import type { OnStatement } from './on-statement.ts'
import { createPool } from './pool.ts'
import { figuresOf, poolsOf, type ServiceLimits, withSession } from './pools.ts'
import { createStatements } from './prepared.ts'
import { createPrisma } from './prisma.ts'
import { READINESS_WAIT, readinessOf } from './readiness.ts'
import { openReplica } from './replica.ts'
import { transactOnServer } from './transaction.ts'
import { readAgainWhereLost } from './trouble.ts'

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
  /** Where a copy of it is that follows it, to be read where it can be. */
  replicaUrl?: string | undefined
}): Promise<Database> {
  const { url, onStatement, service, replicaUrl } = options
  const connectionString = withSession(url)
  const { pool, preparing, mostPlanning } = poolsOf(url, service)
  await checkReachable(pool)
  const prisma = createPrisma(new PrismaPg(pool), onStatement)
  const run = createStatements(pool, preparing)
  // Whether the server is there is asked apart from the requests, which may keep all other connections.
  const probing = createPool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: READINESS_WAIT,
    query_timeout: READINESS_WAIT,
  })
  const listeners = new Set<Listener>()
  let isHeard = false
  const heard = () => replica?.behind()
  async function listen(onChange: () => void, onLost?: () => void) {
    // Nothing that is older is read by whoever is told of it.
    const listener = await openListener(connectionString, {
      onChange() {
        heard()
        onChange()
      },
      onLost,
    })
    listeners.add(listener)
    return listener
  }
  const replica =
    replicaUrl === undefined
      ? undefined
      : openReplica(replicaUrl, { service, primary: pool, isHeard: () => isHeard })
  /** Whether others write is heard at all times, whoever listens. */
  const hearing =
    replica &&
    (await listen(
      () => {
        isHeard = true
      },
      () => {
        isHeard = false
        heard()
      },
    ))
  isHeard = hearing !== undefined
  function query<Row>(sql: string, parameters: Sent['parameters'], byValues?: () => Sent | undefined) {
    onStatement?.(sql)
    return readAgainWhereLost(() => run<Row>({ sql, parameters }, byValues))
  }
  function readBy({ read }: ReturnType<typeof openReplica>): typeof query {
    return async <Row>(sql: string, parameters: Sent['parameters'], byValues?: () => Sent | undefined) => {
      const found = await read<Row>({ sql, parameters }, byValues)
      if (!found) return query<Row>(sql, parameters, byValues)
      onStatement?.(sql)
      return found
    }
  }

  return {
    prisma,
    isPrepared: true,
    mostTransactions: mostPlanning,
    query,
    read: replica ? readBy(replica) : query,
    heard,
    transaction: (act, transaction) =>
      transactOnServer(pool, act, { ...transaction, onStatement }).finally(heard),
    async listen(onChange, onLost) {
      const listener = await listen(onChange, onLost)
      return async () => {
        listeners.delete(listener)
        await listener.close()
      }
    },
    async migrate() {
      if (await isUpToDate(namesOf(pool))) return []
      return migrateInTransaction(connectionString)
    },
    pools: () => [figuresOf('planned', pool), figuresOf('prepared', preparing), ...(replica?.pools() ?? [])],
    async readiness() {
      const readiness = await readinessOf(namesOf(probing))
      const isCutOff = [...listeners].some((listener) => !listener.isConnected)
      return readiness === 'READY' && isCutOff ? 'NOT_LISTENING' : readiness
    },
    async close() {
      await hearing?.close()
      await replica?.close()
      await prisma.$disconnect()
      await Promise.all([pool.end(), preparing.end(), probing.end()])
    },
  }
}

function namesOf(pool: pg.Pool) {
  return (sql: string) => pool.query<{ name: string }>(sql).then(({ rows }) => rows)
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
