import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ConfigError } from '../config.ts'

/** Somebody else has the folder of the embedded database. */
export class DirectoryInUseError extends ConfigError {
  constructor(directory: string, owner: string) {
    super(
      'DATA_DIR',
      `${directory} is in use by ${owner}: stop that one first, ` +
        'or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server.',
    )
  }
}

/**
 * Takes the folder for its caller alone: the embedded database has no lock of its own, and a second one that
 * opened the folder would ruin it (electric-sql/pglite#1106).
 *
 * Node has no file locks, but its SQLite has: an open transaction is a lock of the operating system's, which
 * goes with its process however that ends. So nobody has to judge whether a lock that was left behind is alive.
 *
 * @returns what gives the folder back
 * @throws {DirectoryInUseError} where it is taken
 */
export function lockDirectory(directory: string): () => void {
  const ownerFile = path.join(directory, 'pid')
  const lock = new DatabaseSync(path.join(directory, 'lock.sqlite'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw isTaken(error) ? new DirectoryInUseError(directory, nameOf(ownerFile)) : error
  }
  writeFileSync(ownerFile, String(process.pid))
  return () => lock.close()
}

/** https://www.sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}

/** For people to read: nothing hangs on it, and the owner writes it only once it has the lock. */
function nameOf(ownerFile: string): string {
  return existsSync(ownerFile) ? `process ${readFileSync(ownerFile, 'utf8')}` : 'another process'
}
