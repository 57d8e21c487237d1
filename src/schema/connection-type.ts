import { completeValue } from '@pothos/core'
import type { Row } from '../reading/reader.ts'
import { builder, type NodeModel } from './builder.ts'
import type { Page } from './connection.ts'
import { PageInfo, pageInfoOf } from './page.ts'

/** What the fields of every connection are for. */
export const connectionDescriptions = {
  edges: 'The rows of the page with their cursors.',
  nodes: 'The rows of the page, where no cursors are needed.',
  pageInfo: 'Whether there is more, and from where to go on.',
  totalCount: 'How many rows the whole filtered list has. Counted only where it is asked for.',
  node: 'The row itself.',
  cursor: 'Where the row stands in its list, for `after` and `before`.',
}

/** Defines `…Connection` and `…Edge` of a model: lists whose rows are the nodes, with nothing to say of the edges. */
export function connectionType(node: NodeModel, description: string, { isCounted = true } = {}): void {
  type Edge = Pick<Page<Row<NodeModel>>, 'cursorOf'> & { node: Row<NodeModel> }
  const edge = builder.objectRef<Edge>(`${node}Edge`).implement({
    description: `A row of ${node}Connection.`,
    fields: (t) => ({
      node: t.field({
        type: node,
        description: connectionDescriptions.node,
        resolve: (parent) => parent.node,
      }),
      cursor: t.string({
        description: connectionDescriptions.cursor,
        resolve: (parent) => parent.cursorOf(parent.node),
      }),
    }),
  })
  builder.objectType(`${node}Connection`, {
    description,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: connectionDescriptions.edges,
        // No promise is made where the rows are there: of nested lists there are many.
        resolve: (connection) =>
          completeValue(connection.page(), ({ rows, cursorOf }) =>
            rows.map((row) => ({ node: row, cursorOf })),
          ),
      }),
      nodes: t.field({
        type: [node],
        description: connectionDescriptions.nodes,
        resolve: (connection) => completeValue(connection.page(), ({ rows }) => rows),
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: connectionDescriptions.pageInfo,
        resolve: (connection) => completeValue(connection.page(), pageInfoOf),
      }),
    }),
  })
  if (!isCounted) return
  builder.objectField(`${node}Connection`, 'totalCount', (t) =>
    t.int({
      description: connectionDescriptions.totalCount,
      resolve: (connection) => connection.totalCount(),
    }),
  )
}
