import type { Database } from '../database/database.ts'
import type { Condition } from './condition.ts'
import { modelOf, relationOf } from './model.ts'
import { createParameters } from './parameters.ts'
import type { Scope, Table } from './scope.ts'
import { columnSql, joinSql, tableSql, whereSql } from './where.ts'

/** The list of which the rows are counted: all rows of a model, or those of a relation of some rows. */
export interface FacetList {
  /** The model of the nodes. */
  node: string
  /** Which rows: of the model, or of the relation. */
  where: Condition
  /** The relation that gives the list, of which model, and through which relation its rows lead to the nodes. */
  of?: { model: string; relation: string; through?: string | undefined; key: readonly string[] }
}

/** By what the nodes are counted: a column, the year in which a fuzzy date begins, or what a relation leads to. */
export type FacetBy = { column: string } | { yearOf: string } | { relation: string; column: string }

export interface FacetOptions {
  list: FacetList
  by: FacetBy
  /** Only the most frequent values; all where it is left out. */
  first?: number | undefined
}

export interface FacetCount {
  value: string
  count: number
}

/**
 * Counts the nodes of lists by a value that they have, the most frequent first; those without it are left out.
 * `parents` are the keys of the rows that have the lists, as JSON; there is one list, '[]', where nothing has it.
 */
export async function facetCounts(
  database: Database,
  { list, by, first }: FacetOptions,
  parents: readonly string[],
): Promise<Map<string, FacetCount[]>> {
  const parameters = createParameters()
  let aliases = 0
  const nextAlias = () => `t${++aliases}`
  const tableOf = (model: string): Table => ({ model: modelOf(model), alias: nextAlias() })
  const scopeOf = (table: Table): Scope => ({ table, parameters, nextAlias })

  const from: string[] = []
  const conditions: string[] = []
  let key = `'[]'`
  let nodes: Table
  if (list.of) {
    const parent = tableOf(list.of.model)
    const relation = relationOf(parent.model, list.of.relation)
    const rows = tableOf(relation.target)
    from.push(tableSql(parent), `JOIN ${tableSql(rows)} ON ${joinSql(parent, relation, rows)}`)
    conditions.push(whereSql(scopeOf(rows), list.where))
    const columns = list.of.key.map((column) => columnSql(parent, column))
    const values = parents.map((text): string[] => JSON.parse(text))
    const lists = columns.map((_, place) =>
      parameters.bindList(
        values.map((value) => value[place] ?? ''),
        'uuid',
      ),
    )
    conditions.push(`(${columns.join(', ')}) IN (SELECT * FROM unnest(${lists.join(', ')}))`)
    key = `json_build_array(${columns.join(', ')})::text`
    nodes = rows
    if (list.of.through !== undefined) {
      const through = relationOf(rows.model, list.of.through)
      nodes = tableOf(through.target)
      from.push(`JOIN ${tableSql(nodes)} ON ${joinSql(rows, through, nodes)}`)
    }
  } else {
    nodes = tableOf(list.node)
    from.push(tableSql(nodes))
    conditions.push(whereSql(scopeOf(nodes), list.where))
  }

  let value: string
  if ('yearOf' in by) value = yearSql(nodes, by.yearOf)
  else if ('relation' in by) {
    const relation = relationOf(nodes.model, by.relation)
    const tags = tableOf(relation.target)
    from.push(`JOIN ${tableSql(tags)} ON ${joinSql(nodes, relation, tags)}`)
    value = columnSql(tags, by.column)
  } else value = columnSql(nodes, by.column)

  const most = first === undefined ? 'TRUE' : `"place" <= ${parameters.bind(first, 'integer')}`
  const sql = `
    SELECT "key", "value"::text, "count" FROM (
      SELECT *, row_number() OVER (PARTITION BY "key" ORDER BY "count" DESC, "value") AS "place" FROM (
        SELECT ${key} AS "key", ${value} AS "value", count(*)::integer AS "count"
        FROM ${from.join(' ')} WHERE ${conditions.map((one) => `(${one})`).join(' AND ')} AND ${value} IS NOT NULL
        GROUP BY 1, 2
      ) AS "counted"
    ) AS "ordered" WHERE ${most} ORDER BY "key", "place"`
  const rows = await database.query<FacetCount & { key: string }>(sql, parameters.values)
  return Map.groupBy(rows, (row) => idOf(JSON.parse(row.key)))
}

/** The year of the first day that a date can mean; null where nobody knows when it begins (`knownEarliest`). */
function yearSql(table: Table, date: string): string {
  const year = `extract(year FROM ${columnSql(table, `${date}Earliest`)})::integer`
  return `CASE WHEN ${columnSql(table, date)} !~ '^(/|[.][.]/|XXXX)' THEN ${year} END`
}

/** The key of a row that has a list, as JSON: the same text for the same row. */
export function idOf(key: readonly unknown[]): string {
  return JSON.stringify(key.map(String))
}
