import { builder } from '../builder.ts'
import { Entry, Node } from '../entry.ts'
import { positions } from '../position/list.ts'
import { relatedNodes } from '../related.ts'
import { relatedList } from '../related-list.ts'

builder.prismaObject('Issue', {
  interfaces: [Entry, Node],
  select: { id: true },
  fields: (t) => ({
    question: t.exposeString('question'),
    topics: t.field(
      relatedNodes('Topic', {
        relation: 'topics',
        through: 'topic',
        description: 'What it is about, by name.',
      }),
    ),
    positions: t.field(
      relatedList(positions, {
        field: 'Issue.positions',
        of: 'Issue',
        relation: 'positions',
        description: 'The stances that statements take on it.',
      }),
    ),
    isContested: t.exposeBoolean('isContested'),
  }),
})
