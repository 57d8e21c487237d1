// Every list of the service that is read by the page, as the model has it.

import { fuzzyDate } from '../model/reading-dates.ts'
import {
  type AgreementFilterInput,
  agreementMatches,
  type MeetingFilterInput,
  meetingMatches,
  type ParticipantFilterInput,
  participantMatches,
  type StatementFilterInput,
  statementMatches,
} from '../model/reading-filters.ts'
import { type Keys, keys, type Term } from '../model/reading-order.ts'
import {
  type AgreementEntry,
  called,
  type MeetingEntry,
  modelRecord,
  modelStatement,
  type ParticipantEntry,
  type ReadingRecord,
  type StatementEntry,
} from '../model/reading-record.ts'
import { contradicts, evidence, issuesOfMeeting, outermost, side } from '../model/record.ts'

/** The filters that a list may take; each list looks at the one of its type. */
export interface Filters {
  Meeting: MeetingFilterInput
  Participant: ParticipantFilterInput
  Statement: StatementFilterInput
  Agreement: AgreementFilterInput
}

/** A row of a list: what is answered for its node and of its edge, and what it is ordered by. */
export interface ListRow {
  node: object
  edge: object
  keys: Keys
}

export interface ListKind {
  /** The field, as `Type.field`. */
  field: string
  /** How the field is reached; LIST stands for it, ID for the slug of the parent. */
  path: string
  /** Where its answer stands in the data. */
  answerAt: readonly (string | number)[]
  node: string
  edge: string
  /** What filter and order are called, where the list takes them. */
  ordered: keyof Filters | null
  /** Where the client asks for no order. */
  order: readonly Term[]
  parents(record: ReadingRecord): readonly string[]
  rows(record: ReadingRecord, parent: string, filters: Filters): ListRow[]
}

const newest = (field: string): Term[] => [
  { field, direction: 'DESC' },
  { field: 'SLUG', direction: 'DESC' },
]
const by = (...fields: string[]): Term[] => fields.map((field) => ({ field, direction: 'ASC' }))

const ROOT = { parents: () => [''], answerAt: ['list'], edge: '' }
const PLAIN = { edge: '', node: 'slug' }

function under(type: 'Meeting' | 'Participant' | 'Statement' | 'Agreement' | 'Issue' | 'Topic' | 'Source') {
  const field = type.toLowerCase()
  return {
    path: `${field}(id: "ID") { LIST }`,
    answerAt: [field, 'list'],
    parents: (record: ReadingRecord) => record[type].map(({ slug }) => slug),
  }
}

function meetingRows(record: ReadingRecord, found: readonly MeetingEntry[], { Meeting }: Filters): ListRow[] {
  return found
    .filter((meeting) => meetingMatches(record, meeting, Meeting))
    .map((meeting) => ({ node: { slug: meeting.slug }, edge: {}, keys: keys.Meeting(record, meeting) }))
}

function statementRows(
  record: ReadingRecord,
  found: readonly StatementEntry[],
  { Statement: filter }: Pick<Filters, 'Statement'>,
): ListRow[] {
  const model = modelRecord(record)
  const known = new Map(found.map((one) => [one.slug, evidence(model, modelStatement(one))]))
  return found
    .filter((statement) => statementMatches(record, statement, { filter, evidence: known }))
    .map((one) => ({ node: { slug: one.slug }, edge: {}, keys: keys.Statement(record, one) }))
}

function agreementRows(
  record: ReadingRecord,
  found: readonly AgreementEntry[],
  { Agreement }: Filters,
): ListRow[] {
  return found
    .filter((agreement) => agreementMatches(record, agreement, Agreement))
    .map((one) => ({ node: { slug: one.slug }, edge: {}, keys: keys.Agreement(record, one) }))
}

function participantRow(record: ReadingRecord, participant: ParticipantEntry, edge: object): ListRow {
  return { node: { slug: participant.slug }, edge, keys: keys.Participant(record, participant) }
}

const unfiltered = { Statement: {} }
const slugKeys = (...slugs: [string, string][]): Keys =>
  new Map(slugs.map(([field, slug]) => [field, [slug]]))

function positionRows(statements: readonly StatementEntry[], issue?: string): ListRow[] {
  return statements.flatMap((statement) =>
    statement.positions
      .filter((position) => issue === undefined || position.issue === issue)
      .map((position) => ({
        node: { statement: { slug: statement.slug }, issue: { slug: position.issue } },
        edge: {},
        keys: slugKeys(['STATEMENT', statement.slug], ['ISSUE', position.issue]),
      })),
  )
}

const ATTENDANCE = 'roles capacity onBehalfOf { slug }'

function attendanceEdge({ roles, capacity, onBehalfOf }: MeetingEntry['participants'][number]) {
  return { roles, capacity, onBehalfOf: onBehalfOf && { slug: onBehalfOf } }
}

const PARTY = 'role since { edtf earliest latest } until { edtf earliest latest }'

function partyEdge({ role, since, until }: AgreementEntry['parties'][number]) {
  return { role, since: fuzzyDate(since), until: fuzzyDate(until) }
}

/** The accounts of all meetings: parents `meeting side`. */
function accountStatements(record: ReadingRecord): Map<string, StatementEntry[]> {
  const model = modelRecord(record)
  const found = new Map<string, StatementEntry[]>()
  for (const { slug } of record.Meeting) {
    for (const statement of record.Statement) {
      const own = called(model.statements, statement.slug)
      const isTold = outward(record, statement).some(({ about }) => about.includes(`Meeting:${slug}`))
      if (!isTold) continue
      const account = `${slug} ${side(outermost(model, own))}`
      found.set(account, [...(found.get(account) ?? []), statement])
    }
  }
  return found
}

function outward(record: ReadingRecord, statement: StatementEntry): StatementEntry[] {
  const { reportedIn } = statement
  return reportedIn === null
    ? [statement]
    : [statement, ...outward(record, called(record.Statement, reportedIn))]
}

const ACCOUNT = {
  path: 'meeting(id: "ID") { accounts { side { slug } LIST } }',
  answerAt: ['meeting', 'accounts'],
  parents: (record: ReadingRecord) => [...accountStatements(record).keys()],
}

export const LIST_KINDS: readonly ListKind[] = [
  {
    ...ROOT,
    ...PLAIN,
    field: 'Query.meetings',
    path: 'LIST',
    ordered: 'Meeting',
    order: newest('DATE'),
    rows: (record, _parent, filters) => meetingRows(record, record.Meeting, filters),
  },
  {
    ...ROOT,
    ...PLAIN,
    field: 'Query.participants',
    path: 'LIST',
    ordered: 'Participant',
    order: by('NAME', 'SLUG'),
    rows: (record, _parent, filters) =>
      record.Participant.filter((one) => participantMatches(one, filters.Participant)).map((one) =>
        participantRow(record, one, {}),
      ),
  },
  {
    ...ROOT,
    ...PLAIN,
    field: 'Query.statements',
    path: 'LIST',
    ordered: 'Statement',
    order: newest('DATE'),
    rows: (record, _parent, filters) => statementRows(record, record.Statement, filters),
  },
  {
    ...ROOT,
    ...PLAIN,
    field: 'Query.agreements',
    path: 'LIST',
    ordered: 'Agreement',
    order: newest('EFFECTIVE'),
    rows: (record, _parent, filters) => agreementRows(record, record.Agreement, filters),
  },
  {
    ...ROOT,
    ...PLAIN,
    field: 'Query.issues',
    path: 'LIST',
    ordered: null,
    order: by('SLUG'),
    rows: (record) =>
      record.Issue.map(({ slug }) => ({ node: { slug }, edge: {}, keys: slugKeys(['SLUG', slug]) })),
  },
  {
    ...ROOT,
    ...PLAIN,
    field: 'Query.topics',
    path: 'LIST',
    ordered: null,
    order: by('NAME', 'SLUG'),
    rows: (record) =>
      record.Topic.map((one) => ({ node: { slug: one.slug }, edge: {}, keys: keys.Topic(record, one) })),
  },
  {
    ...ROOT,
    ...PLAIN,
    field: 'Query.sources',
    path: 'LIST',
    ordered: null,
    order: by('TITLE', 'SLUG'),
    rows: (record) =>
      record.Source.map((one) => ({ node: { slug: one.slug }, edge: {}, keys: keys.Source(record, one) })),
  },
  {
    ...under('Meeting'),
    ...PLAIN,
    field: 'Meeting.meetings',
    ordered: 'Meeting',
    order: newest('DATE'),
    rows: (record, parent, filters) =>
      meetingRows(
        record,
        record.Meeting.filter((one) => one.parent === parent),
        filters,
      ),
  },
  {
    ...under('Meeting'),
    ...PLAIN,
    field: 'Meeting.participants',
    edge: ATTENDANCE,
    ordered: null,
    order: by('NAME', 'SLUG'),
    rows: (record, parent) =>
      called(record.Meeting, parent).participants.map((one) =>
        participantRow(record, called(record.Participant, one.participant), attendanceEdge(one)),
      ),
  },
  {
    ...under('Meeting'),
    ...PLAIN,
    field: 'Meeting.statements',
    ordered: 'Statement',
    order: by('ORDINAL', 'DATE', 'SLUG'),
    rows: (record, parent, filters) =>
      statementRows(
        record,
        record.Statement.filter(({ meeting }) => meeting === parent),
        filters,
      ),
  },
  ...(['Meeting', 'Participant', 'Agreement'] as const).map(
    (type): ListKind => ({
      ...under(type),
      ...PLAIN,
      field: `${type}.statementsAbout`,
      ordered: 'Statement',
      order: newest('DATE'),
      rows: (record, parent, filters) =>
        statementRows(
          record,
          record.Statement.filter(({ about }) => about.includes(`${type}:${parent}`)),
          filters,
        ),
    }),
  ),
  {
    ...under('Meeting'),
    ...PLAIN,
    field: 'Meeting.issues',
    ordered: null,
    order: by('SLUG'),
    rows: (record, parent) =>
      issuesOfMeeting(modelRecord(record), parent).map((slug) => ({
        node: { slug },
        edge: {},
        keys: slugKeys(['SLUG', slug]),
      })),
  },
  {
    ...under('Meeting'),
    ...PLAIN,
    field: 'Meeting.agreements',
    ordered: 'Agreement',
    order: newest('EFFECTIVE'),
    rows: (record, parent, filters) =>
      agreementRows(
        record,
        record.Agreement.filter(({ meeting }) => meeting === parent),
        filters,
      ),
  },
  {
    ...under('Participant'),
    ...PLAIN,
    field: 'Participant.meetings',
    edge: ATTENDANCE,
    ordered: 'Meeting',
    order: newest('DATE'),
    rows: (record, parent, { Meeting }) =>
      record.Meeting.flatMap((meeting) =>
        meeting.participants
          .filter(({ participant }) => participant === parent && meetingMatches(record, meeting, Meeting))
          .map((one) => ({
            node: { slug: meeting.slug },
            edge: attendanceEdge(one),
            keys: keys.Meeting(record, meeting),
          })),
      ),
  },
  {
    ...under('Participant'),
    ...PLAIN,
    field: 'Participant.statements',
    ordered: 'Statement',
    order: newest('DATE'),
    rows: (record, parent, filters) =>
      statementRows(
        record,
        record.Statement.filter(({ speaker }) => speaker === parent),
        filters,
      ),
  },
  {
    ...under('Participant'),
    ...PLAIN,
    field: 'Participant.agreements',
    edge: PARTY,
    ordered: 'Agreement',
    order: newest('EFFECTIVE'),
    rows: (record, parent, { Agreement }) =>
      record.Agreement.flatMap((agreement) =>
        agreement.parties
          .filter((one) => one.participant === parent && agreementMatches(record, agreement, Agreement))
          .map((one) => ({
            node: { slug: agreement.slug },
            edge: partyEdge(one),
            keys: keys.Agreement(record, agreement),
          })),
      ),
  },
  {
    ...under('Agreement'),
    ...PLAIN,
    field: 'Agreement.parties',
    edge: PARTY,
    ordered: null,
    order: by('NAME', 'SLUG'),
    rows: (record, parent) =>
      called(record.Agreement, parent).parties.map((one) =>
        participantRow(record, called(record.Participant, one.participant), partyEdge(one)),
      ),
  },
  {
    ...under('Statement'),
    ...PLAIN,
    field: 'Statement.reports',
    ordered: null,
    order: newest('DATE'),
    rows: (record, parent) =>
      statementRows(
        record,
        record.Statement.filter(({ reportedIn }) => reportedIn === parent),
        unfiltered,
      ),
  },
  {
    ...under('Statement'),
    ...PLAIN,
    field: 'Statement.contradictedBy',
    ordered: null,
    order: newest('DATE'),
    rows: (record, parent) => {
      const own = modelStatement(called(record.Statement, parent))
      const others = record.Statement.filter(
        (other) => other.slug !== parent && contradicts(own, modelStatement(other)),
      )
      return statementRows(record, others, unfiltered)
    },
  },
  {
    ...under('Issue'),
    field: 'Issue.positions',
    node: 'statement { slug } issue { slug }',
    edge: '',
    ordered: null,
    order: by('STATEMENT', 'ISSUE'),
    rows: (record, parent) => positionRows(record.Statement, parent),
  },
  ...(['Meeting', 'Statement', 'Agreement'] as const).map((type): ListKind => {
    const topic = under('Topic')
    return {
      ...topic,
      ...PLAIN,
      field: `Topic.${type.toLowerCase()}s`,
      ordered: type,
      order: newest(type === 'Agreement' ? 'EFFECTIVE' : 'DATE'),
      rows: (record, parent, filters) => {
        const isOn = ({ topics }: { topics: string[] }) => topics.includes(parent)
        if (type === 'Meeting') return meetingRows(record, record.Meeting.filter(isOn), filters)
        if (type === 'Statement') return statementRows(record, record.Statement.filter(isOn), filters)
        return agreementRows(record, record.Agreement.filter(isOn), filters)
      },
    }
  }),
  {
    ...ACCOUNT,
    ...PLAIN,
    field: 'Account.statements',
    ordered: null,
    order: newest('DATE'),
    rows: (record, parent) => statementRows(record, accountStatements(record).get(parent) ?? [], unfiltered),
  },
  {
    ...ACCOUNT,
    field: 'Account.positions',
    node: 'statement { slug } issue { slug }',
    edge: '',
    ordered: null,
    order: by('STATEMENT', 'ISSUE'),
    rows: (record, parent) => positionRows(accountStatements(record).get(parent) ?? []),
  },
]
