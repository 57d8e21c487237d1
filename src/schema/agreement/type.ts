import { builder } from '../builder.ts'
import { Entry, Node } from '../entry.ts'
import { fuzzyDateField } from '../fuzzy-date.ts'
import { placeField } from '../place.ts'
import { relatedNodes } from '../related.ts'
import { edgeList, relatedList } from '../related-list.ts'
import { statements } from '../statement/list.ts'
import { AgreementFormEnum, AgreementKindEnum } from './filter.ts'
import { parties } from './list.ts'
import { statusEventField, statusField } from './status.ts'

builder.prismaObject('Agreement', {
  interfaces: [Entry, Node],
  select: { id: true },
  fields: (t) => ({
    title: t.exposeString('title'),
    summary: t.exposeString('summary', { nullable: true }),
    kind: t.expose('kind', { type: AgreementKindEnum }),
    form: t.expose('form', { type: AgreementFormEnum }),
    status: t.field(statusField),
    statusEvent: t.field(statusEventField),
    meeting: t.relation('meeting', { nullable: true, description: 'Where it was reached.' }),
    scope: t.field(placeField('scope', 'Where it applies.')),
    effective: t.field(
      fuzzyDateField('effective', 'The time for which it is meant to hold, as it says itself.'),
    ),
    parties: t.field(
      edgeList(parties, {
        field: 'Agreement.parties',
        of: 'Agreement',
        edges: 'AgreementParties',
        relation: 'parties',
        through: 'participant',
        description: 'Who takes part, by name, with role and period on the edge.',
      }),
    ),
    provisions: t.relation('provisions', { description: 'What it says, in its order.' }),
    events: t.relation('events', {
      description: 'The turns in its life, in the order in which they happened.',
    }),
    statementsAbout: t.field(
      relatedList(statements, {
        field: 'Agreement.statementsAbout',
        of: 'Agreement',
        relation: 'statementsAbout',
        through: 'statement',
        description: 'What was said about it.',
      }),
    ),
    topics: t.field(
      relatedNodes('Topic', {
        relation: 'topics',
        through: 'topic',
        description: 'What it is about, by name.',
      }),
    ),
    externalIds: t.relation('externalIds', { description: 'What other systems call it.' }),
  }),
})
