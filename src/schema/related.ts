import type { Row } from '../reading/reader.ts'
import type { Query, Selection } from '../reading/selection.ts'
import type { Context, NodeModel } from './builder.ts'

type Nested = (query: Query, path?: { getType: () => string }) => Query
type Select = (args: object, context: Context, nested: Nested) => { select: Selection }

interface Related {
  relation: string
  description: string
}

/** A row of a type that an interface or a union stands for, with the name of that type. */
export type Typed = { id: string; __typename: string }

/** The options of a field that gives the nodes to which the rows of a relation lead, all of them. */
export function relatedNodes<Node extends NodeModel>(
  node: Node,
  { relation, through, description }: Related & { through: string },
) {
  const select: Select = (_args, _context, nested) => ({
    select: { [relation]: { select: { [through]: nested({}) } } },
  })
  const type: [Node] = [node]
  return {
    type,
    description,
    extensions: { pothosPrismaSelect: select },
    resolve: (parent: object): Row<Node>[] =>
      rowsOf(parent, relation).map((row) => Reflect.get(row, through)),
  }
}

/** The options of a field that gives the node to which a path of relations leads, each to one row. */
export function relatedNode<Node extends NodeModel>(
  node: Node,
  { path, description }: { path: readonly [string, ...string[]]; description: string },
) {
  const select: Select = (_args, _context, nested) => ({ select: selectionAlong(path, nested({})) })
  return {
    type: node,
    description,
    extensions: { pothosPrismaSelect: select },
    resolve: (parent: object): Row<Node> => {
      const holder = path.slice(0, -1).reduce<object>((row, relation) => Reflect.get(row, relation), parent)
      return Reflect.get(holder, path.at(-1) ?? '')
    },
  }
}

function selectionAlong(path: readonly string[], query: Query): Selection {
  const [first = '', ...rest] = path
  return { [first]: rest.length === 0 ? query : { select: selectionAlong(rest, query) } }
}

/** The relations of a row of which exactly one leads somewhere, with the type to which each leads. */
export type Targets = Readonly<Record<string, string>>

/** The options of a field that gives what the rows of a relation lead to, of whichever type it is. */
export function relatedTargets(targets: Targets, { relation }: Pick<Related, 'relation'>) {
  const select: Select = (_args, _context, nested) => ({
    select: { [relation]: { select: targetSelection(targets, nested) } },
  })
  return {
    extensions: { pothosPrismaSelect: select },
    resolve: (parent: object) => rowsOf(parent, relation).flatMap((row) => targetOf(targets, row) ?? []),
  }
}

export function targetSelection(targets: Targets, nested: Nested): Selection {
  return Object.fromEntries(
    Object.entries(targets).map(([relation, type]) => [relation, nested({}, { getType: () => type })]),
  )
}

export function targetOf(targets: Targets, row: object): Typed | null {
  for (const [relation, type] of Object.entries(targets)) {
    const target: { id: string } | null = Reflect.get(row, relation)
    if (target) return { ...target, __typename: type }
  }
  return null
}

function rowsOf(parent: object, relation: string): object[] {
  const rows: unknown = Reflect.get(parent, relation)
  return Array.isArray(rows) ? rows : []
}
