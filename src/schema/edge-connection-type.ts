import { builder, type EdgeName } from './builder.ts'
import { connectionDescriptions } from './connection-type.ts'
import { PageInfo, pageInfoOf } from './page.ts'

const cursors = new WeakMap<object, string>()

/** The options of the field `cursor` of an edge that is a row of a connection defined here. */
export const edgeCursor = {
  type: 'String' as const,
  description: connectionDescriptions.cursor,
  resolve: (edge: object) => cursors.get(edge) ?? '',
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
        resolve: async (connection) => {
          const { rows, cursorOf } = await connection.page()
          for (const row of rows) cursors.set(row, cursorOf(row))
          return rows
        },
      }),
      nodes: t.field({
        type: [node],
        description: connectionDescriptions.nodes,
        resolve: async (connection) => (await connection.page()).rows.map((row) => Reflect.get(row, through)),
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: connectionDescriptions.pageInfo,
        resolve: async (connection) => pageInfoOf(await connection.page()),
      }),
      totalCount: t.int({
        description: connectionDescriptions.totalCount,
        resolve: (connection) => connection.totalCount(),
      }),
    }),
  })
}
