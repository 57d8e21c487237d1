import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { Query, Selection } from '../reading/selection.ts'
import type { Context } from './builder.ts'

/** What the operation asks of the rows of a type that a field gives, or that stand at these paths below it. */
export function selectionFor(
  typeName: string,
  options: { context: Context; info: GraphQLResolveInfo; paths?: { name: string }[][]; select?: Selection },
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
