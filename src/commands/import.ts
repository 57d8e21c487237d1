import type { Config } from '../config.ts'
import { openDatabase } from '../database/open.ts'
import { readPrintableName } from '../domain/printable-name.ts'
import type { Format } from '../transfer/format.ts'
import { formats } from '../transfer/formats.ts'
import { importFiles } from '../transfer/import-files.ts'
import { findInputFiles } from '../transfer/input-files.ts'
import { interchange } from '../transfer/interchange.ts'
import { describeNotice } from '../transfer/line.ts'
import type { FirstFaulty } from '../writing/import/first-faulty.ts'
import type { ImportStep } from '../writing/import/import.ts'
import type { ImportOutcome } from '../writing/import/import-entries.ts'
import { InvalidImportError } from '../writing/import/invalid-import-error.ts'
import { interruption } from './interruption.ts'
import { noSuch, readOptions } from './options.ts'
import { progressOn } from './progress.ts'
import { UsageError } from './usage-error.ts'

const USAGE =
  'Write "import FILE... [--format NAME] [--skip-invalid] [--dry-run] [--actor NAME]", or "import --formats" for the formats.'

const OPTIONS = {
  format: { type: 'string' },
  formats: { type: 'boolean' },
  actor: { type: 'string' },
  'skip-invalid': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const

/** Who imports, as the change log has it, where nobody says. */
const ACTOR = 'import'

const steps: Readonly<Record<ImportStep, string>> = { READ: 'Reading', WRITE: 'Writing', LOG: 'Logging' }

/** Brings what is in files into the record, all of it or nothing. */
export async function importCommand(config: Config, ...rest: string[]): Promise<void> {
  const { paths, isList, format, ...wishes } = readArguments(rest)
  if (isList) return console.log(formats.map(describeFormat).join('\n'))

  let bytes = 0
  const signal = interruption()
  const onRead = (more: number) => {
    bytes += more
  }
  const { files, size } = await findInputFiles(paths, { onRead, signal })
  const database = await openDatabase(config.database)
  const progress = progressOn(process.stderr, 'entries')
  const startedAt = performance.now()
  try {
    await database.migrate()
    const outcome = await importFiles(database, {
      ...wishes,
      format,
      files,
      signal,
      onNotice: (notice) => progress.say(describeNotice(notice)),
      onProgress(step, done, total) {
        const share = step === 'READ' ? shareOf(bytes, size) : shareOf(done, total)
        progress.at({ step: steps[step], done, share })
      },
    })
    progress.end()
    sayFaulty(outcome.faulty)
    console.log(
      describeOutcome(outcome, { isTrial: wishes.isTrial, milliseconds: performance.now() - startedAt }),
    )
  } catch (error) {
    progress.end()
    if (!(error instanceof InvalidImportError)) throw error
    sayFaulty(error.faulty)
    throw new UsageError(
      `Nothing was imported: something is wrong with ${lines(error.faulty.count)}. --skip-invalid leaves out what is wrong.`,
    )
  } finally {
    await database.close()
  }
  // As after migrating.
  process.exit(0)
}

interface Arguments {
  paths: string[]
  isList: boolean
  format: Format
  actor: string
  skipsInvalid: boolean
  isTrial: boolean
}

function readArguments(args: string[]): Arguments {
  const { positionals: paths, values } = readOptions(args, { options: OPTIONS, usage: USAGE })
  const isList = values.formats ?? false
  if (!isList && paths.length === 0) throw new UsageError(`Which files? ${USAGE}`)
  return {
    paths,
    isList,
    format: formatNamed(values.format ?? interchange.name),
    actor: readActor(values.actor ?? ACTOR),
    skipsInvalid: values['skip-invalid'] ?? false,
    isTrial: values['dry-run'] ?? false,
  }
}

function formatNamed(name: string): Format {
  const format = formats.find((one) => one.name === name)
  if (format) return format
  throw noSuch('format', { name, known: formats.map((one) => one.name) })
}

function readActor(given: string): string {
  const actor = readPrintableName(given)
  if (actor !== null) return actor
  throw new UsageError('An actor is a name of 1 to 100 printable characters, as in --actor "Map project".')
}

function describeFormat({ name, description, origin }: Format): string {
  return [name, `  ${description}`, ...(origin === null ? [] : [`  ${origin}`])].join('\n')
}

/** What part is done, from 0 to 1. */
function shareOf(done: number, total: number | null): number | null {
  return total === null ? null : total === 0 ? 1 : Math.min(done / total, 1)
}

function sayFaulty({ count, first }: FirstFaulty) {
  for (const { origin, problems } of first) {
    for (const { message } of problems) console.error(`${origin}: ${message}`)
  }
  if (count > first.length)
    console.error(`… and something is wrong with ${lines(count - first.length)} more.`)
}

function lines(count: number): string {
  return count === 1 ? '1 line' : `${count.toLocaleString('en')} lines`
}

function describeOutcome(
  { created, updated, unchanged, faulty }: ImportOutcome,
  { isTrial, milliseconds }: { isTrial: boolean; milliseconds: number },
): string {
  const count = (number: number) => number.toLocaleString('en')
  const whole = created + updated + unchanged
  const seconds = milliseconds / 1000
  const rate = Math.round(whole / seconds)
  return [
    `${isTrial ? 'Tried' : 'Imported'} ${count(whole)} ${whole === 1 ? 'entry' : 'entries'} in ${seconds.toFixed(1)} s (${count(rate)}/s):`,
    `${count(created)} created, ${count(updated)} updated, ${count(unchanged)} as they were.`,
    ...(faulty.count > 0 ? [`Left out ${lines(faulty.count)}.`] : []),
    ...(isTrial ? ['It was a trial: nothing was written.'] : []),
  ].join(' ')
}
