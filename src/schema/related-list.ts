import type { InputFieldMap } from '@pothos/core'
import { type Condition, everything } from '../reading/condition.ts'
import { type FacetBy, type FacetCount, idOf } from '../reading/facets.ts'
import { keyOf, modelOf, relationOf } from '../reading/model.ts'
import type { Order } from '../reading/order.ts'
import type { Row } from '../reading/reader.ts'
import type { Query, Selection } from '../reading/selection.ts'
import type { Context, EdgeName, NodeModel } from './builder.ts'
import type { Connection, NodeConnection, Page } from './connection.ts'
import { type CursorScope, encodeCursor } from './cursor.ts'
import { type ListDefinition, readArguments } from './list.ts'
import { once, perArguments } from './once.ts'
import type { Path } from './operation-plan.ts'
import { type PageArguments, pageArguments, pageOf, readPage } from './page.ts'
import { type AskedOfPage, EDGE_NODES, EDGES, NODES, readForPage, withNested } from './selection.ts'

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
  selectedFields: SelectedFields,
) => { select: Selection }

/** The names of the fields that are selected of a field; or the field that is selected at the end of a path below it. */
interface SelectedFields {
  (): ReadonlySet<string>
  (path: readonly string[]): object | null
}

/** The options of a field that gives the list of a row: read in the same statement as the row. */
export function relatedList<Args extends InputFieldMap>(list: ListDefinition<Args>, options: RelatedOptions) {
  const { node } = list
  const type: `${NodeModel}Connection` = `${node}Connection`
  const { through } = options
  const read = perArguments((args) => readRelated(list, options, args))
  const select: Select = (args, _context, nested, selectedFields) => {
    const { where, order, ...asked } = read(args)
    const fields = selectedFields()
    const query = { where, order, ...readForPage(askedOfPage(selectedFields), { ...asked, order }) }
    const paths = { getType: () => node, paths: [NODES, EDGE_NODES] }
    const rows =
      through === undefined
        ? nested(query, paths)
        : { ...query, select: withNested(query.select, through, (own) => nested(own, paths)) }
    return selectList(options.relation, rows, fields)
  }
  return {
    type,
    description: options.description,
    args: { ...pageArguments, ...list.args },
    extensions: { pothosPrismaSelect: select },
    resolve: (parent: object, args: object, context: Context): NodeConnection<Row<NodeModel>> => {
      const { page, scope, where } = read(args)
      return {
        page: once(() => {
          const rows = pageOf(rowsOf<Row<NodeModel>>(parent, options.relation), page, (row) =>
            encodeCursor(scope, row),
          )
          return through === undefined ? rows : nodesOf<Row<NodeModel>>(rows, through)
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
  const read = perArguments((args) => readRelated(list, options, args))
  const select: Select = (args, _context, nested, selectedFields) => {
    const { where, order, ...asked } = read(args)
    const fields = selectedFields()
    const query = { where, order, ...readForPage(askedOfPage(selectedFields), { ...asked, order }) }
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
      const { page, scope } = read(args)
      return {
        page: once(() => pageOf(rowsOf(parent, options.relation), page, (row) => encodeCursor(scope, row))),
        totalCount: () => countOf(parent, options.relation),
      }
    },
  }
}

/** The list in terms of the rows of the relation. */
function readRelated<Args extends InputFieldMap>(
  list: ListDefinition<Args>,
  options: RelatedOptions,
  args: object & PageArguments,
) {
  const { of, relation, field } = options
  const through = list.isOfRows ? undefined : options.through
  const asked = readArguments(list, args)
  const model = relationOf(modelOf(of), relation).target
  const order = asked.order ? leading(asked.order, through) : (options.order ?? leading(list.order, through))
  const where =
    through === undefined || asked.where === everything ? asked.where : { some: through, where: asked.where }
  const scope: CursorScope = { field, model, order, cursors: list.cursors }
  return { where, order, scope, page: readPage(scope, args) }
}

function leading(order: Order, through: string | undefined): Order {
  return through === undefined ? order : order.map((term) => ({ ...term, through }))
}

function askedOfPage(selectedFields: SelectedFields): AskedOfPage {
  return {
    isInfoAsked: selectedFields().has('pageInfo'),
    areCursorsAsked: selectedFields(['edges', 'cursor']) !== null,
  }
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

function rowsOf<Row extends object>(parent: object, relation: string): Row[] {
  const rows: unknown = Reflect.get(parent, relation)
  return Array.isArray(rows) ? rows : []
}

function countOf(parent: object, relation: string): number {
  return Reflect.get(Object(Reflect.get(parent, '_count')), relation)
}

/** The page of the nodes to which the rows of a page lead. */
function nodesOf<Node extends object>(page: Page<object>, through: string): Page<Node> {
  const rowOf = new Map<object, object>()
  const rows = page.rows.map((row): Node => {
    const node = Reflect.get(row, through)
    rowOf.set(node, row)
    return node
  })
  return { ...page, rows, cursorOf: (node) => page.cursorOf(rowOf.get(node) ?? node) }
}
