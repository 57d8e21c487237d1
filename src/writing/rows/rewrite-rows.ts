import type { Transaction } from '../../database/transaction.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { jsonBatches } from '../json-batches.ts'
import { keyOf } from './owned.ts'
import { sendRows } from './send-rows.ts'
import { canonical, type EntryRows, type PlainRow } from './stored-rows.ts'
import { PART_TABLES, type PartTable } from './tables.ts'

type PartRows = EntryRows['parts']

/** What is to be done to the rows of one table so that they become others. */
interface Difference {
  gone: PlainRow[]
  changed: PlainRow[]
  fresh: PlainRow[]
}

export type Differences = Map<PartTable, Difference>

/** Adds what has to be done so that stored rows become the made ones. @returns whether that is anything */
export function addDifferences(
  all: Differences,
  { stored, made }: { stored: PartRows; made: PartRows },
): boolean {
  let isAny = false
  for (const table of PART_TABLES) {
    const found = differenceOf(table, stored.get(table) ?? [], made.get(table) ?? [])
    if (found.gone.length + found.changed.length + found.fresh.length === 0) continue
    isAny = true
    const others = all.get(table)
    if (!others) all.set(table, found)
    else for (const kind of ['gone', 'changed', 'fresh'] as const) others[kind].push(...found[kind])
  }
  return isAny
}

/** The rows of a table that are to be written or deleted. */
export function differingRows(all: Differences, table: PartTable): PlainRow[] {
  const { gone, changed, fresh } = all.get(table) ?? { gone: [], changed: [], fresh: [] }
  return [...gone, ...changed, ...fresh]
}

function differenceOf(table: PartTable, stored: readonly PlainRow[], made: readonly PlainRow[]): Difference {
  const key = (row: PlainRow) => JSON.stringify(keyOf(table).map((column) => row[column]))
  const before = new Map(stored.map((row) => [key(row), row]))
  const difference: Difference = { gone: [], changed: [], fresh: [] }
  for (const row of made) {
    const old = before.get(key(row))
    before.delete(key(row))
    if (!old) difference.fresh.push(row)
    else if (canonical(old) !== canonical(row)) difference.changed.push(row)
  }
  difference.gone.push(...before.values())
  return difference
}

/** Does it; three statements a table at most, but that 10,000 rows are inserted at a time. */
export async function writeDifferences(tx: Transaction, all: Differences): Promise<void> {
  const tables = PART_TABLES.filter((table) => all.has(table))
  // What belongs to others first, which would go with them.
  for (const table of tables.toReversed()) await deleteRows(tx, table, all.get(table)?.gone ?? [])
  for (const table of tables) await updateRows(tx, table, all.get(table)?.changed ?? [])
  for (const table of tables) sendRows(tx, table, all.get(table)?.fresh ?? [])
}

async function deleteRows(tx: Transaction, table: PartTable, rows: readonly PlainRow[]) {
  if (rows.length === 0) return
  await tx.execute`
    DELETE FROM ${name(table)} stored USING json_populate_recordset(NULL::${name(table)}, ${JSON.stringify(rows)}::json) gone
    WHERE ${areSame(keyOf(table), 'gone')}`
}

async function updateRows(tx: Transaction, table: PartTable, rows: readonly PlainRow[]) {
  const [first] = rows
  if (!first) return
  await tx.execute`
    UPDATE ${name(table)} stored SET ${setting(Object.keys(first))}
    FROM json_populate_recordset(NULL::${name(table)}, ${JSON.stringify(rows)}::json) made
    WHERE ${areSame(keyOf(table), 'made')}`
}

/** Writes the entries' own rows anew, each of which makes the next version of its entry. */
export async function updateEntryRows(
  tx: Transaction,
  table: string,
  rows: readonly PlainRow[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  for (const batch of jsonBatches(rows, rows.length)) {
    await tx.execute`
      UPDATE ${name(table)} stored
      SET ${setting(Object.keys(first))}, "version" = stored."version" + 1, "updatedAt" = CURRENT_TIMESTAMP
      FROM json_populate_recordset(NULL::${name(table)}, ${batch}::json) made
      WHERE stored."id" = made."id"`
  }
}

function areSame(columns: readonly string[], other: string): Prisma.Sql {
  return Prisma.join(
    columns.map((column) => Prisma.sql`stored.${name(column)} = ${name(other)}.${name(column)}`),
    ' AND ',
  )
}

function setting(columns: readonly string[]): Prisma.Sql {
  return Prisma.join(columns.map((column) => Prisma.sql`${name(column)} = made.${name(column)}`))
}

function name(identifier: string): Prisma.Sql {
  return Prisma.raw(`"${identifier}"`)
}
