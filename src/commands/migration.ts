import type { Config } from '../config.ts'
import { addMigration } from '../database/migration-files.ts'
import { missingMigration } from '../database/missing-migration.ts'
import { UsageError } from './usage-error.ts'

/** Writes the migration for what prisma/schema.prisma says and the migrations do not. */
export async function migration(_config: Config, name = ''): Promise<void> {
  if (!/^[a-z\d]+(_[a-z\d]+)*$/.test(name)) {
    throw new UsageError('A migration is named for what it does, as in "migration place_of_signing".')
  }
  const sql = await missingMigration()
  console.log(sql === undefined ? 'The migrations say all that the schema says.' : addMigration(name, sql))
  // As after migrating.
  process.exit(0)
}
