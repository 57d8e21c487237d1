import type { Condition, Reference } from '../condition.ts'
import { type Model, modelOf, relationOf } from '../model.ts'
import { isCovered, isWithin } from './list-basis.ts'
import { isEntry, ownersOf } from './owners.ts'
import { LOG, named, type Rest, referring } from './tags.ts'
import { datedWithin, havingValues } from './traits.ts'

/** Columns that follow from other entries than their own, and from which. */
const derived: Readonly<Record<string, readonly string[]>> = {
  isContested: ['Statement'],
  evidence: ['Statement', 'Participant'],
}

interface Conditioned {
  model: string
  where: Condition
  /** The types whose entries, among the rows that are tried, cannot change without touching what the list rests on. */
  covers: readonly string[]
}

/** What it rests on which rows meet a condition, besides on these rows themselves. */
export function restOnCondition({ model: name, where, covers }: Conditioned, rest: Rest): void {
  const model = modelOf(name)
  if ('all' in where || 'any' in where) {
    const parts = 'all' in where ? where.all : where.any
    for (const part of parts) restOnCondition({ model: name, where: part, covers }, rest)
  } else if ('not' in where) restOnCondition({ model: name, where: where.not, covers }, rest)
  else if ('some' in where) restOnRelated(model, { ...where, covers }, rest)
  else if ('column' in where) {
    for (const type of derived[where.column] ?? []) rest(type)
    if (!('refersTo' in where)) return
    restOnNames(where.refersTo, rest)
    if (where.narrower) rest('Topic')
  }
}

function restOnRelated(
  model: Model,
  { some, where, covers }: { some: string; where: Condition; covers: readonly string[] },
  rest: Rest,
) {
  const relation = relationOf(model, some)
  const isInside = isCovered(model.name, relation, covers)
  const types = ownersOf(relation.target)
  // What nobody writes follows from statements, or is the log.
  if (!isInside) for (const tag of types.length > 0 ? types : ['Statement', LOG]) rest(tag)
  restOnCondition({ model: relation.target, where, covers: isInside ? covers : [] }, rest)
}

/** Whom names lead to. */
function restOnNames({ model, ids, slugs }: Reference, rest: Rest) {
  for (const id of ids) rest(id)
  for (const slug of slugs) rest(named(model, slug))
}

/** What it rests on which rows of a whole model meet a condition, in whatever order and page. */
export function restOnList({ model, where }: { model: string; where: Condition }, rest: Rest): void {
  const covers = ownersOf(model)
  for (const tag of narrowedBest(model, where) ?? covers) rest(tag)
  if (covers.length === 0) rest(LOG)
  restOnCondition({ model, where, covers }, rest)
}

/** Tells which entries a part of a condition leaves, by their tags; nothing where it does not tell. */
type Narrow = (at: { model: string; type: string }, part: Condition) => readonly string[] | undefined

/** The tags of the few entries that a condition leaves; nothing where it can be anything of the model. */
function narrowedBest(model: string, where: Condition): readonly string[] | undefined {
  if (!isEntry(model)) return undefined
  for (const narrow of [byName, byDate, byValue]) {
    const found = narrowed({ model, type: model }, where, narrow)
    if (found) return found
  }
  return undefined
}

/** @param at a model, and the type of the entries to which its rows belong */
function narrowed(
  at: { model: string; type: string },
  where: Condition,
  narrow: Narrow,
): readonly string[] | undefined {
  if ('all' in where) {
    for (const part of where.all) {
      const found = narrowed(at, part, narrow)
      if (found) return found
    }
    return undefined
  }
  if ('any' in where) {
    const found = where.any.map((part) => narrowed(at, part, narrow))
    return found.every((one) => one !== undefined) ? found.flat() : undefined
  }
  if ('some' in where) {
    const relation = relationOf(modelOf(at.model), where.some)
    return isWithin(at.model, relation)
      ? narrowed({ ...at, model: relation.target }, where.where, narrow)
      : undefined
  }
  return narrow(at, where)
}

const byDate: Narrow = ({ model, type }, where) =>
  model === type && 'span' in where ? datedWithin(type, where) : undefined

const byValue: Narrow = ({ model, type }, where) =>
  model === type && 'in' in where ? havingValues(type, where) : undefined

/** Those of some names, or those that refer to some. */
const byName: Narrow = ({ model, type }, where) => {
  if (!('column' in where)) return undefined
  if ('refersTo' in where) {
    if (where.narrower) return undefined
    const names: string[] = []
    restOnNames(where.refersTo, (name) => names.push(name))
    return model === type && where.column === 'id' ? names : names.map((name) => referring(type, name))
  }
  if (model !== type || !('in' in where)) return undefined
  if (where.column === 'id') return where.in.map(String)
  return where.column === 'slug' ? where.in.map((slug) => named(type, String(slug))) : undefined
}
