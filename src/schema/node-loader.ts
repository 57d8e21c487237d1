import type { GraphQLResolveInfo } from 'graphql'
import type { NodeType } from '../domain/global-id.ts'
import type { Row } from '../reading/reader.ts'
import type { Selection } from '../reading/selection.ts'
import type { Context } from './builder.ts'
import { hasId } from './ids.ts'
import { once } from './once.ts'
import { selectionFor } from './selection.ts'

export interface NodeKey<Type extends NodeType = NodeType> {
  type: Type
  id: string
}

/** A row that says its type, for interfaces and unions. */
type NodeRow<Type extends NodeType> = Row<Type> & { __typename: Type }

interface Place {
  context: Context
  info: GraphQLResolveInfo
  /** Where below the field the nodes stand; at the field itself where there are none. */
  paths?: { name: string }[][]
}

/**
 * Loads the nodes of a page of several types, by one statement for each of the types: all of them once the first is
 * asked for.
 */
export function nodeLoader<Type extends NodeType>(
  place: Place,
  keys: () => Promise<readonly NodeKey<Type>[]>,
): (key: NodeKey<Type>) => Promise<NodeRow<Type>> {
  const load = once(async () => loadNodes(place, await keys()))
  return async ({ type, id }) => {
    const node = (await load()).get(id)
    if (!node) throw new Error(`${type} ${id} is gone`)
    return node
  }
}

/** What has IDs besides its own: those of participants who were merged into it. */
const FORMER_IDS: Partial<Record<NodeType, Selection>> = {
  Participant: { redirects: { select: { id: true } } },
}

function formerIds(row: object): string[] {
  const redirects: unknown = Reflect.get(row, 'redirects')
  return Array.isArray(redirects) ? redirects.map(({ id }) => id) : []
}

/** The nodes that there are of these, by the ids that they have. */
export async function loadNodes<Type extends NodeType>(
  { context, ...place }: Place,
  keys: readonly NodeKey<Type>[],
): Promise<Map<string, NodeRow<Type>>> {
  const found = new Map<string, NodeRow<Type>>()
  const types = [...new Set(keys.map((key) => key.type))]
  const loads = types.map(async (type) => {
    const ids = keys.filter((key) => key.type === type).map(({ id }) => id)
    const selection = selectionFor(type, { context, ...place, select: FORMER_IDS[type] ?? {} })
    const rows: Row<Type>[] = await context.reader.list(type, { ...selection, where: hasId(type, ids) })
    for (const row of rows) {
      const node = Object.assign(row, { __typename: type })
      for (const id of [row.id, ...formerIds(row)]) found.set(id, node)
    }
  })
  await Promise.all(loads)
  return found
}
