import { builder } from '../builder.ts'
import { lookup } from '../lookup.ts'
import { rootList } from '../root-list.ts'
import { meetings } from './list.ts'

builder.queryFields((t) => ({
  meeting: t.field(lookup('Meeting', 'A meeting; null where there is none of that name.')),
  meetings: t.field(
    rootList(meetings, {
      field: 'Query.meetings',
      description: 'Meetings, newest first unless asked otherwise.',
    }),
  ),
}))
