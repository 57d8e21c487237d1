import { builder } from '../builder.ts'
import { lookup } from '../lookup.ts'
import { rootList } from '../root-list.ts'
import { issues } from './list.ts'

builder.queryFields((t) => ({
  issue: t.field(lookup('Issue', 'An issue; null where there is none of that name.')),
  issues: t.field(rootList(issues, { field: 'Query.issues', description: 'Issues, by slug.' })),
}))
