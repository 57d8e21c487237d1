import { builder } from '../builder.ts'
import { lookup } from '../lookup.ts'
import { rootList } from '../root-list.ts'
import { issues } from './list.ts'

builder.queryFields((t) => ({
  issue: t.field(lookup('Issue', { one: 'An issue', example: 'us-election-interference-2016' })),
  issues: t.field(rootList(issues, { field: 'Query.issues', description: 'Issues, by slug.' })),
}))
