import { everything } from '../condition.ts'
import { type Model, modelOf, type Relation, relationOf } from '../model.ts'
import { naturalOrder, throughOf } from '../order.ts'
import { type Query, type Selection, selectionOf } from '../selection.ts'
import { restOnCondition } from './condition-basis.ts'
import { isCovered, type ListBasis, listBasis } from './list-basis.ts'
import { isEntry, ownersOf } from './owners.ts'
import { accounts, contested, type Rest, renamed } from './tags.ts'

/** Notes what a row, with all that is in it, rests on. */
type RestOnRow = (row: object, rest: Rest) => void

/** What was made of selections; those that nobody holds any more are forgotten. */
const made = new WeakMap<Selection, Map<string, RestOnRow>>()

/** What rows of a model rest on that were read with a query: each with all the rows that were read in it. */
export function rowBasis(model: string, query: Query): RestOnRow {
  const { select } = query
  const kept = select && made.get(select)?.get(model)
  if (kept) return kept
  const basis = makeRowBasis(modelOf(model), query)
  if (select) made.set(select, (made.get(select) ?? new Map()).set(model, basis))
  return basis
}

function makeRowBasis(model: Model, query: Query): RestOnRow {
  const selection = Object.entries(selectionOf(model, query)).filter(([, selected]) => selected !== false)
  const steps = selection.flatMap(([name, selected]): RestOnRow[] => {
    const own = typeof selected === 'object' ? selected : {}
    if (name === '_count') return countSteps(model, own)
    const relation = model.relations.get(name)
    if (!relation) return []
    return [relation.isList ? listStep(model, relation, own) : oneStep(relation, own)]
  })
  const self = selfStep(model, { isContestedRead: selection.some(([name]) => name === 'isContested') })
  return (row, rest) => {
    self(row, rest)
    for (const step of steps) step(row, rest)
  }
}

/** What a row rests on itself. What belongs to an entry is reached from it, or from what it refers to. */
function selfStep({ name }: Model, { isContestedRead }: { isContestedRead: boolean }): RestOnRow {
  if (name === 'Account') {
    return (row, rest) => {
      const meetingId = textOf(row, 'meetingId')
      rest(meetingId === undefined ? 'Statement' : accounts(meetingId))
    }
  }
  if (!isEntry(name)) return () => undefined
  return (row, rest) => {
    const id = textOf(row, 'id')
    if (id === undefined) {
      rest(name)
      if (isContestedRead) rest('Statement')
      return
    }
    rest(id)
    if (isContestedRead) rest(contested(id))
  }
}

function oneStep({ name, target, join: [key] }: Relation, query: Query): RestOnRow {
  const basis = rowBasis(target, query)
  return (row, rest) => {
    const one: unknown = Reflect.get(row, name)
    if (typeof one !== 'object' || one === null) return
    const id = textOf(one, 'id') ?? (key?.other === 'id' ? textOf(row, key.own) : undefined)
    basis(id === undefined || 'id' in one ? one : { ...one, id }, rest)
  }
}

function listStep(model: Model, relation: Relation, query: Query): RestOnRow {
  const { name, target } = relation
  const list = listBasis(model, name)
  const basis = rowBasis(target, query)
  const onList = restOnRelation(list, { target, query })
  const ordered = unseen(target, query, list.covers)
  return (row, rest) => {
    onList(row, rest)
    const rows: unknown = Reflect.get(row, name)
    if (!Array.isArray(rows)) return
    for (const one of rows) basis(one, rest)
    ordered(rows.length, rest)
  }
}

function countSteps(model: Model, counts: Query): RestOnRow[] {
  return Object.entries(counts.select ?? {}).map(([name, counted]) =>
    restOnRelation(listBasis(model, name), {
      target: relationOf(model, name).target,
      query: typeof counted === 'object' ? counted : {},
    }),
  )
}

/** What it rests on which rows a list of a row has. */
function restOnRelation(
  { column, tagsOf, always, covers }: ListBasis,
  { target, query }: { target: string; query: Query },
): RestOnRow {
  const fixed = new Set(always)
  restOnCondition({ model: target, where: query.where ?? everything, covers }, (tag) => fixed.add(tag))
  return (row, rest) => {
    for (const tag of fixed) rest(tag)
    const value = textOf(row, column)
    for (const tag of value === undefined ? covers : tagsOf(value)) rest(tag)
  }
}

/**
 * A list can be ordered by other entries than those that are in it, such as attendances by the names of participants:
 * where all of these are seen, the list rests on them anyway. Those that a page left out may come in.
 */
function unseen(target: string, query: Query, covers: readonly string[]) {
  const model = modelOf(target)
  const order = query.order ?? (query.page ? [] : naturalOrder(target))
  const selection = selectionOf(model, query)
  // Slugs stay what they are.
  const terms = order.filter(({ columns }) => columns.some((column) => column !== 'slug' && column !== 'id'))
  const others = throughOf(terms).flatMap((name) => {
    const relation = relationOf(model, name)
    if (isCovered(target, relation, covers)) return []
    const areNames = terms.every(({ columns }) => columns.every((column) => column === 'nameKey'))
    const tags = ownersOf(relation.target).map((type) => (areNames ? renamed(type) : type))
    return [{ isSeen: Boolean(selection[name]), tags }]
  })
  const hidden = others.flatMap(({ tags }) => tags)
  const always = others.filter(({ isSeen }) => !isSeen).flatMap(({ tags }) => tags)
  const { page } = query
  return (length: number, rest: Rest) => {
    const isPart = page && (length >= page.take || page.after || page.before)
    for (const tag of isPart ? hidden : always) rest(tag)
  }
}

function textOf(row: object, column: string): string | undefined {
  const value: unknown = Reflect.get(row, column)
  return typeof value === 'string' ? value : undefined
}
