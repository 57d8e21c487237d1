import type { GraphQLResolveInfo } from 'graphql'
import type { SluggedType } from '../domain/global-id.ts'
import type { Row } from '../reading/reader.ts'
import { builder, type Context } from './builder.ts'
import { identifies } from './ids.ts'
import { selectionFor } from './selection.ts'

/**
 * The options of a field of Query that finds an entry by its global ID or slug.
 *
 * @param options.one the type in words, as "A meeting"; `example` is the slug of one
 */
export function lookup<Type extends SluggedType>(
  type: Type,
  { one, example }: { one: string; example: string },
) {
  return {
    type,
    description: `${one}; null where there is none of that name.`,
    nullable: true as const,
    args: builder.args((t) => ({
      id: t.id({ required: true, description: `A global ID or a slug. Example: \`${example}\`.` }),
    })),
    resolve: (
      _root: object,
      { id }: { id: string },
      context: Context,
      info: GraphQLResolveInfo,
    ): Promise<Row<Type> | null> | null => {
      const where = identifies(type, id)
      return where && context.reader.find(type, { ...selectionFor(type, { context, info }), where })
    },
  }
}
