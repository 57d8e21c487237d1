import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { ConfigError } from '../config.ts'
import { CHANGES_CHANNEL, type Database } from './database.ts'
import { lockDirectory } from './lock.ts'
import { applyMigrations, isUpToDate } from './migrate.ts'
import type { OnStatement } from './on-statement.ts'
import { createPrisma } from './prisma.ts'
import { readinessOf } from './readiness.ts'
import { transactEmbedded } from './transaction.ts'

/**
 * The embedded database, PostgreSQL as WebAssembly, in a folder of its own. It serves one process, which the
 * folder's lock sees to, and runs one statement at a time.
 *
 * @throws {ConfigError} where the folder cannot be used
 * @throws {DirectoryInUseError} where another process has it
 */
export async function openEmbedded(options: {
  directory: string
  onStatement?: OnStatement | undefined
}): Promise<Database> {
  const { directory, onStatement } = options
  makeWritable(directory)
  const unlock = lockDirectory(directory)
  try {
    const database = embedded(await openCluster(path.join(directory, 'postgres')), onStatement)
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
  const prisma = createPrisma(adapter, onStatement)
  const namesOf = (sql: string) => pglite.query<{ name: string }>(sql).then(({ rows }) => rows)
  async function query<Row>(sql: string, parameters: readonly unknown[]) {
    onStatement?.(sql)
    const result = await pglite.query<Row>(sql, [...parameters])
    return result.rows
  }

  return {
    prisma,
    isPrepared: false,
    mostTransactions: 1,
    query,
    read: query,
    heard: () => undefined,
    transaction: (act, options) => transactEmbedded(pglite, act, { ...options, onStatement }),
    async listen(onChange) {
      const stop = await pglite.listen(CHANGES_CHANNEL, onChange)
      return () => stop()
    },
    async migrate() {
      if (await isUpToDate(namesOf)) return []
      await pglite.exec('BEGIN')
      try {
        const applied = await applyMigrations({ adapter, runScript: (sql) => pglite.exec(sql) })
        await pglite.exec('COMMIT')
        return applied
      } catch (error) {
        await pglite.exec('ROLLBACK')
        throw error
      }
    },
    pools: () => [],
    readiness: () => readinessOf(namesOf),
    async close() {
      await prisma.$disconnect()
      await pglite.close()
    },
  }
}

function makeWritable(directory: string) {
  try {
    makeFolder(directory)
    accessSync(directory, constants.W_OK)
  } catch (error) {
    const reason = error instanceof Error ? error.message : error
    throw new ConfigError('DATA_DIR', `names a folder that cannot be used: ${reason}.`)
  }
}

/**
 * Makes a folder and those above it. Node's own way to do so never ends where the system refuses to make one by saying
 * that there is none above it, as it does within /proc.
 */
function makeFolder(directory: string) {
  if (isFolder(directory)) return
  const above = path.dirname(directory)
  if (above !== directory) makeFolder(above)
  try {
    mkdirSync(directory)
  } catch (error) {
    // Another process may have made it since.
    if (!isFolder(directory)) throw error
  }
}

function isFolder(directory: string): boolean {
  return statSync(directory, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** A new cluster is made beside its place and moved there when it is whole, so that no half of one is ever opened. */
async function openCluster(folder: string): Promise<PGlite> {
  if (!existsSync(folder)) {
    const unfinished = `${folder}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    const made = await PGlite.create(unfinished)
    await made.close()
    renameSync(unfinished, folder)
  }
  return PGlite.create(folder)
}
