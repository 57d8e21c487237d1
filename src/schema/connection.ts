import type { MaybePromise } from '@pothos/core'
import type { FacetBy, FacetCount } from '../reading/facets.ts'

/** A connection: rows in the order of the list, read when a field of it asks for them. */
export interface Connection<Row extends object> {
  page(): MaybePromise<Page<Row>>
  totalCount(): MaybePromise<number>
}

/** A connection of which the rows are the nodes: what they have in common can be counted. */
export interface NodeConnection<Row extends object> extends Connection<Row> {
  /** Counts the nodes of the whole list by a value, the most frequent first. */
  facet(by: FacetBy, first?: number): Promise<FacetCount[]>
}

/** The rows of one page, in the list's order. */
export interface Page<Row extends object> {
  rows: Row[]
  cursorOf(row: Row): string
  hasNextPage: boolean
  hasPreviousPage: boolean
}
