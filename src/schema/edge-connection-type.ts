import { completeValue } from '@pothos/core'
import { builder, type EdgeName } from './builder.ts'
import { connectionDescriptions } from './connection-type.ts'
import { PageInfo, pageInfoOf } from './page.ts'

/** What gives the cursor of an edge, on the edge. */
const CURSOR_OF = Symbol('cursorOf')

/** The options of the field `cursor` of an edge that is a row of a connection defined here. */
export const edgeCursor = {
  type: 'String' as const,
  description: connectionDescriptions.cursor,
  resolve: (edge: object): string => Reflect.get(edge, CURSOR_OF)(edge),
}

/** Defines a connection whose edges are rows that lead to the nodes, and tell how the two belong together. */
export function edgeConnectionType(
  name: EdgeName,
  options: { node: 'Meeting' | 'Participant' | 'Agreement'; through: string; description: string },
): void {
  const { node, through, description } = options
  builder.objectType(`${name}Connection`, {
    description,
    fields: (t) => ({
      edges: t.field({
        type: [`${name}Edge`],
        description: connectionDescriptions.edges,
        resolve: (connection) =>
          completeValue(connection.page(), ({ rows, cursorOf }) => {
            for (const row of rows) Object.assign(row, { [CURSOR_OF]: cursorOf })
            return rows
          }),
      }),
      nodes: t.field({
        type: [node],
        description: connectionDescriptions.nodes,
        resolve: (connection) =>
          completeValue(connection.page(), ({ rows }) => rows.map((row) => Reflect.get(row, through))),
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: connectionDescriptions.pageInfo,
        resolve: (connection) => completeValue(connection.page(), pageInfoOf),
      }),
      totalCount: t.int({
        description: connectionDescriptions.totalCount,
        resolve: (connection) => connection.totalCount(),
      }),
    }),
  })
}
