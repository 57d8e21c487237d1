// How a query becomes one statement, whatever is nested in it:
//
//   1. The page: which rows, in which order, from where on (page.ts, where.ts, paging.ts). It comes first, as a table
//      of no more rows than were asked for.
//   2. The row: what is selected of each (row.ts). Columns are texts; a to-one relation is joined, and its columns stand
//      beside the row's own; a to-many relation is a page of its own, by the row's key, as a JSON array in one column.
//   3. Back again: what reads the columns of a result into objects is made along with the columns.
//
// What is selected stays the same from one request of an operation to the next (src/schema/operation-plan.ts keeps it),
// so that what was made of it is kept too: of a known operation only the page is compiled anew. The statements that
// result are the same texts again, which the database prepares (src/database/prepared.ts).
import type { Parameter } from '../database/database.ts'
import { alternatives } from './alternatives.ts'
import { everything } from './condition.ts'
import { columnOf } from './model.ts'
import { pageOf } from './page.ts'
import { compiledRow, type Row } from './row.ts'
import { openScope, type Scope } from './scope.ts'
import type { List, Query, RowsByKey, Selection } from './selection.ts'
import { columnSql, tableSql, whereSql } from './where.ts'

/** One SQL statement for a whole query. */
export interface Statement {
  sql: string
  parameters: readonly Parameter[]
  /** Makes an object of a row of the result, in the shape that Prisma's client gives. */
  decode(row: object): unknown
}

/** The rows of a list. */
export function compileList(model: string, query: Query): Statement {
  const { row, scope } = compiledRow(model, query)
  const { from, where, orderBy } = pageOf(scope, query, row)
  return statement(scope, row, `${from}${row.joins}${where}${orderBy}`)
}

/** The rows with these ids, in any order. `key` names the columns that identify a row. */
export function compileByKeys(
  { model, query, key }: RowsByKey,
  values: readonly (readonly string[])[],
): Statement {
  const { row, scope } = compiledRow(model, { ...query, select: { ...query.select, ...selecting(key) } })
  const columns = key.map((name) => columnSql(scope.table, name)).join(', ')
  const lists = key.map((name, place) =>
    scope.parameters.bindList(
      values.map((value) => value[place] ?? ''),
      columnOf(scope.table.model, name).type,
    ),
  )
  const where = ` WHERE (${columns}) IN (SELECT * FROM unnest(${lists.join(', ')}))`
  return statement(scope, row, `${tableSql(scope.table)}${row.joins}${where}`)
}

/** How many rows a list has in all. */
export function compileCount(model: string, list: List): Statement {
  const scope = openScope(model)
  const counts = alternatives(list.where ?? everything).map(
    (where) => `(SELECT count(*) FROM ${tableSql(scope.table)} WHERE ${whereSql(scope, where)})`,
  )
  const sql = `SELECT (${counts.join(' + ')})::integer AS "count"`
  return { sql, parameters: scope.parameters.values, decode: (row) => Reflect.get(row, 'count') }
}

export function selecting(columns: readonly string[]): Selection {
  return Object.fromEntries(columns.map((column) => [column, true]))
}

function statement(scope: Scope, row: Row, from: string): Statement {
  const columns = row.cells.map(({ sql }, place) => `${sql} AS "c${place}"`).join(', ')
  return {
    sql: `SELECT ${columns} FROM ${from}`,
    parameters: scope.parameters.values,
    // Both drivers give the columns in their order.
    decode: (result) => row.read(Object.values(result)),
  }
}
