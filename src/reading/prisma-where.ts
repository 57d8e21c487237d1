import type { Condition, Reference, Value } from './condition.ts'
import { columnOf, keyOf, type Model, modelOf, relationOf } from './model.ts'
import { isStorable } from './where.ts'

/** A condition as Prisma's client takes it. */
export type PrismaWhere = Readonly<Record<string, unknown>>

/** A condition in Prisma's words; undefined where it has none for it. */
export function prismaWhere(model: Model, condition: Condition): PrismaWhere | undefined {
  if ('all' in condition) return joined(model, { AND: condition.all }, (part) => prismaWhere(model, part))
  if ('any' in condition) return joined(model, { OR: condition.any }, (part) => prismaWhere(model, part))
  if ('not' in condition) return complement(model, condition.not)
  if ('some' in condition) {
    const { target, isList } = relationOf(model, condition.some)
    const where = prismaWhere(modelOf(target), condition.where)
    return where && { [condition.some]: isList ? { some: where } : { is: where } }
  }
  if ('span' in condition) {
    const { earliest, latest, within } = daysOf(condition)
    return condition.match === 'CERTAINLY'
      ? { [earliest]: { gte: within.from, lte: within.until }, [latest]: { lte: within.until } }
      : { [earliest]: { lte: within.until }, [latest]: { gte: within.from } }
  }
  const { column } = condition
  if ('in' in condition) {
    const values = valuesOf(model, column, condition.in)
    // Of truth values there is no list.
    if (columnOf(model, column).type !== 'boolean') return { [column]: { in: values } }
    return values.length === 0 ? nothing(model) : { OR: values.map((value) => ({ [column]: value })) }
  }
  if ('is' in condition) {
    const [value] = valuesOf(model, column, [condition.value])
    return { [column]: condition.is === '<=' ? { lte: value } : { gte: value } }
  }
  if ('isNull' in condition) return { [column]: condition.isNull ? null : { not: null } }
  if ('sharesAnyOf' in condition) return { [column]: { hasSome: condition.sharesAnyOf } }
  if ('refersTo' in condition && !condition.narrower) return referring(model, column, condition.refersTo)
  return undefined
}

/** What does not meet a condition: what is null, which is neither in SQL, is here. */
function complement(model: Model, condition: Condition): PrismaWhere | undefined {
  if ('all' in condition) return joined(model, { OR: condition.all }, (part) => complement(model, part))
  if ('any' in condition) return joined(model, { AND: condition.any }, (part) => complement(model, part))
  if ('not' in condition) return prismaWhere(model, condition.not)
  if ('some' in condition) return unrelated(model, condition)
  if ('span' in condition) {
    const { earliest, latest, within } = daysOf(condition)
    const outside =
      condition.match === 'CERTAINLY'
        ? [
            { [earliest]: { lt: within.from } },
            { [earliest]: { gt: within.until } },
            { [latest]: { gt: within.until } },
          ]
        : [{ [earliest]: { gt: within.until } }, { [latest]: { lt: within.from } }]
    return { OR: [{ [earliest]: null }, ...outside] }
  }
  const where = prismaWhere(model, condition)
  if (!where) return undefined
  const isNullable = columnOf(model, condition.column).isNullable && !('isNull' in condition)
  return isNullable ? { OR: [{ [condition.column]: null }, { NOT: where }] } : { NOT: where }
}

function joined(
  model: Model,
  conditions: { AND: readonly Condition[] } | { OR: readonly Condition[] },
  toWhere: (condition: Condition) => PrismaWhere | undefined,
): PrismaWhere | undefined {
  const [operator, parts] =
    'AND' in conditions ? (['AND', conditions.AND] as const) : (['OR', conditions.OR] as const)
  // An empty OR is not always nothing to the client, nor an empty AND everything.
  if (parts.length === 0) return operator === 'OR' ? nothing(model) : { NOT: nothing(model) }
  const found = parts.map(toWhere)
  return found.every((part) => part !== undefined) ? { [operator]: found } : undefined
}

function nothing(model: Model): PrismaWhere {
  const [key = 'id'] = keyOf(model.name)
  return { [key]: { in: [] } }
}

/** That no related row meets a condition; one that is null in it does not. */
function unrelated(
  model: Model,
  { some, where }: { some: string; where: Condition },
): PrismaWhere | undefined {
  const { target, isList, join } = relationOf(model, some)
  if (isList) {
    const found = prismaWhere(modelOf(target), where)
    return found && { [some]: { none: found } }
  }
  const other = complement(modelOf(target), where)
  const isNullable = join.some(({ own }) => columnOf(model, own).isNullable)
  return other && { OR: [{ [some]: { is: other } }, ...(isNullable ? [{ [some]: null }] : [])] }
}

/** An id, or the relation that it is the key of; a participant has the names of those who were merged into it too. */
function referring(
  model: Model,
  column: string,
  { model: of, ids, slugs }: Reference,
): PrismaWhere | undefined {
  const named = [{ id: { in: ids } }, { slug: { in: slugs } }]
  const where =
    of === 'Participant' ? { OR: [...named, { redirects: { some: { OR: named } } }] } : { OR: named }
  if (column === 'id' && model.name === of) return where
  const relation = [...model.relations.values()].find(
    ({ isList, join: [key, ...others] }) =>
      !isList && others.length === 0 && key?.own === column && key.other === 'id',
  )
  return relation && { [relation.name]: { is: where } }
}

function daysOf({ span, within }: Extract<Condition, { span: string }>) {
  return {
    earliest: `${span}Earliest`,
    latest: `${span}Latest`,
    within: { from: new Date(within.from), until: new Date(within.until) },
  }
}

function valuesOf(model: Model, column: string, values: readonly Value[]): unknown[] {
  const { type } = columnOf(model, column)
  return values.filter(isStorable).map((value) => prismaValue(type, value))
}

/** A value as the client takes it for a column of a type. */
export function prismaValue(type: string, value: Value): unknown {
  switch (type) {
    case 'date':
    case 'timestamptz':
      return new Date(String(value))
    case 'bigint':
      return BigInt(value)
    default:
      return value
  }
}
