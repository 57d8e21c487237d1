import { type Database, EXCLUSIVE_LOCK } from '../../src/database/database.ts'
import type { Transaction } from '../../src/database/transaction.ts'
import { Prisma } from '../../src/generated/prisma/client.ts'
import { deriveAgreementPhases } from '../../src/writing/derive/agreement-phases.ts'
import { withBareTables } from './bare-tables.ts'
import { markContested } from './contested.ts'
import { generateEntries } from './generate.ts'
import { rowsOf } from './rows.ts'
import { openSink } from './sink.ts'
import type { Numbers } from './sizes.ts'

/** How long to wait for a connection, and for everything, in milliseconds. */
const _CONNECTION_WAIT = 60_000
const _FILLING_TIME = 3_600_000

/** A line for every so many entries. */
const PROGRESS_EVERY = 100_000

/** There is something in the database already, and a data set goes into an empty one. */
export class DatabaseNotEmptyError extends Error {
  override readonly name = 'DatabaseNotEmptyError'

  constructor(table: string) {
    super(`The database is not empty, there are rows in ${table}: name another one in DATABASE_URL.`)
  }
}

/**
 * Fills an empty, migrated database with a data set, in one transaction: all of it, or nothing.
 *
 * @throws {DatabaseNotEmptyError} where it holds anything
 */
export async function fillDatabase(
  database: Database,
  options: { numbers: Numbers; onStep?: (step: string) => void },
): Promise<void> {
  const { numbers, onStep = () => undefined } = options
  await database.transaction(async (tx) => {
    await tx.execute`SELECT pg_advisory_xact_lock(${EXCLUSIVE_LOCK}::bigint)`
    await refuseIfFilled(tx)
    const act = async () => {
      await writeEntries(tx, { numbers, onStep })
      onStep('Telling what is contested …')
      await markContested(tx)
    }
    await withBareTables(tx, { act, onStep })
    onStep('Telling by which words entries are found …')
    const index = async () => {
      await tx.execute`INSERT INTO "SearchPart" SELECT * FROM "SearchPartText"`
    }
    await withBareTables(tx, { act: index, onStep, only: 'SearchPart' })
    onStep('Telling who met whom …')
    const meet = async () => {
      await tx.execute`
        INSERT INTO "Encounter" ("participantId", "counterpartId", "meetingCount", "first", "last")
        SELECT "participantId", "counterpartId", count(*), min("inTime"), max("inTime") FROM "EncounterAt" GROUP BY 1, 2`
    }
    await withBareTables(tx, { act: meet, onStep, only: 'Encounter' })
    onStep('Telling the phases of agreements …')
    await derivePhases(tx)
  })
  // It also clears away what was written twice, and wants no transaction around it.
  onStep('Taking statistics …')
  await database.query('VACUUM (ANALYZE)', [])
}

/** How many rows each table has. */
export async function countRows(database: Database): Promise<{ table: string; rows: number }[]> {
  const tables = await tableNames((sql) => database.query(sql, []))
  const counts = tables.map(
    (table) => `SELECT '${table}' AS "table", count(*)::integer AS "rows" FROM "${table}"`,
  )
  return database.query(`${counts.join(' UNION ALL ')} ORDER BY 1`, [])
}

async function refuseIfFilled(tx: Transaction) {
  for (const table of await tableNames((sql) => tx.query(Prisma.raw(sql)))) {
    const rows = await tx.query<unknown>(Prisma.raw(`SELECT FROM "${table}" LIMIT 1`))
    if (rows.length > 0) throw new DatabaseNotEmptyError(table)
  }
}

async function tableNames(query: (sql: string) => Promise<{ name: string }[]>): Promise<string[]> {
  const rows = await query(
    `SELECT relname AS "name" FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname <> '_prisma_migrations'
    ORDER BY relname`,
  )
  return rows.map(({ name }) => name)
}

async function writeEntries(
  tx: Transaction,
  { numbers, onStep }: { numbers: Numbers; onStep: (step: string) => void },
) {
  const sink = openSink(tx)
  let count = 0
  for (const made of generateEntries(numbers)) {
    await sink.add(rowsOf(made))
    count += 1
    if (count % PROGRESS_EVERY === 0) onStep(`${count.toLocaleString('en')} entries`)
  }
  await sink.end()
}

async function derivePhases(tx: Transaction) {
  const agreements = await tx.query<{ id: string }>`SELECT "id" FROM "Agreement"`
  await deriveAgreementPhases(
    tx,
    agreements.map(({ id }) => id),
  )
}
