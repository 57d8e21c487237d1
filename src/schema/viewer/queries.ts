import { builder } from '../builder.ts'
import { ViewerType } from './type.ts'

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerType,
    nullable: true,
    description:
      'Who the request acts as; null for an anonymous reader. Takes no key, even where reading does.',
    // Whoever has no key is told so.
    skipTypeScopes: true,
    resolve: (_root, _args, { viewer }) => viewer,
  }),
)
