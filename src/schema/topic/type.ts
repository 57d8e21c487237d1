import { agreements } from '../agreement/list.ts'
import { builder } from '../builder.ts'
import { Entry, Node } from '../entry.ts'
import { meetings } from '../meeting/list.ts'
import { relatedList } from '../related-list.ts'
import { statements } from '../statement/list.ts'

builder.prismaObject('Topic', {
  interfaces: [Entry, Node],
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    description: t.exposeString('description', { nullable: true }),
    broader: t.relation('broader', { nullable: true, description: 'The topic of which it is a part.' }),
    narrower: t.relation('narrower', { description: 'The topics that are part of it, by name.' }),
    meetings: t.field(
      relatedList(meetings, {
        field: 'Topic.meetings',
        of: 'Topic',
        relation: 'meetings',
        through: 'meeting',
        description:
          'Meetings on exactly this topic; the filter `topics` of other lists takes in narrower ones.',
      }),
    ),
    statements: t.field(
      relatedList(statements, {
        field: 'Topic.statements',
        of: 'Topic',
        relation: 'statements',
        through: 'statement',
        description:
          'Statements on exactly this topic; the filter `topics` of other lists takes in narrower ones.',
      }),
    ),
    agreements: t.field(
      relatedList(agreements, {
        field: 'Topic.agreements',
        of: 'Topic',
        relation: 'agreements',
        through: 'agreement',
        description:
          'Agreements on exactly this topic; the filter `topics` of other lists takes in narrower ones.',
      }),
    ),
  }),
})
