import { agreements } from '../agreement/list.ts'
import { builder } from '../builder.ts'
import { Entry, Node } from '../entry.ts'
import { dayArgument } from '../fuzzy-date.ts'
import { meetings } from '../meeting/list.ts'
import { edgeList, relatedList } from '../related-list.ts'
import { statements } from '../statement/list.ts'
import { counterpartsField } from './counterparts.ts'
import { ParticipantKindEnum } from './filter.ts'
import { officesAt } from './office.ts'

builder.prismaObject('Participant', {
  interfaces: [Entry, Node],
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    aliases: t.exposeStringList('aliases'),
    kind: t.expose('kind', { type: ParticipantKindEnum }),
    isAnonymous: t.exposeBoolean('isAnonymous'),
    description: t.exposeString('description', { nullable: true }),
    countryCode: t.expose('countryCode', { type: 'CountryCode', nullable: true }),
    offices: t.field({
      type: ['Office'],
      description: 'The offices held; with a day, those held on it, an office of unknown period included.',
      args: {
        on: t.arg({
          type: 'Date',
          description: 'The day. Example: `2017-07-07`. All offices where it is left out.',
        }),
      },
      select: (_args, _context, nested) => ({ offices: nested() }),
      resolve: ({ offices }, { on }) => {
        const day = typeof on === 'string' && dayArgument('on', on)
        return officesAt(offices, day ? { earliest: day, latest: day } : null)
      },
    }),
    meetings: t.field(
      edgeList(meetings, {
        field: 'Participant.meetings',
        of: 'Participant',
        edges: 'ParticipantMeetings',
        relation: 'attendances',
        through: 'meeting',
        description: 'The meetings that this participant attended, newest first unless asked otherwise.',
      }),
    ),
    statements: t.field(
      relatedList(statements, {
        field: 'Participant.statements',
        of: 'Participant',
        relation: 'statements',
        description: 'What this participant said, newest first unless asked otherwise.',
      }),
    ),
    statementsAbout: t.field(
      relatedList(statements, {
        field: 'Participant.statementsAbout',
        of: 'Participant',
        relation: 'statementsAbout',
        through: 'statement',
        description: 'What was said about this participant.',
      }),
    ),
    agreements: t.field(
      edgeList(agreements, {
        field: 'Participant.agreements',
        of: 'Participant',
        edges: 'ParticipantAgreements',
        relation: 'parties',
        through: 'agreement',
        description: 'The agreements in which this participant takes part, with the role on the edge.',
      }),
    ),
    counterparts: t.field(counterpartsField),
    externalIds: t.relation('externalIds', { description: 'What other systems call them.' }),
  }),
})
