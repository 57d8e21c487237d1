import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { migrationList, migrationNames } from './migration-files.ts'
import { schemaEngine } from './schema-engine.ts'

/**
 * Applies the migrations of prisma/migrations that the database does not have yet, as `prisma migrate
 * deploy` would: the same files, the same `_prisma_migrations` table. Whoever calls it sees to it that
 * nobody else migrates the same database meanwhile, and that all of it is one transaction.
 *
 * @returns the names of those applied, oldest first
 */
export async function applyMigrations({
  adapter,
  runScript,
}: {
  adapter: SqlMigrationAwareDriverAdapterFactory
  /** Runs a file of statements, to its end. */
  runScript: (sql: string) => Promise<unknown>
}): Promise<string[]> {
  let failure: unknown
  async function executeScript(sql: string) {
    await runScript(sql).catch((error) => {
      failure = error
      throw error
    })
  }
  await using engine = await schemaEngine(withScripts(adapter, executeScript))
  try {
    const applied = await engine.applyMigrations({
      migrationsList: migrationList(),
      filters: { externalTables: [], externalEnums: [] },
    })
    return applied.appliedMigrationNames
  } catch (error) {
    // The engine goes on to note the failure, which cannot be done in a transaction that failed.
    throw failure ?? error
  }
}

/**
 * Whether a database has all of the migrations, by Prisma's own table of them: then the engine need not be
 * started, which takes a second.
 */
export async function isUpToDate(query: (sql: string) => Promise<{ name: string }[]>): Promise<boolean> {
  const [table] = await query(`SELECT to_regclass('"_prisma_migrations"')::text AS "name"`)
  if (!table?.name) return false
  const applied = await query(
    'SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL',
  )
  const names = new Set(applied.map(({ name }) => name))
  return migrationNames().every((name) => names.has(name))
}

/**
 * The same database, but another way with scripts: of the adapters, one cuts a script at every semicolon, those
 * inside of functions too, and the other does not wait for its end, so that nobody hears of what went wrong.
 */
function withScripts(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  executeScript: (sql: string) => Promise<void>,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => Object.assign(await adapter.connect(), { executeScript }),
    connectToShadowDb: () => adapter.connectToShadowDb(),
  }
}
