import type { Condition, Reference, Value } from './condition.ts'
import { columnOf, type Model, modelOf, quoted, type Relation, relationOf } from './model.ts'
import type { Parameters } from './parameters.ts'
import type { Scope, Table } from './scope.ts'

export function columnSql(table: Table, column: string): string {
  const { name } = columnOf(table.model, column)
  return `${table.alias}.${quoted(table.prefix === undefined ? name : table.prefix + name)}`
}

/**
 * A condition as SQL. `not` is the complement: what is null neither meets a condition nor its opposite in SQL,
 * but here it is in the one list or the other.
 */
export function whereSql(scope: Scope, condition: Condition): string {
  const { table, parameters } = scope
  const toSql = (part: Condition) => whereSql(scope, part)
  if ('all' in condition) return joined(condition.all, ' AND ', 'TRUE', toSql)
  if ('any' in condition) {
    return membership(scope, condition.any) ?? joined(condition.any, ' OR ', 'FALSE', toSql)
  }
  if ('not' in condition) return complementSql(scope, condition.not)
  if ('some' in condition) return membership(scope, [condition]) ?? exists(scope, condition)
  if ('span' in condition) return spanSql(scope, condition)

  const column = columnSql(table, condition.column)
  const { type } = columnOf(table.model, condition.column)
  if ('in' in condition) {
    const values = condition.in.filter(isStorable)
    const [only, ...others] = values
    if (only === undefined) return 'FALSE'
    // As it stands in the conditions of partial indexes, which a parameter would not match.
    if (type === 'boolean' && others.length === 0) return only ? column : `NOT ${column}`
    return others.length === 0
      ? `${column} = ${parameters.bind(only, type)}`
      : `${column} = ANY(${parameters.bindList(values, type)})`
  }
  if ('is' in condition) return `${column} ${condition.is} ${parameters.bind(condition.value, type)}`
  if ('isNull' in condition) return `${column} IS ${condition.isNull ? '' : 'NOT '}NULL`
  if ('sharesAnyOf' in condition) return `${column} && ${parameters.bindList(condition.sharesAnyOf, type)}`
  if ('isNotOnly' in condition) {
    return `(cardinality(${column}) = 0 OR NOT ${column} <@ ${parameters.bindList(condition.isNotOnly, type)})`
  }
  if ('isFoundBy' in condition) return foundSql(scope, column, condition.isFoundBy)
  if ('hasWords' in condition) {
    return `string_to_array(${column}, ' ') @> ${parameters.bindList(condition.hasWords, 'text')}`
  }
  return `${column} = ${referenceSql(scope, condition.refersTo, condition.narrower ?? false)}`
}

/**
 * What does not meet a condition. The "not" goes down to the single conditions: of a row that must have no related
 * row the database can then ask for one at a time, where `(… IN …) IS NOT TRUE` would read all related rows first.
 */
function complementSql(scope: Scope, condition: Condition): string {
  if ('all' in condition) {
    return joined(condition.all, ' OR ', 'FALSE', (part) => complementSql(scope, part))
  }
  if ('any' in condition) {
    return joined(condition.any, ' AND ', 'TRUE', (part) => complementSql(scope, part))
  }
  if ('some' in condition) return `NOT ${exists(scope, condition)}`
  return `(${whereSql(scope, condition)}) IS NOT TRUE`
}

/** What PostgreSQL cannot keep in a text equals nothing there. */
export function isStorable(value: Value): boolean {
  return typeof value !== 'string' || (value.isWellFormed() && !value.includes('\0'))
}

/** More entries than these are not looked up for a page of a list: most of them would be left out again. */
const MOST_FOUND = 10_000

/**
 * That a part of an entry is found by a full-text query. For a page the planner has to know whether few are found, or
 * many (entries_found): it cannot tell by itself, and of a rare word would try every row in the order of the list.
 */
function foundSql({ table, parameters, isPage }: Scope, column: string, query: string): string {
  const type = table.model.name.toUpperCase()
  const matching = searchQuerySql(parameters, query)
  if (!isPage) {
    return `${column} IN (SELECT "entryId" FROM "SearchPart" WHERE "document" @@ ${matching} AND "entryType" = '${type}')`
  }
  const found = `entries_found('${type}', ${matching}, ${MOST_FOUND})`
  // OFFSET 0 keeps PostgreSQL from finding all of them first.
  const isOne = `EXISTS (SELECT FROM "SearchPart" WHERE "entryId" = ${column} AND "document" @@ ${matching} OFFSET 0)`
  return `(${column} = ANY(${found}) OR ${found} IS NULL AND ${isOne})`
}

/** A query as PostgreSQL's text search takes it. */
export function searchQuerySql(parameters: Parameters, query: string): string {
  return `to_tsquery('summitry', ${parameters.bind(query, 'text')})`
}

function joined(
  conditions: readonly Condition[],
  operator: ' AND ' | ' OR ',
  ofNone: string,
  toSql: (condition: Condition) => string,
): string {
  if (conditions.length === 0) return ofNone
  return conditions.map((condition) => `(${toSql(condition)})`).join(operator)
}

/**
 * "Some related row …", of one relation or of any of several, as membership of the rows that those related
 * rows belong to: the database can start from them, where `EXISTS … OR EXISTS …` would try every row.
 */
function membership(scope: Scope, conditions: readonly Condition[]): string | undefined {
  const { table, parameters, nextAlias } = scope
  const steps = conditions.map((condition) => stepOf(table.model, condition))
  const [first] = steps
  // Nothing is bound before it is sure that it will be used: a parameter that no one refers to has no type.
  if (!first || !steps.every((step) => step?.own === first.own)) return undefined
  const branches = steps.flatMap((step) => {
    if (!step) return []
    const related = { model: modelOf(step.target), alias: nextAlias() }
    const belongsTo = columnSql(related, step.other)
    const where = whereSql({ table: related, parameters, nextAlias }, step.where)
    // A null among the members would make "not a member" neither true nor false.
    const isSomebodys = step.otherIsNullable ? ` AND ${belongsTo} IS NOT NULL` : ''
    return [`SELECT ${belongsTo} FROM ${tableSql(related)} WHERE (${where})${isSomebodys}`]
  })
  return `${columnSql(table, first.own)} IN (${branches.join(' UNION ALL ')})`
}

/** The one column by which rows of a relation belong to a row, where the condition is of a relation that has one. */
function stepOf(model: Model, condition: Condition) {
  const [only, ...rest] = 'all' in condition ? condition.all : []
  // As a filter of one field reads.
  if (only && rest.length === 0) return stepOf(model, only)
  if (!('some' in condition)) return undefined
  const { target, join } = relationOf(model, condition.some)
  const [key, ...others] = join
  return key && others.length === 0 ? { ...key, target, where: condition.where } : undefined
}

function exists(scope: Scope, condition: { some: string; where: Condition }): string {
  const { table, parameters, nextAlias } = scope
  const relation = relationOf(table.model, condition.some)
  const related = { model: modelOf(relation.target), alias: nextAlias() }
  const where = whereSql({ table: related, parameters, nextAlias }, condition.where)
  return `EXISTS (SELECT FROM ${tableSql(related)} WHERE ${joinSql(table, relation, related)} AND (${where}))`
}

export function tableSql(table: Table): string {
  return `${quoted(table.model.name)} ${table.alias}`
}

/** That the columns of a relation meet. */
export function joinSql(table: Table, relation: Relation, related: Table): string {
  return relation.join
    .map(({ own, other }) => `${columnSql(related, other)} = ${columnSql(table, own)}`)
    .join(' AND ')
}

function spanSql(
  { table, parameters }: Scope,
  { span, within, match }: Extract<Condition, { span: string }>,
): string {
  const earliest = columnSql(table, `${span}Earliest`)
  const latest = columnSql(table, `${span}Latest`)
  const from = parameters.bind(within.from, 'date')
  const until = parameters.bind(within.until, 'date')
  if (match === 'CERTAINLY') {
    // A planner that does not know the days takes two bounds of one column for a narrow span, and would sort a wide one;
    // of pairs it does not. The last day of a date is never before its first.
    return parameters.areKnown
      ? `${earliest} >= ${from} AND ${earliest} <= ${until} AND ${latest} <= ${until}`
      : `(${earliest}, ${latest}) >= (${from}, ${from}) AND (${earliest}, ${latest}) <= (${until}, ${until}) AND ${latest} <= ${until}`
  }
  return (
    // The ranges overlap, by their index; the bounds once more, by themselves, for indexes that begin with
    // something else, and because a range without bounds would overlap everything.
    `daterange(${earliest}, ${latest}, '[]') && daterange(${from}, ${until}, '[]')` +
    ` AND ${earliest} <= ${until} AND ${latest} >= ${from}`
  )
}

/**
 * The ids of the entries referred to, told to the planner itself (entries_named in the migrations). One alone is
 * compared as a scalar, so that an index that goes on in the asked order is used; it is looked up where the planner is
 * not to know it.
 */
function referenceSql({ parameters }: Scope, reference: Reference, narrower: boolean): string {
  const { model, ids, slugs } = reference
  const isOne = !narrower && ids.length + slugs.length === 1
  const [[id], [slug]] = [ids, slugs]
  // A participant may have been merged into another, and the ID lead there.
  if (isOne && id !== undefined && model !== 'Participant') return parameters.bind(id, 'uuid')
  if (isOne && !parameters.areKnown) {
    const [names, found] = model === 'Participant' ? ['ParticipantName', 'participantId'] : [model, 'id']
    const isNamed =
      id === undefined
        ? `"slug" = ${parameters.bind(slug ?? '', 'text')}`
        : `"id" = ${parameters.bind(id, 'uuid')}`
    return `(SELECT ${quoted(found)} FROM ${quoted(names)} WHERE ${isNamed} LIMIT 1)`
  }
  const named = `entries_named(${parameters.bind(model, 'text')}, ${parameters.bindList(ids, 'uuid')}, ${parameters.bindList(slugs, 'text')})`
  if (isOne) return `(${named})[1]`
  return `ANY(${narrower ? `topics_within(${named})` : named})`
}
