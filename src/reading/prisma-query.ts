import type { PrismaClient } from '../generated/prisma/client.ts'
import { everything } from './condition.ts'
import { columnOf, type Model, modelOf, relationOf } from './model.ts'
import { type Key, naturalOrder, type Order, type OrderTerm, reversed } from './order.ts'
import { type PrismaWhere, prismaValue, prismaWhere } from './prisma-where.ts'
import { WHOLE } from './row.ts'
import { type List, type Page, type Query, type RowsByKey, type Selection, selectionOf } from './selection.ts'

/** What Prisma's client takes to read the rows of a list. */
interface PrismaQuery {
  select: Readonly<Record<string, unknown>>
  where: PrismaWhere
  orderBy?: readonly object[]
  take?: number
}

/** The part of the client that reads rows of a model. */
interface ModelClient {
  findMany(query: PrismaQuery): Promise<object[]>
  count(query: { where: PrismaWhere }): Promise<number>
}

/**
 * The rows of a list, read by Prisma's client: a second way to the same rows, by which the first can be checked.
 * Undefined where the client has no words for the query, in it or in what is nested in it.
 */
export function listByPrisma(
  prisma: PrismaClient,
  name: string,
  query: Query,
): Promise<object[]> | undefined {
  const model = modelOf(name)
  const asked = prismaQuery(model, query)
  return asked && read(prisma, model, { asked, query })
}

export function countByPrisma(prisma: PrismaClient, name: string, { where = everything }: List) {
  const asked = prismaWhere(modelOf(name), where)
  return asked && clientOf(prisma, name).count({ where: asked })
}

/** The rows with these keys, in any order. */
export function rowsByPrisma(
  prisma: PrismaClient,
  { model: name, query, key }: RowsByKey,
  values: readonly (readonly string[])[],
): Promise<object[]> | undefined {
  const model = modelOf(name)
  const select = { ...query.select, ...Object.fromEntries(key.map((column) => [column, true])) }
  const asked = prismaQuery(model, { ...query, select })
  if (!asked) return undefined
  const keys = values.map((value) => Object.fromEntries(key.map((column, place) => [column, value[place]])))
  return read(prisma, model, { asked: { ...asked, where: { OR: keys } }, query: { ...query, select } })
}

async function read(
  prisma: PrismaClient,
  model: Model,
  { asked, query }: { asked: PrismaQuery; query: Query },
): Promise<object[]> {
  const rows = await clientOf(prisma, model.name).findMany(asked)
  const selection = selectionOf(model, query)
  return rows.map((row) => shaped(row, { model, selection, isWhole: query.isWhole === true }))
}

function clientOf(prisma: PrismaClient, model: string): ModelClient {
  return Reflect.get(prisma, model.charAt(0).toLowerCase() + model.slice(1))
}

/** A row in the shape that the other way gives: whole numbers of any length as numbers, and marked where it is whole. */
function shaped(
  row: object,
  { model, selection, isWhole }: { model: Model; selection: Selection; isWhole: boolean },
): object {
  const fields = Object.entries(row).map(([name, value]: [string, unknown]): [string | symbol, unknown] => {
    if (typeof value === 'bigint') return [name, Number(value)]
    const relation = model.relations.get(name)
    if (!relation) return [name, value]
    const target = modelOf(relation.target)
    const below = { model: target, selection: selectionOf(target, queryIn(selection, name)), isWhole }
    if (Array.isArray(value)) return [name, value.map((one) => shaped(one, below))]
    return [name, typeof value === 'object' && value !== null ? shaped(value, below) : null]
  })
  return Object.fromEntries(isWhole ? [[WHOLE, true], ...fields] : fields)
}

function queryIn(selection: Selection, name: string): Query {
  const selected = selection[name]
  return typeof selected === 'object' ? selected : {}
}

function prismaQuery(model: Model, query: Query): PrismaQuery | undefined {
  const { order, page, where = everything } = query
  const select = prismaSelect(model, selectionOf(model, query))
  const found = prismaWhere(model, where)
  if (!select || !found || !canPageFrom(model, query)) return undefined
  const beyond =
    page && order
      ? [...(page.after ? [after(model, order, page.after)] : []), ...before(model, order, page)]
      : []
  return {
    select,
    where: beyond.length > 0 ? { AND: [found, ...beyond] } : found,
    ...(order && { orderBy: prismaOrder(model, order, page?.isBackward ?? false) }),
    ...(page && { take: page.take }),
  }
}

/** Values of enums have an order, but the client compares none. */
function canPageFrom(model: Model, { order = [], page }: List): boolean {
  if (page?.after === undefined && page?.before === undefined) return true
  return order.every((term) =>
    term.columns.every((column) => !columnOf(holderOf(model, term), column).type.startsWith('"')),
  )
}

function prismaSelect(model: Model, selection: Selection): Readonly<Record<string, unknown>> | undefined {
  const parts = Object.entries(selection).flatMap(([name, selected]): [string, unknown][] => {
    if (selected === false) return []
    const query = queryIn(selection, name)
    if (name === '_count') return [[name, prismaCounts(model, query)]]
    const relation = model.relations.get(name)
    if (!relation) return [[name, true]]
    const target = modelOf(relation.target)
    if (relation.isList)
      return [[name, prismaQuery(target, { ...query, order: query.order ?? naturalOrder(target.name) })]]
    const select = prismaSelect(target, selectionOf(target, query))
    return [[name, select && { select }]]
  })
  return parts.every(([, value]) => value !== undefined) ? Object.fromEntries(parts) : undefined
}

function prismaCounts(model: Model, { select = {} }: Query): object | undefined {
  const counts = Object.keys(select).map((name): [string, PrismaWhere | undefined] => [
    name,
    prismaWhere(modelOf(relationOf(model, name).target), queryIn(select, name).where ?? everything),
  ])
  if (counts.some(([, where]) => where === undefined)) return undefined
  return { select: Object.fromEntries(counts.map(([name, where]) => [name, { where }])) }
}

function prismaOrder(model: Model, order: Order, isBackward: boolean): object[] {
  return (isBackward ? reversed(order) : order).flatMap((term) =>
    term.columns.map((column) => {
      const sort = term.direction === 'ASC' ? 'asc' : 'desc'
      const { isNullable } = columnOf(holderOf(model, term), column)
      return under(term, { [column]: isNullable ? { sort, nulls: isBackward ? 'first' : 'last' } : sort })
    }),
  )
}

/** What comes after a key: past it in one column, and equal to it in those before. What is null comes last. */
function after(model: Model, order: Order, key: Key): PrismaWhere {
  return past(columnsIn(model, order, key), ({ term, column, value, isNullable }) => {
    if (value === null) return []
    const beyond = { [column]: term.direction === 'ASC' ? { gt: value } : { lt: value } }
    return isNullable ? [beyond, { [column]: null }] : [beyond]
  })
}

function before(model: Model, order: Order, page: Page): PrismaWhere[] {
  if (!page.before) return []
  const columns = columnsIn(model, order, page.before)
  return [
    past(columns, ({ term, column, value }) =>
      value === null
        ? [{ [column]: { not: null } }]
        : [{ [column]: term.direction === 'ASC' ? { lt: value } : { gt: value } }],
    ),
  ]
}

interface KeyColumn {
  term: OrderTerm
  column: string
  value: unknown
  isNullable: boolean
}

function past(columns: readonly KeyColumn[], pastIt: (column: KeyColumn) => PrismaWhere[]): PrismaWhere {
  return {
    OR: columns.flatMap((one, place) => {
      const equal = columns.slice(0, place).map(({ term, column, value }) => under(term, { [column]: value }))
      return pastIt(one).map((where) => ({ AND: [...equal, under(one.term, where)] }))
    }),
  }
}

function columnsIn(model: Model, order: Order, key: Key): KeyColumn[] {
  const columns = order.flatMap((term) => term.columns.map((column) => ({ term, column })))
  return columns.map(({ term, column }, place) => {
    const value = key[place] ?? null
    const { type, isNullable } = columnOf(holderOf(model, term), column)
    return { term, column, value: value === null ? null : prismaValue(type, value), isNullable }
  })
}

function holderOf(model: Model, { through }: OrderTerm): Model {
  return through === undefined ? model : modelOf(relationOf(model, through).target)
}

function under({ through }: OrderTerm, what: object): PrismaWhere {
  return through === undefined ? { ...what } : { [through]: what }
}
