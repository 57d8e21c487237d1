import type { Config } from '../config.ts'
import { openDatabase } from '../database/open.ts'
import { SLUGGED_TYPES, type SluggedType } from '../domain/global-id.ts'
import { exportEntries } from '../transfer/export-entries.ts'
import { writeOutput } from '../transfer/output-file.ts'
import { isEntryType } from '../writing/input/inputs.ts'
import { interruption } from './interruption.ts'
import { noSuch, readOptions } from './options.ts'
import { progressOn } from './progress.ts'
import { UsageError } from './usage-error.ts'

const USAGE = 'Write "export FILE [--types Meeting,Statement]".'

/** Writes the record, or its entries of some types, to a file that can be imported. */
export async function exportCommand(config: Config, ...rest: string[]): Promise<void> {
  const { file, types } = readArguments(rest)
  const signal = interruption()
  const database = await openDatabase(config.database)
  const progress = progressOn(process.stderr, 'entries')
  try {
    await database.migrate()
    const count = await exportEntries(database, {
      types,
      write: (pieces) => writeOutput(file, { pieces, signal }),
      onProgress: (done, total) => progress.at({ step: 'Writing', done, share: done / total }),
    })
    progress.end()
    // Not on standard output, which may be the file.
    console.error(`Exported ${count.toLocaleString('en')} ${count === 1 ? 'entry' : 'entries'}.`)
  } finally {
    progress.end()
    await database.close()
  }
  // As after migrating.
  process.exit(0)
}

function readArguments(args: string[]): { file: string; types: readonly SluggedType[] } {
  const options = { types: { type: 'string' } } as const
  const { positionals, values } = readOptions(args, { options, usage: USAGE })
  const [file, ...more] = positionals
  if (file === undefined) throw new UsageError(`To which file? ${USAGE}`)
  if (more.length > 0) throw new UsageError(`One file holds it all. ${USAGE}`)
  return { file, types: values.types === undefined ? SLUGGED_TYPES : namedTypes(values.types) }
}

function namedTypes(given: string): SluggedType[] {
  return [...new Set(given.split(',').map(typeNamed))]
}

function typeNamed(given: string): SluggedType {
  const name = given.trim()
  if (isEntryType(name)) return name
  throw noSuch('type', { name, known: SLUGGED_TYPES })
}
