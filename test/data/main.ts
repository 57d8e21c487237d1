import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/database/open.ts'
import { countRows, DatabaseNotEmptyError, fillDatabase } from './fill.ts'
import { isSize, sizes } from './sizes.ts'

/** `npm run data -- --size L`: fills the database that DATABASE_URL or DATA_DIR names, which has to be empty. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { size: { type: 'string', default: 'S' } } })
  const { size } = values
  if (!isSize(size)) throw new UsageError(size)

  const start = performance.now()
  const log = (step: string) => console.log(`${seconds(start)}  ${step}`)
  const database = await openDatabase(readConfig(process.env).database)
  try {
    const applied = await database.migrate()
    if (applied.length > 0) log(`Applied ${applied.join(', ')}.`)
    await fillDatabase(database, { numbers: sizes[size], onStep: log })
    for (const { table, rows } of await countRows(database)) {
      console.log(`${rows.toLocaleString('en').padStart(12)}  ${table}`)
    }
    log('Done.')
  } finally {
    await database.close()
  }
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1_000).toFixed(1).padStart(6)} s`
}

class UsageError extends Error {
  override readonly name = 'UsageError'

  constructor(size: string) {
    super(`There is no size ${JSON.stringify(size)}. The sizes are: ${Object.keys(sizes).join(', ')}.`)
  }
}

try {
  await main()
  // The schema engine leaves a timer behind that would keep the process for ten seconds.
  process.exit(0)
} catch (error) {
  const expected = [ConfigError, DatabaseNotEmptyError, UsageError]
  const isExpected = expected.some((type) => error instanceof type)
  console.error(isExpected && error instanceof Error ? error.message : error)
  process.exit(1)
}
