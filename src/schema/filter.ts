import { wordKeys } from '../domain/folding.ts'
import type { SluggedType } from '../domain/global-id.ts'
import { readSearch } from '../domain/search-query.ts'
import { type Condition, nothing, type Value } from '../reading/condition.ts'
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

/** A value that may be left out as a list: an empty text is a value, which nothing has. */
export function one<Value>(value: Value | null | undefined): Value[] | null {
  return value === null || value === undefined ? null : [value]
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
  type: SluggedType,
  ids: readonly string[] | null | undefined,
): Condition[] {
  return ids && ids.length > 0 ? [{ column, refersTo: referencesTo(type, ids) }] : []
}

/** That a name holds all of these words, whatever their case and accents. */
export function hasWords(column: string, argument: string, text: string | null | undefined): Condition[] {
  if (text === null || text === undefined) return []
  const words = wordKeys(text)
  if (words.length === 0) throw badUserInput(`"${argument}" holds no word. Write one, or leave it out.`)
  return [{ column, hasWords: words }]
}

/** Marks an argument that takes a text to search for: how long it may be is a limit of its own. */
export const searched = { isSearched: true }

export function isSearched({ extensions }: { extensions: Readonly<Record<string, unknown>> }): boolean {
  return extensions['isSearched'] === true
}

/** The options of every filter's `search`. */
export const searchOptions = {
  description: 'Found by these words, as in `Query.search`. Example: `"cease-fire syria"`.',
  extensions: searched,
}

/** That an entry is found by what was typed; a blank text restricts nothing. */
export function isFound(text: string | null | undefined): Condition[] {
  if (text === null || text === undefined || text.trim() === '') return []
  const query = readSearch(text)
  return [query === null ? nothing : { column: 'id', isFoundBy: query }]
}

/** That a row has topics; a topic stands for its narrower ones too. */
export function topicConditions(match: IdMatch | null | undefined): Condition[] {
  return matching(match, (ids) => ({
    some: 'topics',
    where: { column: 'topicId', refersTo: referencesTo('Topic', ids), narrower: true },
  }))
}
