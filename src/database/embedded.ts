import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { PrismaClient } from '../generated/prisma/client.ts'
import type { Database, OnStatement } from './database.ts'
import { lockDirectory } from './lock.ts'
import { applyMigrations, isUpToDate } from './migrate.ts'

/**
 * The embedded database, PostgreSQL as WebAssembly, in a folder of its own. It serves one process, which the
 * folder's lock sees to, and runs one statement at a time.
 *
 * @throws {DirectoryInUseError} where another process has the folder
 */
export async function openEmbedded(options: {
  directory: string
  onStatement?: OnStatement | undefined
}): Promise<Database> {
  mkdirSync(options.directory, { recursive: true })
  const unlock = lockDirectory(options.directory)
  try {
    const database = embedded(await openFolder(path.join(options.directory, 'postgres')), options.onStatement)
    return {
      ...database,
      async close() {
        await database.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/** The same around an instance that is open already. */
export function embedded(pglite: PGlite, onStatement?: OnStatement): Database {
  const adapter = new PrismaPGlite(pglite)
  const prisma = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] })
  if (onStatement) prisma.$on('query', (event) => onStatement(event.query))

  return {
    prisma,
    async query<Row>(sql: string, parameters: readonly unknown[]) {
      onStatement?.(sql)
      const result = await pglite.query<Row>(sql, [...parameters])
      return result.rows
    },
    async migrate() {
      if (await isUpToDate((sql) => pglite.query<{ name: string }>(sql).then(({ rows }) => rows))) return []
      await pglite.exec('BEGIN')
      try {
        const applied = await applyMigrations(adapter)
        await pglite.exec('COMMIT')
        return applied
      } catch (error) {
        await pglite.exec('ROLLBACK')
        throw error
      }
    },
    async close() {
      await prisma.$disconnect()
      await pglite.close()
    },
  }
}

/** A new cluster is made beside its place and moved there when it is whole, so that no half of one is ever opened. */
async function openFolder(folder: string): Promise<PGlite> {
  if (!existsSync(folder)) {
    const unfinished = `${folder}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    const made = await PGlite.create(unfinished)
    await made.close()
    renameSync(unfinished, folder)
  }
  return PGlite.create(folder)
}
