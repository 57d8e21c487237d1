import type { InputFieldMap, InputShapeFromFields } from '@pothos/core'
import { type Condition, everything } from '../reading/condition.ts'
import type { Order } from '../reading/order.ts'
import type { NodeModel } from './builder.ts'

/** What a list of a model takes besides the page, and what that means to the door. */
export interface ListDefinition<Args extends InputFieldMap> {
  node: NodeModel
  args: Args
  read(args: InputShapeFromFields<Args>): { where: Condition; order?: Order | undefined }
  /** The order where the client asks for none. */
  order: Order
  /** True where condition and order are those of the rows that lead to the nodes, not of the nodes. */
  isOfRows?: boolean
  /** The name of its cursors, where other lists share them. */
  cursors?: string
}

export function defineList<Args extends InputFieldMap>(list: ListDefinition<Args>): ListDefinition<Args> {
  return list
}

/** A list that takes nothing but the page. */
export function unfiltered(
  list: Pick<ListDefinition<InputFieldMap>, 'node' | 'order' | 'cursors'>,
): ListDefinition<Record<string, never>> {
  const { node, order, cursors } = list
  return { node, order, ...(cursors && { cursors }), args: {}, read: () => ({ where: everything }) }
}

/** What was asked of a list; no order where none was. */
export function readArguments<Args extends InputFieldMap>(
  list: ListDefinition<Args>,
  args: object,
): { where: Condition; order?: Order | undefined } {
  // The arguments are those that the list declares, plus the page's: TypeScript cannot tell for an open Args.
  return list.read(args as InputShapeFromFields<Args>)
}
