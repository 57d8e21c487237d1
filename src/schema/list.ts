import type { InputFieldMap, InputShapeFromFields } from '@pothos/core'
import type { GraphQLResolveInfo } from 'graphql'
import { type Condition, everything } from '../reading/condition.ts'
import { type FacetBy, type FacetCount, idOf } from '../reading/facets.ts'
import { keyOf, modelOf, relationOf } from '../reading/model.ts'
import type { Order } from '../reading/order.ts'
import type { Row } from '../reading/reader.ts'
import type { Query, Selection } from '../reading/selection.ts'
import type { Context, EdgeName, NodeModel } from './builder.ts'
import type { Connection, NodeConnection, Page } from './connection.ts'
import { type CursorScope, encodeCursor } from './cursor.ts'
import { type PageArguments, pageArguments, pageOf, readPage } from './page.ts'
import { selectionFor } from './selection.ts'

/** What a list of a model takes besides the page, and what that means to the door. */
export interface ListDefinition<Args extends InputFieldMap> {
  node: NodeModel
  args: Args
  read(args: InputShapeFromFields<Args>): { where: Condition; order?: Order | undefined }
  /** The order where the client asks for none. */
  order: Order
  /** True where condition and order are those of the rows that lead to the nodes, not of the nodes. */
  isOfRows?: boolean
}

/** A list that takes nothing but the page. */
export function unfiltered(
  list: Pick<ListDefinition<InputFieldMap>, 'node' | 'order'>,
): ListDefinition<Record<string, never>> {
  return { node: list.node, order: list.order, args: {}, read: () => ({ where: everything }) }
}

export function defineList<Args extends InputFieldMap>(list: ListDefinition<Args>): ListDefinition<Args> {
  return list
}

type Path = { name: string }[]
export const NODES: Path = [{ name: 'nodes' }]
const EDGES: Path = [{ name: 'edges' }]
export const EDGE_NODES: Path = [{ name: 'edges' }, { name: 'node' }]

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
      const { where, order } = readList(list, args)
      const scope = { field: options.field, model: node, order }
      const page = readPage(scope, args)
      const selected = selectionFor(node, {
        context,
        info,
        paths: [NODES, EDGE_NODES],
        select: keySelection(order),
      })
      return {
        page: once(async () => {
          const rows = await context.reader.list(node, { ...selected, where, order, page })
          return pageOf(rows, page, (row) => encodeCursor(scope, row))
        }),
        totalCount: () => context.reader.count(node, { where }),
        facet: async (by, first) =>
          (await context.reader.facet({ list: { node, where }, by, first }, idOf([]))) ?? [],
      }
    },
  }
}

interface RelatedOptions {
  /** The field, as `Type.field`: cursors belong to it. */
  field: string
  description: string
  relation: string
  /** The model that has the relation. */
  of: string
  /** Where the rows of the relation only lead to the nodes: the relation that leads there. */
  through?: string
  /** The order where the client asks for none, if it is not that of the list. */
  order?: Order
}

type Select = (
  args: object,
  context: Context,
  nested: (query: Query, path: { getType: () => string; paths: Path[] }) => Query,
  selectedFields: () => ReadonlySet<string>,
) => { select: Selection }

/** The options of a field that gives the list of a row: read in the same statement as the row. */
export function relatedList<Args extends InputFieldMap>(list: ListDefinition<Args>, options: RelatedOptions) {
  const { node } = list
  const type: `${NodeModel}Connection` = `${node}Connection`
  const { through } = options
  const select: Select = (args, _context, nested, selectedFields) => {
    const { page, where, order } = readRelated(list, options, args)
    const paths = { getType: () => node, paths: [NODES, EDGE_NODES] }
    const rows =
      through === undefined
        ? nested({ where, order, page, select: keySelection(order) }, paths)
        : {
            where,
            order,
            page,
            select: withNested(keySelection(order), through, (own) => nested(own, paths)),
          }
    return selectList(options.relation, rows, selectedFields())
  }
  return {
    type,
    description: options.description,
    args: { ...pageArguments, ...list.args },
    extensions: { pothosPrismaSelect: select },
    resolve: (parent: object, args: object, context: Context): NodeConnection<Row<NodeModel>> => {
      const { page, scope, where } = readRelated(list, options, args)
      return {
        page: once(() => {
          const read = pageOf(rowsOf(parent, options.relation), page, (row) => encodeCursor(scope, row))
          return nodesOf<Row<NodeModel>>(read, through)
        }),
        totalCount: () => countOf(parent, options.relation),
        facet: (by, first) => facetOf(parent, { context, node, where, by, first, options }),
      }
    },
  }
}

/** The same where edges tell more than a cursor: the rows of the relation are the edges, and lead to the nodes. */
export function edgeList<Args extends InputFieldMap, Name extends EdgeName>(
  list: ListDefinition<Args>,
  options: RelatedOptions & { edges: Name; through: string },
) {
  const { through, edges } = options
  const type: `${Name}Connection` = `${edges}Connection`
  const select: Select = (args, _context, nested, selectedFields) => {
    const { page, where, order } = readRelated(list, options, args)
    const fields = selectedFields()
    const query = { where, order, page, select: keySelection(order) }
    // Where both are asked for, the nodes beside the edges are read by themselves.
    const rows = fields.has('edges')
      ? nested(query, { getType: () => `${edges}Edge`, paths: [EDGES] })
      : {
          ...query,
          select: withNested(query.select, through, (own) =>
            nested(own, { getType: () => list.node, paths: [NODES] }),
          ),
        }
    return selectList(options.relation, rows, fields)
  }
  return {
    type,
    description: options.description,
    args: { ...pageArguments, ...list.args },
    extensions: { pothosPrismaSelect: select },
    resolve: (parent: object, args: object): Connection<object> => {
      const { page, scope } = readRelated(list, options, args)
      return {
        page: once(() => pageOf(rowsOf(parent, options.relation), page, (row) => encodeCursor(scope, row))),
        totalCount: () => countOf(parent, options.relation),
      }
    },
  }
}

function readList<Args extends InputFieldMap>(
  list: ListDefinition<Args>,
  args: object,
): { where: Condition; order: Order } {
  // The arguments are those that the list declares, plus the page's: TypeScript cannot tell for an open Args.
  const { where, order } = list.read(args as InputShapeFromFields<Args>)
  return { where, order: order ?? list.order }
}

/** The list in terms of the rows of the relation. */
function readRelated<Args extends InputFieldMap>(
  list: ListDefinition<Args>,
  options: RelatedOptions,
  args: object & PageArguments,
) {
  const { of, relation, field } = options
  const through = list.isOfRows ? undefined : options.through
  const asked = list.read(args as InputShapeFromFields<Args>)
  const model = relationOf(modelOf(of), relation).target
  const order = asked.order ? leading(asked.order, through) : (options.order ?? leading(list.order, through))
  const where =
    through === undefined || asked.where === everything ? asked.where : { some: through, where: asked.where }
  const scope: CursorScope = { field, model, order }
  return { where, order, scope, page: readPage(scope, args) }
}

function leading(order: Order, through: string | undefined): Order {
  return through === undefined ? order : order.map((term) => ({ ...term, through }))
}

/** The columns that cursors are made of. */
function keySelection(order: Order): Selection {
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

function withNested(selection: Selection, name: string, nested: (own: Query) => Query): Selection {
  return { ...selection, [name]: nested({ select: { ...selectionUnder(selection, name) } }) }
}

function selectionUnder(selection: Selection, name: string): Selection {
  const selected = selection[name]
  return typeof selected === 'object' ? (selected.select ?? {}) : {}
}

/** Rows where anything but their number is asked for; their number where it is. */
function selectList(relation: string, rows: Query, fields: ReadonlySet<string>): { select: Selection } {
  const isRead = fields.has('edges') || fields.has('nodes') || fields.has('pageInfo')
  const counted: Query = rows.where ? { where: rows.where } : {}
  return {
    select: {
      ...(isRead ? { [relation]: rows } : {}),
      ...(fields.has('totalCount') ? { _count: { select: { [relation]: counted } } } : {}),
    },
  }
}

/** Of the parents that ask for it in one tick all are answered by one statement. */
async function facetOf(
  parent: object,
  asked: {
    context: Context
    node: NodeModel
    where: Condition
    by: FacetBy
    first?: number | undefined
    options: RelatedOptions
  },
): Promise<FacetCount[]> {
  const { context, node, where, by, first, options } = asked
  const { of: model, relation, through } = options
  const key = keyOf(model)
  const list = { node, where, of: { model, relation, through, key } }
  return (
    (await context.reader.facet(
      { list, by, first },
      idOf(key.map((column) => Reflect.get(parent, column))),
    )) ?? []
  )
}

function rowsOf(parent: object, relation: string): object[] {
  const rows: unknown = Reflect.get(parent, relation)
  return Array.isArray(rows) ? rows : []
}

function countOf(parent: object, relation: string): number {
  return Reflect.get(Object(Reflect.get(parent, '_count')), relation)
}

/** The page of the nodes to which the rows of a page lead. */
function nodesOf<Node extends object>(page: Page<object>, through: string | undefined): Page<Node> {
  const rowOf = new Map<object, object>()
  const rows = page.rows.map((row): Node => {
    const node = through === undefined ? row : Reflect.get(row, through)
    rowOf.set(node, row)
    return node
  })
  return { ...page, rows, cursorOf: (node) => page.cursorOf(rowOf.get(node) ?? node) }
}

/** Made at the first call, and the same from then on. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
