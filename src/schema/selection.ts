import type { GraphQLResolveInfo } from 'graphql'
import type { Order } from '../reading/order.ts'
import type { Page, Query, Selection } from '../reading/selection.ts'
import type { Context } from './builder.ts'
import { type Path, planOf } from './operation-plan.ts'

export const NODES: Path = [{ name: 'nodes' }]
export const EDGES: Path = [{ name: 'edges' }]
export const EDGE_NODES: Path = [{ name: 'edges' }, { name: 'node' }]

/** What the operation asks of the rows of a type that a field gives, or that stand at these paths below it. */
export function selectionFor(
  typeName: string,
  options: { context: Context; info: GraphQLResolveInfo; paths?: Path[]; select?: Selection },
): Pick<Query, 'select' | 'include' | 'isWhole'> {
  const { context, info, paths = [], select = {} } = options
  return planOf({ typeName, info, paths, select }, context)
}

/** What is asked of a connection besides its rows. */
export interface AskedOfPage {
  isInfoAsked: boolean
  areCursorsAsked: boolean
}

/**
 * What is read of a page for what is asked of its connection: the row that tells whether it goes on, and the columns of
 * cursors, only where that may be asked for.
 */
export function readForPage(
  { isInfoAsked, areCursorsAsked }: AskedOfPage,
  { page, order }: { page: Page; order: Order },
): { page: Page; select: Selection } {
  return {
    page: isInfoAsked ? page : { ...page, take: page.take - 1 },
    select: isInfoAsked || areCursorsAsked ? keySelection(order) : {},
  }
}

/** The columns that cursors are made of. */
export function keySelection(order: Order): Selection {
  const selection: Record<string, boolean | Query> = {}
  for (const { columns, through } of order) {
    for (const column of columns) {
      if (through === undefined) selection[column] = true
      else
        selection[through] = { select: { ...selectionUnder(selection, through), id: true, [column]: true } }
    }
  }
  return selection
}

/** A selection with what is nested under one of its relations added to that. */
export function withNested(selection: Selection, name: string, nested: (own: Query) => Query): Selection {
  return { ...selection, [name]: nested({ select: { ...selectionUnder(selection, name) } }) }
}

function selectionUnder(selection: Selection, name: string): Selection {
  const selected = selection[name]
  return typeof selected === 'object' ? (selected.select ?? {}) : {}
}
