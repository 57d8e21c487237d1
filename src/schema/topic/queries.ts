import { builder } from '../builder.ts'
import { lookup } from '../lookup.ts'
import { rootList } from '../root-list.ts'
import { topics } from './list.ts'

builder.queryFields((t) => ({
  topic: t.field(lookup('Topic', 'A topic; null where there is none of that name.')),
  topics: t.field(rootList(topics, { field: 'Query.topics', description: 'Topics, by name.' })),
}))
