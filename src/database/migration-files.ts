import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { MigrationList, SchemasContainer } from '@prisma/schema-engine-wasm'

const prismaDirectory = path.join(import.meta.dirname, '../../prisma')
const migrationsDirectory = path.join(prismaDirectory, 'migrations')

/** The names of the migrations, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(migrationsDirectory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** The migrations, as Prisma's schema engine takes them. */
export function migrationList(): MigrationList {
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

/** The schema, as Prisma's schema engine takes it. */
export function prismaSchema(): SchemasContainer {
  const file = path.join(prismaDirectory, 'schema.prisma')
  return { files: [{ path: file, content: readFileSync(file, 'utf8') }] }
}

/** Adds a migration after those that there are. @returns the path of its file */
export function addMigration(name: string, sql: string): string {
  const moment = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const directory = path.join(migrationsDirectory, `${moment}_${name}`)
  mkdirSync(directory)
  const file = path.join(directory, 'migration.sql')
  writeFileSync(file, sql)
  return file
}
