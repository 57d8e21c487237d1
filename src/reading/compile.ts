import type { Parameter } from '../database/database.ts'
import { alternatives } from './alternatives.ts'
import { type Condition, everything } from './condition.ts'
import { type Column, columnOf, type Model, modelOf, relationOf } from './model.ts'
import { naturalOrder, type Order, type OrderTerm } from './order.ts'
import { keyName, orderByKeysSql, orderBySql, stretches } from './paging.ts'
import { createParameters } from './parameters.ts'
import type { List, Query, RowsByKey, Selection } from './selection.ts'
import { columnSql, joinSql, type Scope, type Table, tableSql, whereSql } from './where.ts'

/** One SQL statement for a whole query, whatever is nested in it. */
export interface Statement {
  /** Gives a column `row` of JSON for each row. */
  sql: string
  parameters: readonly Parameter[]
  /** Makes a row of it, in the shape that Prisma's client gives. */
  decode(row: unknown): unknown
}

/**
 * Compiles a query on a model. How a nested query becomes one statement: every row is a JSON array of what was
 * selected of it; a to-one relation is such an array within it, a to-many relation an array of them, each by a
 * subquery that reads by the parent's key. So a nested list with a page reads just that many rows.
 */
export function compileList(model: string, query: Query): Statement {
  const scope = newScope(model)
  const row = compileRow(scope, query)
  const sql = `SELECT ${row.sql} AS "row" FROM (${rowsSql(scope, query)}) ${scope.table.alias}`
  return { sql, parameters: scope.parameters.values, decode: row.decode }
}

/** The rows with these ids, in any order. `key` names the columns that identify a row. */
export function compileByKeys(
  { model, query, key }: RowsByKey,
  values: readonly (readonly string[])[],
): Statement {
  const scope = newScope(model)
  const row = compileRow(scope, { ...query, select: { ...query.select, ...selecting(key) } })
  const columns = key.map((name) => columnSql(scope.table, name)).join(', ')
  const lists = key.map((name, place) =>
    scope.parameters.bindList(
      values.map((value) => value[place] ?? ''),
      columnOf(scope.table.model, name).type,
    ),
  )
  const sql = `SELECT ${row.sql} AS "row" FROM ${tableSql(scope.table)} WHERE (${columns}) IN (SELECT * FROM unnest(${lists.join(', ')}))`
  return { sql, parameters: scope.parameters.values, decode: row.decode }
}

/** How many rows a list has in all. */
export function compileCount(model: string, list: List): Statement {
  const scope = newScope(model)
  const counts = alternatives(list.where ?? everything).map(
    (where) => `(SELECT count(*) FROM ${tableSql(scope.table)} WHERE ${whereSql(scope, where)})`,
  )
  const sql = `SELECT (${counts.join(' + ')})::integer AS "row"`
  return { sql, parameters: scope.parameters.values, decode: (count) => count }
}

export function selecting(columns: readonly string[]): Selection {
  return Object.fromEntries(columns.map((column) => [column, true]))
}

function newScope(model: string): Scope {
  let aliases = 0
  const nextAlias = () => `t${++aliases}`
  return { table: { model: modelOf(model), alias: nextAlias() }, parameters: createParameters(), nextAlias }
}

interface Part {
  name: string
  sql: string
  decode: Decode
}
type Decode = (value: unknown) => unknown

const isQuery = (value: boolean | Query): value is Query => typeof value === 'object'

/** What is selected of one row, as a JSON array, and what makes an object of that array. */
function compileRow(scope: Scope, query: Query): { sql: string; decode: Decode } {
  const { model } = scope.table
  const selection = query.select ?? { ...selecting([...model.columns.keys()]), ...query.include }
  const parts = Object.entries(selection).flatMap(([name, selected]): Part[] => {
    if (selected === false) return []
    if (name === '_count') return isQuery(selected) ? [countsPart(scope, selected)] : []
    return model.relations.has(name)
      ? [relationPart(scope, name, isQuery(selected) ? selected : {})]
      : [columnPart(scope, columnOf(model, name))]
  })
  return {
    sql: `json_build_array(${parts.map((part) => part.sql).join(', ')})`,
    decode: (row) => {
      if (!Array.isArray(row)) return null
      const object: Record<string, unknown> = {}
      for (const [place, part] of parts.entries()) object[part.name] = part.decode(row[place])
      return object
    },
  }
}

function columnPart(scope: Scope, column: Column): Part {
  const isDate = column.type === 'date' || column.type === 'timestamptz'
  return {
    name: column.name,
    sql: columnSql(scope.table, column.name),
    decode: isDate ? (value) => (typeof value === 'string' ? new Date(value) : null) : (value) => value,
  }
}

function relationPart(scope: Scope, name: string, query: Query): Part {
  const relation = relationOf(scope.table.model, name)
  const table: Table = { model: modelOf(relation.target), alias: scope.nextAlias() }
  const inner = { ...scope, table }
  const joined = joinSql(scope.table, relation, table)
  const row = compileRow(inner, query)
  if (!relation.isList) {
    return { name, sql: `(SELECT ${row.sql} FROM ${tableSql(table)} WHERE ${joined})`, decode: row.decode }
  }
  const rows = rowsSql(inner, { order: naturalOrderUnlessGiven(table.model, query), ...query }, joined)
  const list = scope.nextAlias()
  return {
    name,
    sql:
      `(SELECT COALESCE(json_agg(${list}."row"), '[]'::json) FROM ` +
      `(SELECT ${row.sql} AS "row" FROM (${rows}) ${table.alias}) ${list})`,
    decode: (value) => (Array.isArray(value) ? value.map(row.decode) : []),
  }
}

function naturalOrderUnlessGiven(model: Model, query: Query): Order {
  return query.order ?? naturalOrder(model.name)
}

function countsPart(scope: Scope, counts: Query): Part {
  const parts = Object.entries(counts.select ?? {}).map(([name, selected]): Part => {
    const relation = relationOf(scope.table.model, name)
    const table: Table = { model: modelOf(relation.target), alias: scope.nextAlias() }
    const where =
      isQuery(selected) && selected.where ? ` AND (${whereSql({ ...scope, table }, selected.where)})` : ''
    return {
      name,
      sql: `(SELECT count(*)::integer FROM ${tableSql(table)} WHERE ${joinSql(scope.table, relation, table)}${where})`,
      decode: (value) => value,
    }
  })
  return {
    name: '_count',
    sql: `json_build_array(${parts.map((part) => part.sql).join(', ')})`,
    decode: (row) =>
      Object.fromEntries(
        parts.map((part, place) => [part.name, Array.isArray(row) ? row[place] : undefined]),
      ),
  }
}

/** The rows of a list, whole, in its order. */
function rowsSql(scope: Scope, list: List, joined?: string): string {
  const { table, parameters } = scope
  const order = list.order ?? []
  const through = new Map<string, Table>()
  const joins: string[] = []
  for (const { through: name } of order) {
    if (name === undefined || through.has(name)) continue
    const relation = relationOf(table.model, name)
    const other = { model: modelOf(relation.target), alias: scope.nextAlias() }
    through.set(name, other)
    joins.push(` JOIN ${tableSql(other)} ON ${joinSql(table, relation, other)}`)
  }
  const tableOf = (term: OrderTerm) =>
    term.through === undefined ? table : (through.get(term.through) ?? table)

  const keys = order.flatMap((term) => term.columns.map((column) => columnSql(tableOf(term), column)))
  const rows = (conditions: readonly string[], orderBy: string, besides: readonly string[] = []) => {
    const all = joined ? [joined, ...conditions] : conditions
    const columns = [`${table.alias}.*`, ...besides.map((key, place) => `${key} AS ${keyName(place)}`)].join(
      ', ',
    )
    return `SELECT ${columns} FROM ${tableSql(table)}${joins.join('')}${all.length > 0 ? ` WHERE ${all.join(' AND ')}` : ''}${orderBy && ` ORDER BY ${orderBy}`}`
  }
  const { page, where = everything } = list
  const meets = (condition: Condition) => `(${whereSql({ ...scope, isPage: page !== undefined }, condition)})`
  if (!page) return rows([meets(where)], orderBySql(order, false, tableOf))
  const limit = `LIMIT ${parameters.bind(page.take, 'integer')}`
  const pieces = stretches(scope, { order, page, tableOf })
  // The limit is bound already, and a parameter that stands nowhere has no type.
  if (pieces.length === 0) return `${rows(['FALSE'], '')} ${limit}`
  const parts = alternatives(where)
    .map(meets)
    .flatMap((condition) =>
      pieces.map((piece) => ({ ...piece, conditions: [condition, ...piece.conditions] })),
    )
  const [only, ...others] = parts
  if (only && others.length === 0) return `${rows(only.conditions, only.orderBy)} ${limit}`
  // All of the parts in one, put in order by the columns that they bring along: each is short.
  const short = parts.map((part) => `(${rows(part.conditions, part.orderBy, keys)} ${limit})`)
  return `SELECT * FROM (${short.join(' UNION ALL ')}) ${table.alias} ORDER BY ${orderByKeysSql(order, page.isBackward)} ${limit}`
}
