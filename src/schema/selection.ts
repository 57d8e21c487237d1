import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { Order } from '../reading/order.ts'
import type { Query, Selection } from '../reading/selection.ts'
import type { Context } from './builder.ts'

/** Fields below a connection, as plugin-prisma follows them. */
export type Path = { name: string }[]
export const NODES: Path = [{ name: 'nodes' }]
export const EDGES: Path = [{ name: 'edges' }]
export const EDGE_NODES: Path = [{ name: 'edges' }, { name: 'node' }]

/** What the operation asks of the rows of a type that a field gives, or that stand at these paths below it. */
export function selectionFor(
  typeName: string,
  options: { context: Context; info: GraphQLResolveInfo; paths?: Path[]; select?: Selection },
): Pick<Query, 'select' | 'include'> {
  const { context, info, paths = [], select = {} } = options
  // plugin-prisma hands on the queries that the fields of this schema made, in the words of this door, and types
  // them as anybody's.
  const query = queryFromInfo({
    context,
    info,
    typeName,
    paths,
    select: { ...select } as Record<string, boolean>,
  })
  return query as Pick<Query, 'select' | 'include'>
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
