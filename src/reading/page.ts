import { alternatives } from './alternatives.ts'
import { type Condition, everything } from './condition.ts'
import { modelOf, quoted, relationOf } from './model.ts'
import type { OrderTerm } from './order.ts'
import { keyName, orderByKeysSql, orderBySql, type Stretch, stretches } from './paging.ts'
import type { Scope, Table } from './scope.ts'
import type { List, Page } from './selection.ts'
import { columnSql, joinSql, tableSql, whereSql } from './where.ts'

/** What is taken of the rows of a list. */
export interface Taken {
  /** The columns of the table, and those of relations through which the list is ordered. */
  needs: { own: readonly string[]; through: ReadonlyMap<string, readonly string[]> }
  /** The relations through which the list is ordered: their tables. */
  through: ReadonlyMap<string, Table>
}

/** The rows of a list as the end of a statement; joins may stand between the table and the conditions. */
interface Rows {
  from: string
  where: string
  orderBy: string
}

/** The rows of a list, in its order: all of them, or a page as a table of its own, with the columns that the row takes. */
export function pageOf(scope: Scope, list: List, row: Taken, joined?: string): Rows {
  const { table } = scope
  const { order = [], page, where = everything } = list
  const tables = new Map(
    page ? [...row.through.keys()].map((name) => [name, ownTable(scope, name)]) : row.through,
  )
  const tableOf = ({ through }: OrderTerm) => (through === undefined ? table : (tables.get(through) ?? table))
  const from = [tableSql(table), ...[...tables].map(([name, other]) => throughSql(table, name, other))].join(
    '',
  )
  const meets = (condition: Condition) => whereSql({ ...scope, isPage: page !== undefined }, condition)
  const conditionsOf = (condition: Condition) => [
    ...(joined === undefined ? [] : [joined]),
    ...(condition === everything ? [] : [`(${meets(condition)})`]),
  ]
  if (!page)
    return {
      from,
      where: clause('WHERE', conditionsOf(where)),
      orderBy: orderedBy(orderBySql(order, false, tableOf)),
    }

  const keys = order.flatMap((term) => term.columns.map((column) => columnSql(tableOf(term), column)))
  const columns = [
    ...row.needs.own.map((column) => columnSql(table, column)),
    ...[...row.needs.through].flatMap(([name, own]) => {
      const other = tables.get(name) ?? table
      return own.map((column) => `${columnSql(other, column)} AS ${quoted(`${name}.${column}`)}`)
    }),
    ...keys.map((key, place) => `${key} AS ${keyName(place)}`),
  ].join(', ')
  const rows = (conditions: readonly string[], { orderBy, limit = `${page.take}` }: Rest) =>
    `SELECT ${columns} FROM ${from}${clause('WHERE', conditions)}${orderedBy(orderBy)} LIMIT ${limit}`
  const pieces = stretches(scope, { order, page, where, tableOf })
  // Where there is nothing to read nothing is bound: a parameter that stands nowhere has no type.
  const ways = (pieces.length === 0 ? [] : alternatives(where)).map((condition) => {
    // Bound once for all of its pieces.
    const conditions = conditionsOf(condition)
    return inTurn(pieces, page, (piece, limit) =>
      rows([...conditions, ...piece.conditions], { orderBy: piece.orderBy, limit }),
    )
  })
  const [only = rows(['FALSE'], { orderBy: '' }), ...others] = ways
  const inOrder = orderedBy(orderByKeysSql(order, page.isBackward, table.alias))
  // All of the ways in one, put in order by the keys that they bring along: each is short.
  const all =
    others.length === 0
      ? only
      : `SELECT * FROM (${ways.map((way) => `(${way})`).join(' UNION ALL ')}) ${table.alias}${inOrder} LIMIT ${page.take}`
  return { from: `(${all}) ${table.alias}`, where: '', orderBy: inOrder }
}

interface Rest {
  orderBy: string
  /** How many rows; as many as the page has where it is left out. */
  limit?: string | undefined
}

/** One stretch after the other: of the second as many rows as the first has left of the page, and mostly none. */
function inTurn(
  stretches: readonly Stretch[],
  { take, isBackward }: Page,
  rows: (stretch: Stretch, limit?: string) => string,
): string {
  const [first, second] = isBackward ? stretches.toReversed() : stretches
  if (!first || !second) return stretches.map((stretch) => rows(stretch)).join('')
  const left = `${take} - (SELECT count(*) FROM "first")`
  return `WITH "first" AS MATERIALIZED (${rows(first)}) SELECT * FROM "first" UNION ALL (${rows(second, left)})`
}

function ownTable(scope: Scope, through: string): Table {
  return { model: modelOf(relationOf(scope.table.model, through).target), alias: scope.nextAlias() }
}

function throughSql(table: Table, name: string, other: Table): string {
  return ` JOIN ${tableSql(other)} ON ${joinSql(table, relationOf(table.model, name), other)}`
}

function clause(keyword: 'WHERE', conditions: readonly string[]): string {
  return conditions.length > 0 ? ` ${keyword} ${conditions.join(' AND ')}` : ''
}

function orderedBy(order: string): string {
  return order && ` ORDER BY ${order}`
}
