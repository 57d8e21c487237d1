import { KeyError } from './access/key-error.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { InterruptedError } from './commands/interruption.ts'
import { key } from './commands/key.ts'
import { migrate } from './commands/migrate.ts'
import { migration } from './commands/migration.ts'
import { report } from './commands/report.ts'
import { serve } from './commands/serve.ts'
import { UsageError } from './commands/usage-error.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { InputFileError } from './transfer/input-files.ts'
import { OutputFileError } from './transfer/output-file.ts'
import { BusyError } from './writing/errors.ts'

type Command = (config: Config, ...rest: string[]) => Promise<void>

const commands = new Map<string, Command>(
  Object.entries({ serve, import: importCommand, export: exportCommand, migrate, migration, key, report }),
)

/** The command line: `serve` (the default), `import …`, `export …`, `migrate`, `migration NAME`, `key …`, or `report …`. */
async function main(name = 'serve', ...rest: string[]): Promise<void> {
  const command = commands.get(name)
  if (!command) {
    const known = [...commands.keys()].join(', ')
    throw new UsageError(`There is no command ${JSON.stringify(name)}. The commands are: ${known}.`)
  }
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
