import { KeyError } from './access/key-error.ts'
import { InterruptedError } from './commands/interruption.ts'
import { UsageError } from './commands/usage-error.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { InputFileError } from './transfer/input-files.ts'
import { OutputFileError } from './transfer/output-file.ts'
import { BusyError } from './writing/errors.ts'

type Command = (config: Config, ...rest: string[]) => Promise<void>

/** Each is loaded when it is wanted: no other start waits for what draws plots. */
const commands = new Map<string, () => Promise<Command>>([
  ['serve', async () => (await import('./commands/serve.ts')).serve],
  ['import', async () => (await import('./commands/import.ts')).importCommand],
  ['export', async () => (await import('./commands/export.ts')).exportCommand],
  ['migrate', async () => (await import('./commands/migrate.ts')).migrate],
  ['migration', async () => (await import('./commands/migration.ts')).migration],
  ['key', async () => (await import('./commands/key.ts')).key],
  ['report', async () => (await import('./commands/report.ts')).report],
])

/** The command line: `serve` (the default), `import …`, `export …`, `migrate`, `migration NAME`, `key …`, or `report …`. */
async function main(name = 'serve', ...rest: string[]): Promise<void> {
  const load = commands.get(name)
  if (!load) {
    const known = [...commands.keys()].join(', ')
    throw new UsageError(`There is no command ${JSON.stringify(name)}. The commands are: ${known}.`)
  }
  const command = await load()
  await command(readConfig(process.env), ...rest)
}

/** What whoever starts it can put right, or has done. */
const EXPECTED = [
  ConfigError,
  UsageError,
  KeyError,
  InputFileError,
  OutputFileError,
  BusyError,
  InterruptedError,
]

/** The status of a process that a signal from the keyboard ended, by the shells' convention. */
const INTERRUPTED = 130

try {
  await main(...process.argv.slice(2))
} catch (error) {
  // It is told in one line; anything else is a fault, and its stack tells where.
  const isExpected = EXPECTED.some((kind) => error instanceof kind)
  console.error(isExpected && error instanceof Error ? error.message : error)
  process.exit(error instanceof InterruptedError ? INTERRUPTED : 1)
}
