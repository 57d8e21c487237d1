import { foldedWords } from '../domain/folding.ts'
import type { Condition, Value } from '../reading/condition.ts'
import { badUserInput } from './errors.ts'
import { type IdMatch, matching, referencesTo } from './ids.ts'

/** A filter that can be combined with itself. */
export interface Combinable<Filter> {
  and?: readonly Filter[] | null
  or?: readonly Filter[] | null
  not?: Filter | null
}

/** What the three ways to combine filters of a type mean. An empty list restricts nothing. */
export function combined<Filter>(
  filter: Combinable<Filter>,
  read: (filter: Filter) => Condition,
): Condition[] {
  return [
    ...(filter.and ?? []).map(read),
    ...(filter.or && filter.or.length > 0 ? [{ any: filter.or.map(read) }] : []),
    ...(filter.not ? [{ not: read(filter.not) }] : []),
  ]
}

/** That a column is one of these; an empty list or null restricts nothing. */
export function oneOf(column: string, values: readonly Value[] | null | undefined): Condition[] {
  return values && values.length > 0 ? [{ column, in: values }] : []
}

/** That a column is true, or is not; null restricts nothing. */
export function isTrue(column: string, value: boolean | null | undefined): Condition[] {
  return typeof value === 'boolean' ? [{ column, in: [value] }] : []
}

/** That a foreign key leads to one of these participants, issues or sources. */
export function refersToOne(
  column: string,
  type: 'Participant' | 'Issue' | 'Source' | 'Meeting',
  ids: readonly string[] | null | undefined,
): Condition[] {
  return ids && ids.length > 0 ? [{ column, refersTo: referencesTo(type, ids) }] : []
}

/** That a name holds all of these words, whatever their case and accents. */
export function hasWords(column: string, argument: string, text: string | null | undefined): Condition[] {
  if (text === null || text === undefined) return []
  if (text.length > 200)
    throw badUserInput(`"${argument}" has ${text.length} characters, and it may have 200.`)
  const words = foldedWords(text)
  if (words.length === 0) throw badUserInput(`"${argument}" holds no word. Write one, or leave it out.`)
  return [{ column, hasWords: words }]
}

/** That a row has topics; a topic stands for its narrower ones too. */
export function topicConditions(match: IdMatch | null | undefined): Condition[] {
  return matching(match, (ids) => ({
    some: 'topics',
    where: { column: 'topicId', refersTo: referencesTo('Topic', ids), narrower: true },
  }))
}
