import { type Column, columnOf, type Model, modelOf, relationOf } from './model.ts'
import { naturalOrder, throughOf } from './order.ts'
import { pageOf, type Taken } from './page.ts'
import { openScope, type Progress, type Scope, type Table } from './scope.ts'
import { type Query, type Selection, selectionOf } from './selection.ts'
import { columnSql, joinSql, tableSql, whereSql } from './where.ts'

/** On rows of which nothing is asked but what was selected, neither of them nor of the rows in them. */
export const WHOLE = Symbol('whole')

/** What is selected of a row of a list. */
export interface Row extends Taken {
  /** The columns, in their order. */
  cells: readonly Cell[]
  /** The to-one relations, to be put behind the table. */
  joins: string
  /** Makes an object of the values of the cells. */
  read: Read
}

interface Cell {
  sql: string
  /** A JSON array of rows; everything else is a text. */
  isList: boolean
}

type Read = (values: readonly unknown[]) => unknown

const isQuery = (value: boolean | Query): value is Query => typeof value === 'object'

/** What was made of the selections of lists; those that nobody holds any more are forgotten. */
const compiled = new WeakMap<Selection, Map<string, { row: Row; progress: Progress }>>()

/** What is selected of a row of a list, and the scope in which the list itself can then be compiled. */
export function compiledRow(
  model: string,
  query: Query,
  { areKnown }: { areKnown: boolean },
): { row: Row; scope: Scope } {
  const { select } = query
  const place = `${model} ${areKnown} ${query.isWhole} ${query.page !== undefined} ${throughOf(query.order).join()}`
  const kept = select && compiled.get(select)?.get(place)
  if (kept) return { row: kept.row, scope: openScope(model, { areKnown, from: kept.progress }) }
  const scope = openScope(model, { areKnown })
  const row = compileRow({ ...scope, isWhole: query.isWhole === true }, query)
  if (select)
    compiled.set(select, (compiled.get(select) ?? new Map()).set(place, { row, progress: scope.progress() }))
  return { row, scope }
}

function compileRow(scope: Scope, query: Query): Row {
  const { model, alias } = scope.table
  const through = new Map(
    throughOf(query.order).map((name): [string, Table] => {
      const target = modelOf(relationOf(model, name).target)
      // Of a page they stand among its own columns.
      return [
        name,
        query.page
          ? { model: target, alias, prefix: `${name}.` }
          : { model: target, alias: scope.nextAlias() },
      ]
    }),
  )
  const row = { cells: [], joins: [], places: new Map(), lists: [] }
  const selection = selectionOf(model, query)
  const source = compileObject(row, { scope, selection, atHand: through })
  return {
    cells: row.cells,
    joins: row.joins.join(''),
    read: makeRead(source, row.lists),
    needs: needsOf(model, selection, through),
    through,
  }
}

/** A row while it is made. */
interface Making {
  cells: Cell[]
  joins: string[]
  /** Where a column stands already. */
  places: Map<string, number>
  /** What reads the rows of to-many relations. */
  lists: Read[]
}

interface Selected {
  scope: Scope
  selection: Selection
  /** To-one relations that need not be joined. */
  atHand?: ReadonlyMap<string, Table>
}

/** The cells of a table; gives an expression that makes an object of their values (makeRead). */
function compileObject(row: Making, { scope, selection, atHand }: Selected): string {
  const { table } = scope
  const fields: string[] = scope.isWhole ? ['[WHOLE]: true'] : []
  for (const [name, selected] of Object.entries(selection)) {
    if (selected === false) continue
    const relation = table.model.relations.get(name)
    const query = isQuery(selected) ? selected : {}
    let value: string
    if (name === '_count') value = compileCounts(row, scope, query)
    else if (!relation) value = compileColumn(row, table, name)
    else if (relation.isList) value = compileList(row, scope, { name, query })
    else value = compileOne(row, scope, { name, query, atHand })
    fields.push(`${JSON.stringify(name)}: ${value}`)
  }
  return `{ ${fields.join(', ')} }`
}

/**
 * Makes a function of an expression on the values of a row. An object that is written out takes a fifth of the time of
 * one that is put together; the names in it are those of the datamodel, and nothing of a request stands in it.
 */
function makeRead(source: string, lists: readonly Read[]): Read {
  return new Function('WHOLE', 'decoders', 'lists', `return (values) => (${source})`)(WHOLE, decoders, lists)
}

function compileColumn(row: Making, table: Table, name: string): string {
  const column = columnOf(table.model, name)
  const value = `values[${placeOf(row, textSql(column, columnSql(table, name)))}]`
  const type = !column.isList ? column.type : column.type === 'text' ? 'json' : 'enums'
  return type in decoders ? `${value} === null ? null : decoders[${JSON.stringify(type)}](${value})` : value
}

/** A column is read once, however often it is selected. */
function placeOf(row: Making, sql: string): number {
  const place = row.places.get(sql) ?? row.cells.push({ sql, isList: false }) - 1
  row.places.set(sql, place)
  return place
}

function compileOne(
  row: Making,
  scope: Scope,
  { name, query, atHand }: { name: string; query: Query; atHand: Selected['atHand'] },
): string {
  const relation = relationOf(scope.table.model, name)
  let table = atHand?.get(name)
  if (!table) {
    table = { model: modelOf(relation.target), alias: scope.nextAlias() }
    row.joins.push(` LEFT JOIN ${tableSql(table)} ON ${joinSql(scope.table, relation, table)}`)
  }
  const [key] = relation.join
  const there = key ? placeOf(row, textSql(columnOf(table.model, key.other), columnSql(table, key.other))) : 0
  const selection = selectionOf(table.model, query)
  const object = compileObject(row, { scope: { ...scope, table }, selection })
  // It is at hand, and whoever keeps answers wants to know of whom they are.
  const isKnown = key?.other !== 'id' || selection['id'] !== undefined
  return `values[${there}] === null ? null : ${isKnown ? object : `{ "id": values[${there}],${object.slice(1)}`}`
}

function compileList(row: Making, scope: Scope, { name, query }: { name: string; query: Query }): string {
  const relation = relationOf(scope.table.model, name)
  const table: Table = { model: modelOf(relation.target), alias: scope.nextAlias() }
  const inner = { ...scope, table }
  const list = { ...query, order: query.order ?? naturalOrder(table.model.name) }
  const item = compileRow(inner, list)
  const { from, where, orderBy } = pageOf(inner, list, item, joinSql(scope.table, relation, table))
  const items = `SELECT ${itemSql(item.cells)} FROM ${from}${item.joins}${where}${orderBy}`
  const place = row.cells.push({ sql: `array_to_json(ARRAY(${items}))`, isList: true }) - 1
  const reader = row.lists.push(item.read) - 1
  return `values[${place}].map(lists[${reader}])`
}

/** An array of texts, which PostgreSQL makes in half the time that it takes for one of JSON. */
function itemSql(cells: readonly Cell[]): string {
  const values = cells.map(({ sql }) => sql).join(', ') || 'NULL::text'
  return cells.some(({ isList }) => isList) ? `json_build_array(${values})` : `ARRAY[${values}]`
}

function compileCounts(row: Making, scope: Scope, counts: Query): string {
  const parts = Object.entries(counts.select ?? {}).map(([name, selected]) => {
    const relation = relationOf(scope.table.model, name)
    const table: Table = { model: modelOf(relation.target), alias: scope.nextAlias() }
    const where =
      isQuery(selected) && selected.where ? ` AND (${whereSql({ ...scope, table }, selected.where)})` : ''
    const joined = joinSql(scope.table, relation, table)
    const place = placeOf(row, `(SELECT count(*)::text FROM ${tableSql(table)} WHERE ${joined}${where})`)
    return `${JSON.stringify(name)}: Number(values[${place}])`
  })
  return `{ ${parts.join(', ')} }`
}

/** The columns that a selection takes: those that are selected, and those by which relations are joined. */
function needsOf(model: Model, selection: Selection, through: ReadonlyMap<string, Table>): Taken['needs'] {
  const nested = [...through].map(([name, table]): [string, readonly string[]] => {
    const selected = selection[name]
    const query = selected !== undefined && isQuery(selected) ? selected : {}
    const columns = selected ? columnsOf(table.model, selectionOf(table.model, query)) : []
    return [name, [...new Set([...columns, ...relationOf(model, name).join.map(({ other }) => other)])]]
  })
  return { own: columnsOf(model, selection), through: new Map(nested) }
}

function columnsOf(model: Model, selection: Selection): string[] {
  const names = Object.entries(selection).flatMap(([name, selected]) => {
    if (selected === false) return []
    if (name === '_count') return isQuery(selected) ? Object.keys(selected.select ?? {}) : []
    return [name]
  })
  return [
    ...new Set(
      names.flatMap(
        (name) => model.relations.get(name)?.join.map(({ own }) => own) ?? [columnOf(model, name).name],
      ),
    ),
  ]
}

function textSql({ type, isList }: Column, sql: string): string {
  if (isList && type === 'text') return `array_to_json(${sql})::text`
  if (type === 'timestamptz') return `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  return `${sql}::text`
}

/** Of the types whose values are not texts anyway. */
const decoders: Readonly<Record<string, (text: string) => unknown>> = {
  date: (text) => new Date(text),
  timestamptz: (text) => new Date(text),
  integer: Number,
  bigint: Number,
  'double precision': Number,
  boolean: (text) => text === 'true',
  json: JSON.parse,
  // As PostgreSQL writes lists, without quotes: the values of enums are plain words.
  enums: (text) => (text === '{}' ? [] : text.slice(1, -1).split(',')),
}
