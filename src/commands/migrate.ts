import type { Config } from '../config.ts'
import { openDatabase } from '../database/open.ts'

/** Brings the database to the schema of this version, and says what was applied. */
export async function migrate(config: Config): Promise<void> {
  const database = await openDatabase(config.database)
  try {
    const applied = await database.migrate()
    console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Nothing to apply.')
  } finally {
    await database.close()
  }
  // The schema engine leaves a timer behind that would keep the process for ten seconds.
  process.exit(0)
}
