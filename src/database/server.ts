import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { PrismaClient } from '../generated/prisma/client.ts'
import { type Database, EXCLUSIVE_LOCK, type OnStatement } from './database.ts'
import { applyMigrations, isUpToDate } from './migrate.ts'

/** How long a request waits for a connection of the pool, in milliseconds. Without it, it would wait for ever. */
const CONNECTION_WAIT = 2_000

/** A database on a PostgreSQL server, 14 or later. */
export async function openServer(options: {
  url: string
  onStatement?: OnStatement | undefined
}): Promise<Database> {
  const { url, onStatement } = options
  const settings = { connectionString: url, options: '-c TimeZone=UTC -c jit=off' }
  const pool = new pg.Pool({ ...settings, connectionTimeoutMillis: CONNECTION_WAIT })
  // An idle connection that the server ends is replaced at the next request.
  pool.on('error', () => undefined)
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), log: [{ emit: 'event', level: 'query' }] })
  if (onStatement) prisma.$on('query', (event) => onStatement(event.query))

  return {
    prisma,
    async query<Row>(sql: string, parameters: readonly unknown[]) {
      onStatement?.(sql)
      const result = await pool.query<Row & pg.QueryResultRow>(sql, [...parameters])
      return result.rows
    },
    async migrate() {
      if (await isUpToDate((sql) => pool.query<{ name: string }>(sql).then(({ rows }) => rows))) return []
      // One connection, one transaction: all of the migrations are applied, or none, whatever kills this process.
      const single = new pg.Pool({ ...settings, max: 1, idleTimeoutMillis: 0 })
      try {
        await single.query('BEGIN')
        await single.query('SELECT pg_advisory_xact_lock($1)', [EXCLUSIVE_LOCK])
        const applied = await applyMigrations(withWholeScripts(new PrismaPg(single), single))
        await single.query('COMMIT')
        return applied
      } finally {
        await single.end()
      }
    },
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** Prisma's adapter parts a script at every semicolon, those in the bodies of functions and in comments too. */
function withWholeScripts(adapter: PrismaPg, pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const executeScript = async (script: string) => {
    await pool.query(script)
  }
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => Object.assign(await adapter.connect(), { executeScript }),
    connectToShadowDb: () => adapter.connectToShadowDb(),
  }
}
