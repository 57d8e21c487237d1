import type { GraphQLResolveInfo } from 'graphql'
import type { SluggedType } from '../domain/global-id.ts'
import type { Row } from '../reading/reader.ts'
import { builder, type Context } from './builder.ts'
import { identifies } from './ids.ts'
import { selectionFor } from './selection.ts'

const lookupArguments = builder.args((t) => ({
  id: t.id({ required: true, description: 'A global ID or a slug. Example: `trump-putin-hamburg-2017`.' }),
}))

/** The options of a field of Query that finds an entry by its global ID or slug. */
export function lookup<Type extends SluggedType>(type: Type, description: string) {
  return {
    type,
    description,
    nullable: true as const,
    args: lookupArguments,
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
