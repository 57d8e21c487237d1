import fc from 'fast-check'
import type { Condition, Value } from '../../src/reading/condition.ts'
import { type Column, columnOf, keyOf, type Model, modelOf, relationOf } from '../../src/reading/model.ts'
import type { Order, OrderTerm } from '../../src/reading/order.ts'
import type { Page, Query, Selection } from '../../src/reading/selection.ts'
import { SLUGS } from '../model/reading-arbitraries.ts'
import { DAYS } from '../model/reading-dates.ts'

/** What stands in the columns of a model's rows: conditions and cursors are made of it. */
export type Found = (model: string) => readonly object[]

/** A query on a model, as the schema could ask it, or stranger: what is nested in it is a query in its turn. */
export function queries(model: string, found: Found, depth = 2): fc.Arbitrary<Query> {
  return fc
    .record({
      select: selections(modelOf(model), found, depth),
      list: lists(modelOf(model), found),
    })
    .map(({ select, list }) => ({ ...list, select: { ...select, ...selecting(keyOf(model)) } }))
}

function selections(model: Model, found: Found, depth: number): fc.Arbitrary<Selection> {
  const columns = few([...model.columns.keys()], 5).map(selecting)
  const names = [...model.relations.keys()].filter((name) => relationOf(model, name).target !== 'History')
  if (depth === 0 || names.length === 0) return columns
  const nested = few(names, 2)
    .chain((chosen) => fc.tuple(...chosen.map((name) => nestedIn(model, name, { found, depth }))))
    .map((parts): Selection => Object.fromEntries(parts))
  const counted = few(
    names.filter((name) => relationOf(model, name).isList),
    2,
  )
    .chain((chosen) => fc.tuple(...chosen.map((name) => countOf(model, name, found))))
    .map((parts): Selection => (parts.length > 0 ? { _count: { select: Object.fromEntries(parts) } } : {}))
  return fc.tuple(columns, nested, counted).map((parts) => Object.assign({}, ...parts))
}

function nestedIn(model: Model, name: string, { found, depth }: { found: Found; depth: number }) {
  const relation = relationOf(model, name)
  const query: fc.Arbitrary<Query> = relation.isList
    ? queries(relation.target, found, depth - 1)
    : selections(modelOf(relation.target), found, depth - 1).map((select) => ({
        select: { ...select, ...selecting(keyOf(relation.target)) },
      }))
  return query.map((one): [string, Query] => [name, one])
}

function countOf(model: Model, name: string, found: Found) {
  const conditions = conditionsOn(modelOf(relationOf(model, name).target), found, 1)
  return conditions.map((where): [string, Query] => [name, { where }])
}

/** Which rows, in which order, from where on: a page from a row that there is, or all of them. */
function lists(model: Model, found: Found): fc.Arbitrary<Pick<Query, 'where' | 'order' | 'page'>> {
  return fc.tuple(conditionsOn(model, found, 2), orders(model)).chain(([where, order]) => {
    // Of other rows' columns nothing is known here.
    const isOwn = order.every((term) => term.through === undefined)
    const keys = isOwn ? found(model.name).map((row) => keyIn(row, model, order)) : []
    const key =
      keys.length > 0 ? fc.option(fc.constantFrom(...keys), { nil: undefined }) : fc.constant(undefined)
    const page = fc
      .record({ take: fc.nat({ max: 6 }), isBackward: fc.boolean(), after: key, before: key })
      .map(
        ({ take, isBackward, after, before }): Page => ({
          take,
          isBackward,
          ...(after && { after }),
          ...(before && { before }),
        }),
      )
    return fc
      .option(page, { nil: undefined, freq: 4 })
      .map((one) => ({ where, order, ...(one && { page: one }) }))
  })
}

/** One or two terms, of columns that have a value or have none, and then the key. */
function orders(model: Model): fc.Arbitrary<Order> {
  const own = [...model.columns.values()].filter(({ type, isList }) => !isList && isOrdered(type))
  const columnsOfTerms =
    own.length > 0 ? fc.array(fc.constantFrom(...own), { maxLength: 2 }) : fc.constant([])
  const termOf = (column: Column) =>
    fc.constantFrom<OrderTerm['direction']>('ASC', 'DESC').map((direction): OrderTerm => {
      const span = column.name.replace(/(Earliest|Latest)$/, '')
      const columns = span === column.name ? [column.name] : [`${span}Earliest`, `${span}Latest`]
      return { columns, direction, isNullable: column.isNullable }
    })
  const through = [...model.relations.values()]
    .filter(
      ({ isList, target, join }) =>
        !isList && hasSlugs(target) && join.every(({ own }) => !columnOf(model, own).isNullable),
    )
    .map(({ name }): OrderTerm => ({ columns: ['slug'], direction: 'ASC', isNullable: false, through: name }))
  const led =
    through.length > 0 ? fc.option(fc.constantFrom(...through), { nil: undefined }) : fc.constant(undefined)
  const last = fc
    .constantFrom<OrderTerm['direction']>('ASC', 'DESC')
    .map((direction): OrderTerm => ({ columns: keyOf(model.name), direction, isNullable: false }))
  return fc
    .tuple(
      columnsOfTerms.chain((columns) => fc.tuple(...columns.map(termOf))),
      last,
      led,
    )
    .map(([terms, key, first]) => {
      const names = new Set<string>()
      // A column that the order has already says nothing more.
      const once = terms.filter(({ columns: [name = ''] }) => !names.has(name) && names.add(name))
      return [...(first ? [first] : []), ...once, key]
    })
}

function hasSlugs(model: string): boolean {
  return modelOf(model).columns.has('slug')
}

function isOrdered(type: string): boolean {
  return ['text', 'date', 'integer'].includes(type)
}

function keyIn(row: object, model: Model, order: Order) {
  return order.flatMap(({ columns }) =>
    columns.map((name) => {
      const value: unknown = Reflect.get(row, name)
      if (value instanceof Date)
        return value.toISOString().slice(0, model.columns.get(name)?.type === 'date' ? 10 : 24)
      return typeof value === 'string' || typeof value === 'number' ? value : null
    }),
  )
}

/** Conditions of every form that both ways have words for. */
function conditionsOn(model: Model, found: Found, depth: number): fc.Arbitrary<Condition> {
  const columns = [...model.columns.values()]
  const leaves = [
    ...columns.flatMap((column) => conditionsOf(column, found(model.name))),
    ...columns
      .filter(({ name }) => name.endsWith('Earliest'))
      .map(({ name }) => spans(name.replace(/Earliest$/, ''))),
    ...references(model),
  ]
  const leaf = leaves.length > 0 ? fc.oneof(...leaves) : fc.constant<Condition>({ all: [] })
  if (depth === 0) return leaf
  const inner = conditionsOn(model, found, depth - 1)
  const related = [...model.relations.values()]
    .filter(({ target }) => target !== 'History')
    .map(({ name, target }) =>
      fc
        .constant(null)
        .chain(() => conditionsOn(modelOf(target), found, 0))
        .map((where): Condition => ({ some: name, where })),
    )
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant<Condition>({ all: [] }) },
    { weight: 4, arbitrary: leaf },
    { weight: 2, arbitrary: fc.oneof(...related) },
    { weight: 2, arbitrary: fc.array(inner, { maxLength: 3 }).map((all): Condition => ({ all })) },
    { weight: 2, arbitrary: fc.array(inner, { maxLength: 3 }).map((any): Condition => ({ any })) },
    { weight: 2, arbitrary: inner.map((not): Condition => ({ not })) },
  )
}

function conditionsOf(
  { name, type, isList, isNullable }: Column,
  rows: readonly object[],
): fc.Arbitrary<Condition>[] {
  const isNull = isNullable ? [fc.boolean().map((value): Condition => ({ column: name, isNull: value }))] : []
  const values = rows.map((row): unknown => Reflect.get(row, name)).filter((value) => value !== null)
  if (isList) {
    const members = values.flatMap((value) => (Array.isArray(value) ? value.map(String) : []))
    if (members.length === 0) return isNull
    return [
      fc
        .array(fc.constantFrom(...members), { minLength: 1, maxLength: 2 })
        .map((sharesAnyOf) => ({ column: name, sharesAnyOf })),
    ]
  }
  if (type === 'date') {
    return [
      ...isNull,
      fc.record({
        column: fc.constant(name),
        is: fc.constantFrom('<=' as const, '>=' as const),
        value: fc.constantFrom(...DAYS),
      }),
    ]
  }
  const known = values.filter(isValue)
  if (known.length === 0 || type === 'json' || type === 'bigint') return isNull
  return [
    ...isNull,
    fc
      .array(fc.constantFrom(...known), { maxLength: 3 })
      .map((one): Condition => ({ column: name, in: one })),
  ]
}

function isValue(value: unknown): value is Value {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function spans(span: string): fc.Arbitrary<Condition> {
  return fc
    .tuple(
      fc.constantFrom(...DAYS),
      fc.constantFrom(...DAYS),
      fc.constantFrom('POSSIBLY' as const, 'CERTAINLY' as const),
    )
    .map(([one, other, match]) => {
      const [from = one, until = other] = [one, other].toSorted()
      return { span, within: { from, until }, match }
    })
}

/** Foreign keys to entries by their slugs, those of nobody among them. */
function references(model: Model): fc.Arbitrary<Condition>[] {
  return [...model.relations.values()].flatMap(({ isList, target, join: [key, ...others] }) => {
    const slugs = Object.entries(SLUGS).find(([type]) => type === target)?.[1]
    if (isList || !slugs || !key || key.other !== 'id' || others.length > 0) return []
    return [
      fc
        .array(fc.constantFrom(...slugs, 'nobody'), { minLength: 1, maxLength: 3 })
        .map((named): Condition => ({ column: key.own, refersTo: { model: target, ids: [], slugs: named } })),
    ]
  })
}

function few(values: readonly string[], most: number): fc.Arbitrary<string[]> {
  return fc.subarray([...values], { maxLength: Math.min(most, values.length) })
}

function selecting(columns: readonly string[]): Selection {
  return Object.fromEntries(columns.map((column) => [column, true]))
}
