import { migrate } from './commands/migrate.ts'
import { serve } from './commands/serve.ts'
import { ConfigError, readConfig } from './config.ts'
import { DirectoryInUseError } from './database/lock.ts'

const commands = { serve, migrate }

/** The command line: `serve` (the default) or `migrate`. Ends with status 1 and one line where it cannot go on. */
async function main(name = 'serve'): Promise<void> {
  if (!(name in commands)) throw new UsageError(name)
  const command = Object.entries(commands).find(([known]) => known === name)?.[1] ?? serve
  await command(readConfig(process.env))
}

class UsageError extends Error {
  override name = 'UsageError'

  constructor(command: string) {
    super(
      `There is no command ${JSON.stringify(command)}. The commands are: ${Object.keys(commands).join(', ')}.`,
    )
  }
}

try {
  await main(process.argv[2])
} catch (error) {
  const isExpected = [ConfigError, DirectoryInUseError, UsageError].some((type) => error instanceof type)
  console.error(isExpected && error instanceof Error ? error.message : error)
  process.exit(1)
}
