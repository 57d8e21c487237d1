import { builder } from '../builder.ts'
import { lookup } from '../lookup.ts'
import { rootList } from '../root-list.ts'
import { participants } from './list.ts'

builder.queryFields((t) => ({
  participant: t.field(lookup('Participant', { one: 'A participant', example: 'sergei-lavrov' })),
  participants: t.field(
    rootList(participants, {
      field: 'Query.participants',
      description: 'Participants, by name unless asked otherwise.',
    }),
  ),
}))
