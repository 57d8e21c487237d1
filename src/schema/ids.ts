import {
  globalId,
  type NodeType,
  readReference,
  readTypedReference,
  type SluggedType,
} from '../domain/global-id.ts'
import type { Condition, Reference } from '../reading/condition.ts'
import { builder } from './builder.ts'

/** The global ID of a row: what `id` gives everywhere. */
export function idOf(type: NodeType, row: { id: string }): string {
  return globalId(type, row.id)
}

/** The entries of one type that these IDs name, each a global ID or a slug; what is malformed names nobody. */
export function referencesTo(type: SluggedType, ids: readonly string[]): Reference {
  const found = ids.map((id) => readReference(id, type)).filter((reference) => reference !== null)
  return {
    model: type,
    ids: found.flatMap((reference) => ('id' in reference ? [reference.id] : [])),
    slugs: found.flatMap((reference) => ('slug' in reference ? [reference.slug] : [])),
  }
}

/** The same where an ID can be of several types: a global ID, or `Type:slug`. */
export function typedReferencesTo(type: SluggedType, ids: readonly string[]): Reference {
  const found = ids.map(readTypedReference).filter((reference) => reference?.type === type)
  return {
    model: type,
    ids: found.flatMap((reference) => (reference && 'id' in reference ? [reference.id] : [])),
    slugs: found.flatMap((reference) => (reference && 'slug' in reference ? [reference.slug] : [])),
  }
}

/** That a row is the one that an ID names; null where it names none. */
export function identifies(type: NodeType, id: string): Condition | null {
  const reference = readReference(id, type)
  if (!reference) return null
  if ('id' in reference) return hasId(type, [reference.id])
  return type === 'Participant'
    ? { column: 'id', refersTo: referencesTo(type, [id]) }
    : { column: 'slug', in: [reference.slug] }
}

/** That a row has one of these UUIDs; a participant has those of others who were merged into it too. */
export function hasId(type: NodeType, ids: readonly string[]): Condition {
  return type === 'Participant'
    ? { column: 'id', refersTo: { model: type, ids, slugs: [] } }
    : { column: 'id', in: ids }
}

export interface IdMatch {
  any?: readonly string[] | null
  all?: readonly string[] | null
  none?: readonly string[] | null
}

export const IDMatch = builder.inputRef<IdMatch>('IDMatch').implement({
  description:
    'Which entries must be among those of a row; the three are ANDed. Example: `{ all: ["angela-merkel"], none: ["vladimir-putin"] }`.',
  fields: (t) => ({
    any: t.idList({
      description: 'At least one of these: global IDs or slugs. Example: `["france", "germany"]`.',
    }),
    all: t.idList({ description: 'Every one of these. Example: `["france", "germany"]`.' }),
    none: t.idList({ description: 'None of these. Example: `["united-states"]`.' }),
  }),
})

/** A match as conditions, given what it means that a row has any of some entries. */
export function matching(
  match: IdMatch | null | undefined,
  hasAnyOf: (ids: readonly string[]) => Condition,
): Condition[] {
  const { any, all, none } = match ?? {}
  return [
    ...(any && any.length > 0 ? [hasAnyOf(any)] : []),
    ...(all ?? []).map((id) => hasAnyOf([id])),
    ...(none && none.length > 0 ? [{ not: hasAnyOf(none) }] : []),
  ]
}
