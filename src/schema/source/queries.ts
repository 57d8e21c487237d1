import { builder } from '../builder.ts'
import { lookup } from '../lookup.ts'
import { rootList } from '../root-list.ts'
import { sources } from './list.ts'

builder.queryFields((t) => ({
  source: t.field(lookup('Source', { one: 'A source', example: 'hamburg-meeting-report-2017' })),
  sources: t.field(rootList(sources, { field: 'Query.sources', description: 'Sources, by title.' })),
}))
