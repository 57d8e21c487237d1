import { builder } from '../builder.ts'
import { lookup } from '../lookup.ts'
import { rootList } from '../root-list.ts'
import { agreements } from './list.ts'

builder.queryFields((t) => ({
  agreement: t.field(lookup('Agreement', { one: 'An agreement', example: 'syria-southwest-ceasefire-2017' })),
  agreements: t.field(
    rootList(agreements, {
      field: 'Query.agreements',
      description: 'Agreements, newest first unless asked otherwise.',
    }),
  ),
}))
