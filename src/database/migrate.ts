import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

const prismaDirectory = path.join(import.meta.dirname, '../../prisma')
const migrationsDirectory = path.join(prismaDirectory, 'migrations')
const noFilter = { externalTables: [], externalEnums: [] }

/**
 * Applies the migrations of prisma/migrations that the database does not have yet, as `prisma migrate
 * deploy` would: the same files, the same `_prisma_migrations` table. Whoever calls it sees to it that
 * nobody else migrates the same database meanwhile.
 *
 * @returns the names of those applied, oldest first
 */
export async function applyMigrations(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  await using engine = await schemaEngine(adapter)
  const applied = await engine.applyMigrations({ migrationsList: migrationList(), filters: noFilter })
  return applied.appliedMigrationNames
}

/** The names of the migrations, oldest first. */
function migrationNames(): string[] {
  return readdirSync(migrationsDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
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
 * The SQL that leads from the migrations to prisma/schema.prisma: empty when the history says all of it.
 * `adapter` is a scratch database; only the embedded one can be read back.
 */
export async function missingMigration(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
  await using engine = await schemaEngine(adapter)
  const difference = await engine.diff({
    from: { tag: 'migrations', ...migrationList() },
    to: { tag: 'schemaDatamodel', ...prismaSchema() },
    script: true,
    exitCode: null,
    filters: noFilter,
  })
  return difference.stdout ?? ''
}

/**
 * Prisma's schema engine as WebAssembly: the command line's own is a binary that would have to be
 * downloaded. It leaves a timer of ten seconds behind, so a command that used it must exit explicitly.
 */
async function schemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory) {
  wasmLoaded ??= loadWasm()
  await wasmLoaded
  const engine = await bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
  return Object.assign(engine, { [Symbol.asyncDispose]: async () => engine.free() })
}

// Once a process: the bindings hold one instance, and a second one would pull it away under the first.
let wasmLoaded: Promise<void> | undefined

async function loadWasm() {
  const wasm = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), {
    './schema_engine_bg.js': { ...bindings },
  })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
}

function prismaSchema(): SchemasContainer {
  const file = path.join(prismaDirectory, 'schema.prisma')
  return { files: [{ path: file, content: readFileSync(file, 'utf8') }] }
}

function migrationList(): MigrationList {
  const baseDir = migrationsDirectory
  return {
    baseDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(path.join(baseDir, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}
