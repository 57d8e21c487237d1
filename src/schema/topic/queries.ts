import { builder } from '../builder.ts'
import { lookup } from '../lookup.ts'
import { rootList } from '../root-list.ts'
import { topics } from './list.ts'

builder.queryFields((t) => ({
  topic: t.field(lookup('Topic', { one: 'A topic', example: 'summit-diplomacy' })),
  topics: t.field(rootList(topics, { field: 'Query.topics', description: 'Topics, by name.' })),
}))
