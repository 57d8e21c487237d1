import { agreements } from '../agreement/list.ts'
import { builder } from '../builder.ts'
import { Entry, Node } from '../entry.ts'
import { byFuzzyDate, fuzzyDateField } from '../fuzzy-date.ts'
import { issues } from '../issue/list.ts'
import { bySlug } from '../order.ts'
import { attendances } from '../participant/list.ts'
import { placeField } from '../place.ts'
import { relatedNodes } from '../related.ts'
import { edgeList, relatedList } from '../related-list.ts'
import { byOrdinal, statements } from '../statement/list.ts'
import { MeetingFormatEnum, MeetingKindEnum, MeetingStatusEnum } from './filter.ts'
import { meetings } from './list.ts'

builder.prismaObject('Meeting', {
  interfaces: [Entry, Node],
  select: { id: true },
  fields: (t) => ({
    title: t.exposeString('title'),
    summary: t.exposeString('summary', { nullable: true }),
    kind: t.expose('kind', { type: MeetingKindEnum }),
    format: t.expose('format', { type: MeetingFormatEnum, nullable: true }),
    status: t.expose('status', { type: MeetingStatusEnum }),
    date: t.field(fuzzyDateField('date', 'When it took place, or was to take place.')),
    place: t.field(placeField('place', 'Where it took place.')),
    parent: t.relation('parent', {
      nullable: true,
      description: 'The meeting within which it took place: the summit that held the bilateral.',
    }),
    meetings: t.field(
      relatedList(meetings, {
        field: 'Meeting.meetings',
        of: 'Meeting',
        relation: 'meetings',
        description: 'The meetings that took place within it.',
      }),
    ),
    participants: t.field(
      edgeList(attendances, {
        field: 'Meeting.participants',
        of: 'Meeting',
        edges: 'MeetingParticipants',
        relation: 'attendances',
        through: 'participant',
        description: 'Who was there: each participant once, by name, with all their roles on the edge.',
      }),
    ),
    statements: t.field(
      relatedList(statements, {
        field: 'Meeting.statements',
        of: 'Meeting',
        relation: 'statements',
        order: [byOrdinal('ASC'), byFuzzyDate('date', 'ASC'), bySlug],
        description: 'What was said at this meeting, in the order in which it was said.',
      }),
    ),
    statementsAbout: t.field(
      relatedList(statements, {
        field: 'Meeting.statementsAbout',
        of: 'Meeting',
        relation: 'statementsAbout',
        through: 'statement',
        description: 'What was said about this meeting, wherever it was said.',
      }),
    ),
    accounts: t.relation('accounts', { description: 'What each side says happened here, side by side.' }),
    issues: t.field(
      relatedList(issues, {
        field: 'Meeting.issues',
        of: 'Meeting',
        relation: 'issues',
        through: 'issue',
        description:
          'The questions on which statements made here or about this meeting, or reported in those, take a stance.',
      }),
    ),
    isContested: t.exposeBoolean('isContested'),
    agreements: t.field(
      relatedList(agreements, {
        field: 'Meeting.agreements',
        of: 'Meeting',
        relation: 'agreements',
        description: 'What was agreed here.',
      }),
    ),
    topics: t.field(
      relatedNodes('Topic', {
        relation: 'topics',
        through: 'topic',
        description: 'What it was about, by name.',
      }),
    ),
    externalIds: t.relation('externalIds', { description: 'What other systems call it.' }),
  }),
})
