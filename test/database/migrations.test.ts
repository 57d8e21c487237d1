import { PGlite } from '@electric-sql/pglite'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { embedded } from '../../src/database/embedded.ts'
import { migrationNames } from '../../src/database/migration-files.ts'
import { missingMigration } from '../../src/database/missing-migration.ts'
import { openServer } from '../../src/database/server.ts'
import { ownDatabase, serverUrl } from './own-database.ts'

test('the migrations say all that prisma/schema.prisma says', async () => {
  expect(await missingMigration()).toBeUndefined()
}, 60_000)

const databases = {
  'the embedded database': async () => embedded(await PGlite.create()),
  'a PostgreSQL server': async () => openServer({ url: await ownDatabase() }),
}
const open = databases[serverUrl === undefined ? 'the embedded database' : 'a PostgreSQL server']

/** An empty database of the kind that the suite runs on. */
async function openEmpty(): Promise<Database> {
  const database = await open()
  onTestFinished(() => database.close())
  return database
}

/** Everything that somebody made in a database. */
async function objectsOf(database: Database) {
  const rows = await database.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
     UNION ALL SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype = 'e'
     UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace`,
    [],
  )
  return rows.map(({ name }) => name)
}

describe('migrating', () => {
  test('applies all of the migrations, once', async () => {
    const database = await openEmpty()
    expect(await database.migrate()).toEqual(migrationNames())
    expect(await database.migrate()).toEqual([])
  })

  test('leaves nothing behind where it fails, and says why', async () => {
    const database = await openEmpty()
    await database.query('CREATE VIEW "Topic" AS SELECT 1', [])
    await expect(database.migrate()).rejects.toThrow('relation "Topic" already exists')
    expect(await objectsOf(database)).toEqual(['Topic'])
    await database.query('DROP VIEW "Topic"', [])
    expect(await database.migrate()).toEqual(migrationNames())
  })
})
