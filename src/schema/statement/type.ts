import { builder } from '../builder.ts'
import { Entry, Node } from '../entry.ts'
import { fuzzyDateField } from '../fuzzy-date.ts'
import { unfiltered } from '../list.ts'
import { officesAt, spanOf } from '../participant/office.ts'
import { relatedNodes, relatedTargets } from '../related.ts'
import { relatedList } from '../related-list.ts'
import { EvidenceEnum, StatementActEnum, WordingEnum } from './filter.ts'
import { statementLinks } from './link.ts'
import { statements } from './list.ts'

builder.prismaObject('Statement', {
  interfaces: [Entry, Node],
  select: { id: true },
  fields: (t) => ({
    text: t.exposeString('text'),
    language: t.expose('language', { type: 'LanguageTag', nullable: true }),
    original: t.exposeString('original', { nullable: true }),
    originalLanguage: t.expose('originalLanguage', { type: 'LanguageTag', nullable: true }),
    wording: t.expose('wording', { type: WordingEnum }),
    act: t.expose('act', { type: StatementActEnum }),
    speaker: t.relation('speaker', { description: 'Who said it.' }),
    onBehalfOf: t.relation('onBehalfOf', {
      nullable: true,
      description: 'On whose behalf it was said, where that is somebody else: the side that it counts for.',
    }),
    addressees: t.field(
      relatedNodes('Participant', {
        relation: 'addressees',
        through: 'participant',
        description: 'To whom it was said.',
      }),
    ),
    speakerOffices: t.field({
      type: ['Office'],
      description:
        'The offices that the speaker held on the day; where the day is not known, those that may have been held.',
      select: (_args, _context, nested) => ({
        dateEarliest: true,
        dateLatest: true,
        speaker: { select: { offices: nested() } },
      }),
      resolve: ({ speaker, dateEarliest, dateLatest }) =>
        officesAt(speaker.offices, spanOf(dateEarliest, dateLatest)),
    }),
    date: t.field(fuzzyDateField('date', 'When it was said.')),
    meeting: t.relation('meeting', { nullable: true, description: 'Where it was said.' }),
    ordinal: t.exposeInt('ordinal', { nullable: true }),
    about: t.field({
      type: [Entry],
      description: 'What it is about: meetings, agreements, participants.',
      ...relatedTargets(
        { meeting: 'Meeting', agreement: 'Agreement', participant: 'Participant' },
        { relation: 'about' },
      ),
    }),
    reportedIn: t.relation('reportedIn', {
      nullable: true,
      description:
        'The statement through which this one is known: a president denied it, as his minister says.',
    }),
    reports: t.field(
      relatedList(unfiltered(statements), {
        field: 'Statement.reports',
        of: 'Statement',
        relation: 'reports',
        description: 'The statements that this one reports, newest first.',
      }),
    ),
    attribution: t.field(
      relatedNodes('Statement', {
        relation: 'attribution',
        through: 'member',
        description:
          'From this statement out to the one that anybody heard: the whole chain of hearsay, itself first.',
      }),
    ),
    evidence: t.expose('evidence', { type: EvidenceEnum }),
    positions: t.relation('positions', { description: 'The stances that it takes, by issue.' }),
    links: t.field(statementLinks),
    contradictedBy: t.field(
      relatedList(unfiltered(statements), {
        field: 'Statement.contradictedBy',
        of: 'Statement',
        relation: 'contradictedBy',
        through: 'other',
        description:
          'Statements of other sides that take the opposite stance (AFFIRMS against DENIES) on the same issue, and statements linked as CONTRADICTS, in either direction.',
      }),
    ),
    isContested: t.exposeBoolean('isContested'),
    topics: t.field(
      relatedNodes('Topic', {
        relation: 'topics',
        through: 'topic',
        description: 'What it touches upon, by name.',
      }),
    ),
    externalIds: t.relation('externalIds', { description: 'What other systems call it.' }),
  }),
})
