import { builder } from '../builder.ts'
import { rootList } from '../root-list.ts'
import { changes } from './list.ts'

builder.queryFields((t) => ({
  changes: t.field(
    rootList(changes, {
      field: 'Query.changes',
      description: 'The change log, oldest first; `last: 1` gives its head.',
    }),
  ),
}))
