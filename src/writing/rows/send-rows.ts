import type { Transaction } from '../../database/transaction.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { jsonBatches } from '../json-batches.ts'
import type { PlainRow } from './stored-rows.ts'
import type { Table } from './tables.ts'

/** The most rows of one statement. */
const MOST_ROWS = 10_000

/**
 * Sends rows to be written, one statement for 10,000 of them. Rows that refer to each other within the table can come in any
 * order within a statement; across statements what is referred to has to come first.
 *
 * They go as one JSON parameter, which is four times as fast as Prisma's createMany with its parameter a value
 * (10,000 statements on PostgreSQL 15: 0.8 s against 3.4 s), and not bound to the 32,767 parameters of a statement.
 */
export function sendRows(tx: Transaction, table: Table, rows: readonly PlainRow[]): void {
  const [first] = rows
  if (!first) return
  // Columns that are not given, such as createdAt, get their defaults.
  const names = Prisma.raw(
    Object.keys(first)
      .map((column) => `"${column}"`)
      .join(', '),
  )
  const name = Prisma.raw(`"${table}"`)
  for (const batch of jsonBatches(rows, MOST_ROWS)) {
    tx.send`
      INSERT INTO ${name} (${names})
      SELECT ${names} FROM json_populate_recordset(NULL::${name}, ${batch}::json)`
  }
}
