import { type Model, type Relation, relationOf } from '../model.ts'
import { isEntry, isOwnerColumn, ownersOf } from './owners.ts'
import { accounts, contested, referring } from './tags.ts'

/** What it rests on which rows a relation leads to. */
export interface ListBasis {
  /** By the value of the column of the row that has the relation. */
  column: string
  tagsOf(value: string): readonly string[]
  /** The same for all rows. */
  always: readonly string[]
  /** The types of entries that cannot change in the rows of the relation without touching one of these tags. */
  covers: readonly string[]
}

/** What follows from what statements say of meetings. */
const TOLD = ['Account', 'AccountStatement', 'AccountPosition', 'AccountSilence', 'MeetingIssue']

/**
 * What the list of rows to which a relation leads rests on besides the row that has it. What belongs to one entry is
 * written with it, and rests on nothing else.
 *
 * @param model the model that has the relation
 */
export function listBasis(model: Model, name: string): ListBasis {
  const relation = relationOf(model, name)
  const column = relation.join[0]?.own ?? 'id'
  const other = relation.join[0]?.other ?? ''
  const basis = { column, tagsOf: () => [], always: [], covers: ownersOf(relation.target) }
  const onStatements = { ...basis, covers: ['Statement'] }
  if (TOLD.includes(relation.target)) {
    if (model.name === 'Meeting') return { ...onStatements, tagsOf: (id) => [accounts(id)] }
    return TOLD.includes(model.name) ? onStatements : { ...onStatements, always: ['Statement'] }
  }
  if (relation.target === 'Contradiction') return { ...onStatements, tagsOf: (id) => [contested(id)] }
  // A change of one who is in a chain touches all that are reported in it.
  if (relation.target === 'Attribution')
    return other === 'statementId' ? onStatements : { ...onStatements, always: ['Statement'] }
  // Which statements have the same at the outer end of their chains.
  if (other === 'outermostId') return { ...basis, always: ['Statement'] }
  if (isWithin(model.name, relation)) return basis
  return { ...basis, tagsOf: (id) => basis.covers.map((type) => referring(type, id)) }
}

/**
 * Whether whatever a relation leads to from the rows of a list cannot change without touching what the list rests on: it
 * belongs to the same entry, or the list follows from it.
 */
export function isCovered(model: string, relation: Relation, covers: readonly string[]): boolean {
  if (isWithin(model, relation)) return true
  const isView = ownersOf(model).length === 0
  return isView && ownersOf(relation.target).every((type) => covers.includes(type))
}

/** Whether a relation stays within one entry: it leads from it to what belongs to it, or back. */
export function isWithin(model: string, { isList, join, target }: Relation): boolean {
  const [key] = join
  if (!key) return false
  return isList ? isOwnerColumn(target, key.other) : !isEntry(model) && isOwnerColumn(model, key.own)
}
