import { builder } from '../builder.ts'
import { lookup } from '../lookup.ts'
import { rootList } from '../root-list.ts'
import { meetings } from './list.ts'

builder.queryFields((t) => ({
  meeting: t.field(lookup('Meeting', { one: 'A meeting', example: 'trump-putin-hamburg-2017' })),
  meetings: t.field(
    rootList(meetings, {
      field: 'Query.meetings',
      description: 'Meetings, newest first unless asked otherwise.',
    }),
  ),
}))
