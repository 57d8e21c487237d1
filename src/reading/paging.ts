import type { Condition } from './condition.ts'
import { columnOf } from './model.ts'
import type { Key, Order, OrderTerm } from './order.ts'
import { reversed } from './order.ts'
import type { Scope, Table } from './scope.ts'
import type { Page } from './selection.ts'
import { columnSql } from './where.ts'

/** A stretch of a list that one index can be read along: conditions on its rows, and their order. */
export interface Stretch {
  conditions: readonly string[]
  orderBy: string
}

type TableOf = (term: OrderTerm) => Table

/** An order as SQL; what is null comes last, or first when read backward. */
export function orderBySql(order: Order, isBackward: boolean, tableOf: TableOf): string {
  return orderedBy(order, isBackward, (term, column) => columnSql(tableOf(term), column))
}

/** The same of rows that bring the columns of the order along under names of their own. */
export function orderByKeysSql(order: Order, isBackward: boolean, alias: string): string {
  let place = 0
  return orderedBy(order, isBackward, () => `${alias}.${keyName(place++)}`)
}

/** The name of the n-th column of an order. */
export function keyName(place: number): string {
  return `key${place}`
}

function orderedBy(
  order: Order,
  isBackward: boolean,
  nameOf: (term: OrderTerm, column: string) => string,
): string {
  return (isBackward ? reversed(order) : order)
    .flatMap((term) => {
      const nulls = term.isNullable ? ` NULLS ${isBackward ? 'FIRST' : 'LAST'}` : ''
      return term.columns.map((column) => `${nameOf(term, column)} ${term.direction}${nulls}`)
    })
    .join(', ')
}

/**
 * The rows of a page, as one stretch or two: where the first term can be null, the rows that have it and those
 * that have not, since no one index holds the nulls last in both directions. Rows beyond the page's keys
 * are left out by comparing the columns of the order, never by counting.
 */
export function stretches(
  scope: Scope,
  options: { order: Order; page: Page; where: Condition; tableOf: TableOf },
): Stretch[] {
  const { order, page, where, tableOf } = options
  const [first, ...rest] = order
  if (!first?.isNullable || isAlongIndexes(first, page)) {
    return [
      {
        conditions: bounds(scope, order, page, tableOf),
        orderBy: orderBySql(order, page.isBackward, tableOf),
      },
    ]
  }

  const width = first.columns.length
  const columns = first.columns.map((column) => columnSql(tableOf(first), column))
  const found: Stretch[] = []
  if (page.after?.[0] !== null) {
    const dated = [{ ...first, isNullable: false }, ...rest]
    const ends = { ...page }
    if (ends.before?.[0] === null) delete ends.before
    found.push({
      conditions: [`${columns[0]} IS NOT NULL`, ...bounds(scope, dated, ends, tableOf)],
      orderBy: orderBySql(dated, page.isBackward, tableOf),
    })
  }
  if ((page.before === undefined || page.before[0] === null) && !hasValue(where, first)) {
    const ends = { ...page }
    if (ends.after) {
      if (ends.after[0] === null) ends.after = ends.after.slice(width)
      else delete ends.after
    }
    if (ends.before) ends.before = ends.before.slice(width)
    found.push({
      conditions: [...columns.map((column) => `${column} IS NULL`), ...bounds(scope, rest, ends, tableOf)],
      // By the nulls too, so that an index is read along that has them before the rest: whichever way they
      // run, nothing changes.
      orderBy: orderBySql(
        [{ ...first, isNullable: false, direction: rest[0]?.direction ?? first.direction }, ...rest],
        page.isBackward,
        tableOf,
      ),
    })
  }
  return found
}

/** Indexes run upward and have the nulls last: so does this, from one of its ends on. */
function isAlongIndexes(first: OrderTerm, { after, before }: Page): boolean {
  return first.direction === 'ASC' && after === undefined && before === undefined
}

/** Whether a condition leaves out all rows in which a date is null. */
function hasValue(where: Condition, term: OrderTerm): boolean {
  if ('all' in where) return where.all.some((part) => hasValue(part, term))
  return 'span' in where && term.through === undefined && term.columns[0] === `${where.span}Earliest`
}

function bounds(scope: Scope, order: Order, page: Page, tableOf: TableOf): string[] {
  return [
    ...(page.after ? [beyond(scope, { order, key: page.after, tableOf })] : []),
    ...(page.before
      ? [beyond(scope, { order: reversed(order), key: page.before, tableOf, nullsFirst: true })]
      : []),
  ]
}

/** That a row comes after a key in an order. */
function beyond(
  scope: Scope,
  options: { order: Order; key: Key; tableOf: TableOf; nullsFirst?: boolean },
): string {
  const { order, key, tableOf, nullsFirst = false } = options
  const terms = termsWithKeys(scope, order, key, tableOf)
  const [first] = terms
  if (!first) return 'FALSE'
  // Said once more for the first term alone, an index can be entered at it.
  const entered = `(${first.columns.join(', ')}) ${operator(first.term)}= (${first.values.join(', ')})`
  if (terms.every(({ term }) => !term.isNullable && term.direction === first.term.direction)) {
    const columns = terms.flatMap(({ columns }) => columns).join(', ')
    const values = terms.flatMap(({ values }) => values).join(', ')
    const row = `(${columns}) ${operator(first.term)} (${values})`
    const isOfOneTable = terms.every(({ term }) => term.through === first.term.through)
    return isOfOneTable ? row : `${entered} AND ${row}`
  }

  const alternatives = terms.map(({ term, columns, values, isNull }, place) => {
    const equal = terms
      .slice(0, place)
      .map((earlier) =>
        earlier.isNull
          ? `${earlier.columns[0]} IS NULL`
          : `(${earlier.columns.join(', ')}) = (${earlier.values.join(', ')})`,
      )
    const past = isNull
      ? nullsFirst
        ? `${columns[0]} IS NOT NULL`
        : 'FALSE'
      : `(${columns.join(', ')}) ${operator(term)} (${values.join(', ')})` +
        (term.isNullable && !nullsFirst ? ` OR ${columns[0]} IS NULL` : '')
    return [...equal, `(${past})`].join(' AND ')
  })
  const any = `(${alternatives.map((alternative) => `(${alternative})`).join(' OR ')})`
  return first.term.isNullable ? any : `${entered} AND ${any}`
}

function operator(term: OrderTerm): '<' | '>' {
  return term.direction === 'ASC' ? '>' : '<'
}

function termsWithKeys(scope: Scope, order: Order, key: Key, tableOf: TableOf) {
  let next = 0
  return order.map((term) => {
    const table = tableOf(term)
    const keys = term.columns.map((column) => ({ column, value: key[next++] ?? null }))
    const isNull = keys[0]?.value === null
    return {
      term,
      columns: keys.map(({ column }) => columnSql(table, column)),
      isNull,
      values: isNull
        ? []
        : keys.map(({ column, value }) => scope.parameters.bind(value, columnOf(table.model, column).type)),
    }
  })
}
