import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Another process has the folder of the embedded database. */
export class DirectoryInUseError extends Error {
  override name = 'DirectoryInUseError'

  constructor(directory: string, owner: number) {
    super(
      `The embedded database in ${directory} is in use by process ${owner}: ` +
        'stop that one first, or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server.',
    )
  }
}

/**
 * Takes the folder for this process: the embedded database has no lock of its own, and a second process that
 * opened it would ruin it (electric-sql/pglite#1106). A lock whose process is dead is taken over.
 *
 * @returns what gives the folder back
 * @throws {DirectoryInUseError} where a living process holds it
 */
export function lockDirectory(directory: string): () => void {
  const lock = path.join(directory, 'lock')
  const claim = `${lock}.${process.pid}`
  writeFileSync(claim, String(process.pid))
  try {
    while (!placed(claim, lock)) {
      const owner = ownerOf(lock)
      if (owner === undefined) continue
      if (isAlive(owner)) throw new DirectoryInUseError(directory, owner)
      discard(lock, owner)
    }
  } finally {
    rmSync(claim, { force: true })
  }
  return () => rmSync(lock, { force: true })
}

/** A link is made whole or not at all, so that nobody reads half a lock. */
function placed(claim: string, lock: string): boolean {
  try {
    linkSync(claim, lock)
    return true
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false
    throw error
  }
}

function ownerOf(lock: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(lock, 'utf8'), 10)
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Moved aside first: of two that find the same dead lock, one moves it, and a living one is put back. */
function discard(lock: string, owner: number) {
  const aside = `${lock}.${process.pid}.dead`
  try {
    renameSync(lock, aside)
    if (ownerOf(aside) !== owner) placed(aside, lock)
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function isAlive(owner: number): boolean {
  // A process that was given the dead one's number is this one: in a container it is always 1.
  if (owner === process.pid || !Number.isInteger(owner)) return false
  try {
    process.kill(owner, 0)
    return true
  } catch (error) {
    return isErrno(error, 'EPERM')
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
