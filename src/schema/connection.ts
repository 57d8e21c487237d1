import type { MaybePromise } from '@pothos/core'

/** A connection: rows in the order of the list, read when a field of it asks for them. */
export interface Connection<Row extends object> {
  page(): MaybePromise<Page<Row>>
  totalCount(): MaybePromise<number>
}

/** The rows of one page, in the list's order. */
export interface Page<Row extends object> {
  rows: Row[]
  cursorOf(row: Row): string
  hasNextPage: boolean
  hasPreviousPage: boolean
}
