import { builder } from '../builder.ts'
import { lookup } from '../lookup.ts'
import { rootList } from '../root-list.ts'
import { agreements } from './list.ts'

builder.queryFields((t) => ({
  agreement: t.field(lookup('Agreement', 'An agreement; null where there is none of that name.')),
  agreements: t.field(
    rootList(agreements, {
      field: 'Query.agreements',
      description: 'Agreements, newest first unless asked otherwise.',
    }),
  ),
}))
