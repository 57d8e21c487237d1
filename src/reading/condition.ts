/**
 * What a row must be like to be in a list: the language in which filters speak to the door. Plain data, so
 * that two of them can be compared; columns and relations are those of the model that the list is of.
 */
export type Condition =
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { column: string; in: readonly Value[] }
  | { column: string; is: '<=' | '>='; value: Value }
  | { column: string; isNull: boolean }
  /** A list column that shares a member with `values`. */
  | { column: string; sharesAnyOf: readonly string[] }
  /** A foreign key to one of the entries referred to; of topics, to their narrower ones as well. */
  | { column: string; refersTo: Reference; narrower?: boolean }
  /** A column of words, parted by blanks, that holds all of these. */
  | { column: string; hasWords: readonly string[] }
  /** A list column with a member outside of `values`, or with none at all. */
  | { column: string; isNotOnly: readonly string[] }
  /** The id of an entry that a full-text query finds (src/domain/search-query.ts). */
  | { column: string; isFoundBy: string }
  /** A span of days that may fall within these days, or certainly does. */
  | { span: string; within: Days; match: 'POSSIBLY' | 'CERTAINLY' }
  /** A related row that meets the condition exists. */
  | { some: string; where: Condition }

export type Value = string | number | boolean

/** Entries of one model, by their ids or slugs; those that do not exist are nobody. */
export interface Reference {
  model: string
  ids: readonly string[]
  slugs: readonly string[]
}

/** Days 'YYYY-MM-DD', both included. */
export interface Days {
  from: string
  until: string
}

export const everything: Condition = { all: [] }
export const nothing: Condition = { any: [] }
