import type { Page as PageRead } from '../reading/selection.ts'
import { builder } from './builder.ts'
import type { Page } from './connection.ts'
import { type CursorScope, decodeCursor } from './cursor.ts'
import { badUserInput } from './errors.ts'

/** How many rows a page has where the client does not say. How many it may have is a limit, checked before. */
export const DEFAULT_SIZE = 20

export interface PageArguments {
  first?: number | null | undefined
  after?: string | null | undefined
  last?: number | null | undefined
  before?: string | null | undefined
}

export const pageArguments = builder.args((t) => ({
  first: t.int({
    description: 'How many from the start, 0 to 100; 20 when neither first nor last is given.',
  }),
  after: t.string({ description: 'Only what comes after this cursor: the `endCursor` of the page before.' }),
  last: t.int({ description: 'How many from the end, 0 to 100. Not together with first.' }),
  before: t.string({
    description: 'Only what comes before this cursor: the `startCursor` of the page after.',
  }),
}))

/**
 * The page that the arguments ask for, and one row more, which tells whether it goes on.
 *
 * @throws BAD_USER_INPUT for sizes and cursors that cannot be
 */
export function readPage(scope: CursorScope, args: PageArguments): PageRead {
  const { after, before } = args
  return {
    ...readSize(scope.field, args),
    ...(typeof after === 'string' ? { after: decodeCursor(scope, 'after', after) } : {}),
    ...(typeof before === 'string' ? { before: decodeCursor(scope, 'before', before) } : {}),
  }
}

/** How many rows to read, and from which end; one more than were asked for. @throws BAD_USER_INPUT */
export function readSize(
  field: string,
  { first, last }: PageArguments,
): Pick<PageRead, 'take' | 'isBackward'> {
  if (typeof first === 'number' && typeof last === 'number') {
    throw badUserInput(`${field}: "first" and "last" do not go together. Give one of them.`)
  }
  const size = first ?? last ?? DEFAULT_SIZE
  return { take: size + 1, isBackward: typeof last === 'number' }
}

/** How a page was asked for: how many rows were read, from which end, and whether from a cursor on. */
export interface PageEnds {
  take: number
  isBackward: boolean
  after?: unknown
  before?: unknown
}

/** The rows as they were read, made a page: in the list's order, without the one that was too many. */
export function pageOf<Row extends object>(
  read: readonly Row[],
  page: PageEnds,
  cursorOf: (row: Row) => string,
): Page<Row> {
  const goesOn = read.length === page.take
  const rows = read.slice(0, page.take - 1)
  // Where a cursor was given, the row that it stands for is on the other side of it.
  return page.isBackward
    ? { rows: rows.reverse(), cursorOf, hasPreviousPage: goesOn, hasNextPage: page.before !== undefined }
    : { rows, cursorOf, hasNextPage: goesOn, hasPreviousPage: page.after !== undefined }
}

interface PageInfoShape {
  hasNextPage: boolean
  hasPreviousPage: boolean
  startCursor: string | null
  endCursor: string | null
}

export const PageInfo = builder.objectRef<PageInfoShape>('PageInfo').implement({
  description: 'Where a page lies in its list, as Relay defines it.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', {
      description: 'True when the list goes on after this page.',
    }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      description: 'True when the list has rows before this page.',
    }),
    startCursor: t.exposeString('startCursor', {
      nullable: true,
      description: 'The cursor of the first row, to pass as `before`; null on an empty page.',
    }),
    endCursor: t.exposeString('endCursor', {
      nullable: true,
      description: 'The cursor of the last row, to pass as `after`; null on an empty page.',
    }),
  }),
})

export function pageInfoOf<Row extends object>({
  rows,
  cursorOf,
  hasNextPage,
  hasPreviousPage,
}: Page<Row>): PageInfoShape {
  const [first] = rows
  const last = rows.at(-1)
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: first === undefined ? null : cursorOf(first),
    endCursor: last === undefined ? null : cursorOf(last),
  }
}
