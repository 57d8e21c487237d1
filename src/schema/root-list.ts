import type { InputFieldMap } from '@pothos/core'
import { selectedFieldNames } from '@pothos/selection-mapper'
import type { GraphQLResolveInfo } from 'graphql'
import { idOf } from '../reading/facets.ts'
import type { Row } from '../reading/reader.ts'
import type { Context, NodeModel } from './builder.ts'
import type { NodeConnection } from './connection.ts'
import { encodeCursor } from './cursor.ts'
import { type ListDefinition, readArguments } from './list.ts'
import { once } from './once.ts'
import { pageArguments, pageOf, readPage } from './page.ts'
import { EDGE_NODES, NODES, readForPage, selectionFor } from './selection.ts'

/** The options of a field of Query that gives a list: one statement for its rows, one more where they are counted. */
export function rootList<Args extends InputFieldMap>(
  list: ListDefinition<Args>,
  options: { field: string; description: string },
) {
  const { node } = list
  const type: `${NodeModel}Connection` = `${node}Connection`
  return {
    type,
    description: options.description,
    args: { ...pageArguments, ...list.args },
    resolve: (
      _root: object,
      args: object,
      context: Context,
      info: GraphQLResolveInfo,
    ): NodeConnection<Row<NodeModel>> => {
      const { where, order = list.order } = readArguments(list, args)
      const scope = { field: options.field, model: node, order, cursors: list.cursors }
      const page = readPage(scope, args)
      const fields = selectedFieldNames(context, info)
      const asked = { isInfoAsked: fields.has('pageInfo'), areCursorsAsked: fields.has('edges') }
      const read = readForPage(asked, { page, order })
      const paths = [NODES, EDGE_NODES]
      const selected = selectionFor(node, { context, info, paths, select: read.select })
      return {
        page: once(async () => {
          const rows = await context.reader.list(node, { ...selected, where, order, page: read.page })
          return pageOf(rows, page, (row) => encodeCursor(scope, row))
        }),
        totalCount: () => context.reader.count(node, { where }),
        facet: async (by, first) =>
          (await context.reader.facet({ list: { node, where }, by, first }, idOf([]))) ?? [],
      }
    },
  }
}
