import type { Condition } from './condition.ts'
import type { Model } from './model.ts'
import type { Key, Order } from './order.ts'

/**
 * What to read of the rows of a model, and of which rows: names of columns, and of relations with a query of
 * their own. Without `select` it is every column. `_count` counts the rows of relations. This is the form in
 * which plugin-prisma asks; where, order and page are this door's own words.
 */
export interface Query extends List {
  select?: Selection | undefined
  include?: Selection | undefined
  /** True where nothing more will be asked of the rows: they and those in them are marked as WHOLE (row.ts). */
  isWhole?: boolean
}

export interface Selection {
  readonly [name: string]: boolean | Query
}

/** What a query selects, by name. */
export function selectionOf(model: Model, { select, include }: Query): Selection {
  return (
    select ?? { ...Object.fromEntries([...model.columns.keys()].map((column) => [column, true])), ...include }
  )
}

/** Which rows, in which order, from where on and how many. */
export interface List {
  where?: Condition
  order?: Order
  page?: Page
}

export interface Page {
  take: number
  /** True to read from the end of the order towards its start. */
  isBackward: boolean
  after?: Key
  before?: Key
}

/** Rows by their keys: the columns of the key, and the values of each. */
export interface RowsByKey {
  model: string
  query: Query
  key: readonly string[]
}
