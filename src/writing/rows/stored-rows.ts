import type { Transaction } from '../../database/transaction.ts'
import type { SluggedType } from '../../domain/global-id.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { type Owned, ownedBy } from './owned.ts'
import type { PartTable } from './tables.ts'

/** A row by its columns, values as in JSON. */
export type PlainRow = Readonly<Record<string, unknown>>

/** A row as a text that is the same for rows that say the same. */
export function canonical(row: PlainRow): string {
  return JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** The rows that make up an entry: its own, and those that belong to it by table. */
export interface EntryRows {
  row: PlainRow
  parts: ReadonlyMap<PartTable, readonly PlainRow[]>
}

/** The rows of entries of a type as they are stored, by the entry's ID; one statement. */
export async function storedRows(
  tx: Transaction,
  type: SluggedType,
  ids: readonly string[],
): Promise<Map<string, EntryRows>> {
  const selects = [
    Prisma.sql`
      SELECT NULL AS "table", entry."id" AS "entryId", to_json(entry) AS "row"
      FROM ${name(type)} entry WHERE entry."id" = ANY(${ids}::uuid[])`,
    ...ownedBy[type].map((owned) => partsSql(owned, ids)),
  ]
  const rows = await tx.query<{
    table: PartTable | null
    entryId: string
    row: PlainRow
  }>`${Prisma.join(selects, ' UNION ALL ')}`

  const found = new Map<string, { row: PlainRow; parts: Map<PartTable, PlainRow[]> }>()
  for (const { table, entryId, row } of rows)
    if (table === null) found.set(entryId, { row, parts: new Map() })
  for (const { table, entryId, row } of rows) {
    const parts = found.get(entryId)?.parts
    if (table === null || !parts) continue
    const others = parts.get(table)
    if (others) others.push(row)
    else parts.set(table, [row])
  }
  return found
}

function partsSql({ table, column, through }: Owned, ids: readonly string[]): Prisma.Sql {
  if (!through) {
    return Prisma.sql`
      SELECT ${table}, part.${name(column)}, to_json(part)
      FROM ${name(table)} part WHERE part.${name(column)} = ANY(${ids}::uuid[])`
  }
  return Prisma.sql`
    SELECT ${table}, holder.${name(through.column)}, to_json(part)
    FROM ${name(through.table)} holder JOIN ${name(table)} part ON part.${name(column)} = holder."id"
    WHERE holder.${name(through.column)} = ANY(${ids}::uuid[])`
}

function name(identifier: string): Prisma.Sql {
  return Prisma.raw(`"${identifier}"`)
}
