import { KeyError } from './access/key-error.ts'
import { key } from './commands/key.ts'
import { migrate } from './commands/migrate.ts'
import { migration } from './commands/migration.ts'
import { serve } from './commands/serve.ts'
import { UsageError } from './commands/usage-error.ts'
import { type Config, ConfigError, readConfig } from './config.ts'

type Command = (config: Config, ...rest: string[]) => Promise<void>

const commands = new Map<string, Command>(Object.entries({ serve, migrate, migration, key }))

/** The command line: `serve` (the default), `migrate`, `migration NAME`, or `key …`. */
async function main(name = 'serve', ...rest: string[]): Promise<void> {
  const command = commands.get(name)
  if (!command) {
    const known = [...commands.keys()].join(', ')
    throw new UsageError(`There is no command ${JSON.stringify(name)}. The commands are: ${known}.`)
  }
  await command(readConfig(process.env), ...rest)
}

try {
  await main(...process.argv.slice(2))
} catch (error) {
  // What whoever starts it can put right is told in one line; anything else is a fault, and its stack tells where.
  const isExpected = error instanceof ConfigError || error instanceof UsageError || error instanceof KeyError
  console.error(isExpected ? error.message : error)
  process.exit(1)
}
