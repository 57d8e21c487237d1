// How a query becomes one statement, whatever is nested in it:
//
//   1. The page: which rows, in which order, from where on (page.ts, where.ts, paging.ts). It comes first, as a table
//      of no more rows than were asked for.
//   2. The row: what is selected of each (row.ts). Columns are texts; a to-one relation is joined, and its columns stand
//      beside the row's own; a to-many relation is a page of its own, by the row's key, as a JSON array in one column.
//   3. Back again: what reads the columns of a result into objects is made along with the columns.
//
// What is selected stays the same from one request of an operation to the next (src/schema/operation-plan.ts keeps it),
// so that what was made of it is kept too: of a known operation only the page is compiled anew.
//
// The texts are the same again as well, and a server prepares them (src/database/prepared.ts): planned once, for all
// values. Where the best way to a page hangs on the values, the page alone is planned with them (compileByIds).
import type { Sent } from '../database/database.ts'
import { alternatives } from './alternatives.ts'
import { everything } from './condition.ts'
import { columnOf, keyOf } from './model.ts'
import { throughOf } from './order.ts'
import { pageOf, type Taken } from './page.ts'
import { createGivenParameters } from './parameters.ts'
import { compiledRow, type Row } from './row.ts'
import { openScope, type Scope } from './scope.ts'
import type { List, Query, RowsByKey, Selection } from './selection.ts'
import { columnSql, tableSql, whereSql } from './where.ts'

/** One SQL statement for a whole query. */
export interface Statement extends Sent {
  /** The same with a page that is planned by itself, with its values; not where there is no page, or no ids. */
  byValues?: () => Sent | undefined
  /** Makes an object of a row of the result, in the shape that Prisma's client gives. */
  decode(row: object): unknown
}

/** The rows of a list; for a server that prepares statements one for all values, beside that with a page by its values. */
export function compileList(model: string, query: Query, { isPrepared = false } = {}): Statement {
  const { row, scope } = compiledRow(model, query, { areKnown: !isPrepared })
  const { from, where, orderBy } = pageOf(scope, query, row)
  const compiled = statement(scope, row, `${from}${row.joins}${where}${orderBy}`)
  return isPrepared ? { ...compiled, byValues: () => compileByIds(model, query) } : compiled
}

/** The page as a query of its own that gives ids, which is handed over as a parameter; and then what is selected. */
function compileByIds(model: string, query: Query): Sent | undefined {
  if (!query.page || keyOf(model).join() !== ID.own.join() || throughOf(query.order).length > 0)
    return undefined
  const given = createGivenParameters()
  const page = pageOf({ ...openScope(model), parameters: given }, query, { needs: ID, through: new Map() })
  const ids = `SELECT ARRAY(SELECT "id" FROM ${page.from}${page.orderBy})`
  const { row, scope } = compiledRow(model, query, { areKnown: false })
  const bound = [scope.parameters.bind(ids, 'text'), scope.parameters.bindList(given.values, 'text')].join(
    ', ',
  )
  const { alias } = scope.table
  const found = `unnest(page_ids(${bound})) WITH ORDINALITY AS "page"("id", "place")`
  return statement(
    scope,
    row,
    `${found} JOIN ${tableSql(scope.table)} ON ${alias}."id" = "page"."id"${row.joins} ORDER BY "page"."place"`,
  )
}

const ID: Taken['needs'] = { own: ['id'], through: new Map() }

/** The rows with these ids, in any order. `key` names the columns that identify a row. */
export function compileByKeys(
  { model, query, key }: RowsByKey,
  values: readonly (readonly string[])[],
): Statement {
  const select = { ...query.select, ...selecting(key) }
  const { row, scope } = compiledRow(model, { ...query, select }, { areKnown: true })
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
