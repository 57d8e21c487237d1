import { createWriteStream, statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** A file that cannot be written. */
export class OutputFileError extends Error {
  override readonly name = 'OutputFileError'
}

/** Stands for standard output. */
export const STANDARD_OUTPUT = '-'

/**
 * Writes a file, gzipped where its name ends in `.gz`; `-` is standard output. The file is there when it is whole: until
 * then, and where anything fails, whatever was there stays. What is no file, as a pipe or a device, is written to as it is.
 *
 * @throws {OutputFileError} where it cannot be written
 * @throws what the pieces throw, and the signal's reason where that ends it
 */
export async function writeOutput(
  file: string,
  { pieces, signal }: { pieces: AsyncIterable<string>; signal: AbortSignal },
): Promise<void> {
  if (file === STANDARD_OUTPUT) {
    return write('Standard output', () =>
      pipeline(Readable.from(pieces), process.stdout, { signal, end: false }),
    )
  }
  const stats = statSync(file, { throwIfNoEntry: false })
  // Renaming would tell as much, but only when all is written.
  if (stats?.isDirectory())
    throw new OutputFileError(`${file} cannot be written: it is a folder. Name a file in it.`)
  const packing = file.endsWith('.gz') ? createGzip() : new PassThrough()
  const writeTo = (name: string) =>
    pipeline(Readable.from(pieces), packing, createWriteStream(name), { signal })
  if (stats && !stats.isFile()) return write(file, () => writeTo(file))
  const unfinished = `${file}.unfinished`
  try {
    await write(file, async () => {
      await writeTo(unfinished)
      await rename(unfinished, file)
    })
  } catch (error) {
    await rm(unfinished, { force: true })
    signal.throwIfAborted()
    throw error
  }
}

async function write(name: string, writing: () => Promise<void>): Promise<void> {
  try {
    await writing()
  } catch (error) {
    const isOfSystem = error instanceof Error && 'syscall' in error
    throw isOfSystem ? new OutputFileError(`${name} cannot be written: ${error.message}.`) : error
  }
}
