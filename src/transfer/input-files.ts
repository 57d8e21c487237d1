import { createReadStream, type Dirent, type Stats, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { addAbortSignal, pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { InputFile } from './format.ts'

/** Stands for standard input. */
const STANDARD_INPUT = '-'

/** A file that cannot be read. */
export class InputFileError extends Error {
  override readonly name = 'InputFileError'
}

/** Files to be read, and how much of them there is. */
export interface InputFiles {
  files: readonly InputFile[]
  /** Their size in bytes, as they are stored; null where it is not known, as of standard input. */
  size: number | null
}

/** How files are read. */
export interface Reading {
  /** Told of every piece that is read: of its size in bytes, as it is stored. */
  onRead: (bytes: number) => void
  /** Ends the reading. */
  signal: AbortSignal
}

/**
 * Finds the files that paths name, and those in folders that they name, by name, each once; hidden ones are left out, as
 * a shell does, and links lead to files but not to further folders. `-` is standard input.
 *
 * @throws {InputFileError} where a path leads to none, or to one that cannot be read
 */
export async function findInputFiles(paths: readonly string[], reading: Reading): Promise<InputFiles> {
  const found = (await Promise.all(paths.map(filesAt))).flat()
  const stored = [...Map.groupBy(found, ({ name }) => path.resolve(name)).values()].flatMap(
    ([file]) => file ?? [],
  )
  const size = stored.some((file) => file.size === null)
    ? null
    : stored.reduce((sum, file) => sum + (file.size ?? 0), 0)
  return { files: stored.map((file) => inputFile(file, reading)), size }
}

interface StoredFile {
  name: string
  size: number | null
}

async function filesAt(given: string): Promise<StoredFile[]> {
  if (given === STANDARD_INPUT) return [{ name: STANDARD_INPUT, size: null }]
  const stats = statOf(given)
  if (!stats.isDirectory()) return [{ name: given, size: stats.isFile() ? stats.size : null }]
  const entries = await entriesOf(given)
  const files = entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && !isHidden(given, entry))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((name) => ({ name, stats: statOf(name) }))
    .filter(({ stats }) => stats.isFile())
    .map(({ name, stats }) => ({ name, size: stats.size }))
  if (files.length === 0)
    throw new InputFileError(`${given} holds no file to be read: hidden ones are left out.`)
  return files
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true })
  } catch (error) {
    throw unreadable(folder, error)
  }
}

function statOf(name: string): Stats {
  try {
    return statSync(name)
  } catch (error) {
    throw unreadable(name, error)
  }
}

function isHidden(folder: string, entry: Dirent): boolean {
  const within = path.relative(folder, path.join(entry.parentPath, entry.name))
  return within.split(path.sep).some((part) => part.startsWith('.'))
}

function inputFile({ name }: StoredFile, reading: Reading): InputFile {
  return {
    name: name === STANDARD_INPUT ? 'standard input' : name,
    bytes: () => unpacked(stored(name, reading), name, reading.signal),
  }
}

async function* stored(name: string, { onRead, signal }: Reading): AsyncGenerator<Buffer> {
  const stream = name === STANDARD_INPUT ? process.stdin : createReadStream(name)
  try {
    for await (const chunk of addAbortSignal(signal, stream)) {
      const bytes = Buffer.from(chunk)
      onRead(bytes.length)
      yield bytes
    }
  } catch (error) {
    signal.throwIfAborted()
    throw unreadable(name, error)
  }
}

/** What every gzipped file begins with (https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1). */
const GZIP = Buffer.from([0x1f, 0x8b])

/** Bytes as they are, or unpacked where they are gzipped, whatever the file is called. */
async function* unpacked(
  bytes: AsyncGenerator<Buffer>,
  name: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let beginning = Buffer.alloc(0)
  while (beginning.length < GZIP.length) {
    const { value, done } = await bytes.next()
    if (done) break
    beginning = Buffer.concat([beginning, value])
  }
  const whole = startingWith(beginning, bytes)
  if (!beginning.subarray(0, GZIP.length).equals(GZIP)) return yield* whole
  try {
    yield* pipeline(Readable.from(whole), createGunzip(), () => undefined)
  } catch (error) {
    signal.throwIfAborted()
    throw unreadable(name, error)
  }
}

async function* startingWith(beginning: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield beginning
  yield* rest
}

function unreadable(name: string, error: unknown): unknown {
  if (error instanceof InputFileError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new InputFileError(`${name} cannot be read: ${reason}.`)
}
