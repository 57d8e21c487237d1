import type { Transaction } from '../../src/database/transaction.ts'
import { sendRows } from '../../src/writing/rows/send-rows.ts'
import { noParts, PART_TABLES, type Row, type Table } from '../../src/writing/rows/tables.ts'
import type { Rows } from './rows.ts'

/** So many go in one statement. Prisma keeps the parameters of the last fifty or so for debugging: with more it is gigabytes. */
const ROWS_AT_ONCE = 1_000

/** Takes rows for any table and writes them, a table's many at once, so that few are ever in memory. */
export interface Sink {
  add(rows: Rows): Promise<void>
  /** Writes what is left. */
  end(): Promise<void>
}

type Waiting = { [Name in Table]: Row<Name>[] }

/** Foreign keys must not be looked at meanwhile: tables are written as they fill. */
export function openSink(tx: Transaction): Sink {
  const waiting: Waiting = {
    Topic: [],
    Participant: [],
    Source: [],
    Issue: [],
    Meeting: [],
    Agreement: [],
    Statement: [],
    AgreementPhase: [],
    ...noParts(),
  }

  async function add<Name extends Table>(table: Name, rows: readonly Row<Name>[]) {
    for (const row of rows) waiting[table].push(row)
    if (waiting[table].length >= ROWS_AT_ONCE) await write(table)
  }

  async function write<Name extends Table>(table: Name) {
    sendRows(tx, table, waiting[table])
    // No more is under way than memory has room for.
    await tx.execute`SELECT`
    waiting[table].length = 0
  }

  return {
    async add(rows) {
      for (const table of TABLES) await add(table, rows[table] ?? [])
    },
    async end() {
      for (const table of TABLES) await write(table)
    },
  }
}

const TABLES: readonly Table[] = [
  'Topic',
  'Participant',
  'Source',
  'Issue',
  'Meeting',
  'Agreement',
  'Statement',
  ...PART_TABLES,
]
