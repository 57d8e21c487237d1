// What the filters mean, one entry at a time, by the conventions of the contract.
import { statusOn } from './agreement.ts'
import { boundsOf } from './reading-dates.ts'
import {
  type AgreementEntry,
  called,
  type IssueEntry,
  type MeetingEntry,
  modelAgreement,
  modelRecord,
  modelStatement,
  type ParticipantEntry,
  type PartyInput,
  type ReadingRecord,
  type SourceEntry,
  type StatementEntry,
  type TopicEntry,
  withNarrower,
} from './reading-record.ts'
import { isIssueContested, isMeetingContested, isStatementContested, side } from './record.ts'

/** IDs in a filter are slugs, or `@slug` for the global ID of that entry. */
export function bare(id: string): string {
  return id.replace('@', '')
}

type Maybe<T> = T | null | undefined

export interface Combined<Filter> {
  and?: Maybe<readonly Filter[]>
  or?: Maybe<readonly Filter[]>
  not?: Maybe<Filter>
}

export interface IdMatchInput {
  any?: Maybe<readonly string[]>
  all?: Maybe<readonly string[]>
  none?: Maybe<readonly string[]>
}

export interface DateInput {
  from?: Maybe<string>
  until?: Maybe<string>
  match?: Maybe<'POSSIBLY' | 'CERTAINLY'>
}

export interface MeetingFilterInput extends Combined<MeetingFilterInput> {
  kind?: Maybe<readonly string[]>
  status?: Maybe<readonly string[]>
  format?: Maybe<readonly string[]>
  date?: Maybe<DateInput>
  countryCode?: Maybe<readonly string[]>
  place?: Maybe<string>
  participants?: Maybe<IdMatchInput>
  topics?: Maybe<IdMatchInput>
  parent?: Maybe<string>
  hasAgreements?: Maybe<boolean>
  isContested?: Maybe<boolean>
}

export interface ParticipantFilterInput extends Combined<ParticipantFilterInput> {
  kind?: Maybe<readonly string[]>
  countryCode?: Maybe<readonly string[]>
  office?: Maybe<string>
  isAnonymous?: Maybe<boolean>
}

export interface StatementFilterInput extends Combined<StatementFilterInput> {
  wording?: Maybe<readonly string[]>
  act?: Maybe<readonly string[]>
  evidence?: Maybe<readonly string[]>
  speaker?: Maybe<readonly string[]>
  onBehalfOf?: Maybe<readonly string[]>
  addressees?: Maybe<IdMatchInput>
  meeting?: Maybe<readonly string[]>
  about?: Maybe<readonly string[]>
  issue?: Maybe<readonly string[]>
  stance?: Maybe<readonly string[]>
  topics?: Maybe<IdMatchInput>
  date?: Maybe<DateInput>
  language?: Maybe<readonly string[]>
  source?: Maybe<readonly string[]>
  isContested?: Maybe<boolean>
}

export interface AgreementFilterInput extends Combined<AgreementFilterInput> {
  kind?: Maybe<readonly string[]>
  form?: Maybe<readonly string[]>
  parties?: Maybe<IdMatchInput>
  topics?: Maybe<IdMatchInput>
  meeting?: Maybe<readonly string[]>
  status?: Maybe<{ any: readonly string[]; on: string }>
  effective?: Maybe<DateInput>
}

export interface IssueFilterInput {
  isContested?: Maybe<boolean>
  topics?: Maybe<IdMatchInput>
}

export interface TopicFilterInput {
  broader?: Maybe<string>
}

export interface SourceFilterInput {
  kind?: Maybe<readonly string[]>
  publisher?: Maybe<string>
  url?: Maybe<string>
}

export interface AttendanceFilterInput {
  role?: Maybe<readonly string[]>
  kind?: Maybe<readonly string[]>
  onBehalfOf?: Maybe<readonly string[]>
}

export interface PartyFilterInput {
  role?: Maybe<readonly string[]>
  on?: Maybe<string>
}

export interface PositionFilterInput {
  stance?: Maybe<readonly string[]>
  side?: Maybe<readonly string[]>
}

export function meetingMatches(
  record: ReadingRecord,
  meeting: MeetingEntry,
  filter: MeetingFilterInput,
): boolean {
  const parts = takingPart(record, meeting)
  return (
    combines(filter, (inner) => meetingMatches(record, meeting, inner)) &&
    isOneOf(filter.kind, meeting.kind) &&
    isOneOf(filter.status, meeting.status) &&
    isOneOf(filter.format, meeting.format) &&
    liesIn(filter.date, meeting.date) &&
    isOneOf(filter.countryCode, meeting.place?.countryCode) &&
    hasWords(filter.place, meeting.place?.name) &&
    matchesIds(filter.participants, (id) => parts.has(id)) &&
    onTopics(record, filter.topics, meeting.topics) &&
    (isLeftOut(filter.parent) || meeting.parent === bare(filter.parent)) &&
    is(filter.hasAgreements, () => record.Agreement.some((one) => one.meeting === meeting.slug)) &&
    is(filter.isContested, () => isMeetingContested(modelRecord(record), meeting.slug))
  )
}

/** Whoever attends, speaks or is party there, and whoever that is done on behalf of. */
function takingPart(record: ReadingRecord, { slug, participants }: MeetingEntry): Set<string | null> {
  return new Set([
    ...participants.flatMap(({ participant, onBehalfOf }) => [participant, onBehalfOf]),
    ...record.Statement.filter(({ meeting }) => meeting === slug).flatMap(({ speaker, onBehalfOf }) => [
      speaker,
      onBehalfOf,
    ]),
    ...record.Agreement.filter(({ meeting }) => meeting === slug).flatMap(({ parties }) =>
      parties.map(({ participant }) => participant),
    ),
  ])
}

export function participantMatches(participant: ParticipantEntry, filter: ParticipantFilterInput): boolean {
  return (
    combines(filter, (inner) => participantMatches(participant, inner)) &&
    isOneOf(filter.kind, participant.kind) &&
    isOneOf(filter.countryCode, participant.countryCode) &&
    (isLeftOut(filter.office) || participant.offices.some(({ title }) => hasWords(filter.office, title))) &&
    is(filter.isAnonymous, () => participant.isAnonymous)
  )
}

export function statementMatches(
  record: ReadingRecord,
  statement: StatementEntry,
  options: { filter: StatementFilterInput; evidence: ReadonlyMap<string, string> },
): boolean {
  const { filter, evidence } = options
  const named = (filter.about ?? []).map(bare)
  return (
    combines(filter, (inner) => statementMatches(record, statement, { filter: inner, evidence })) &&
    isOneOf(filter.wording, statement.wording) &&
    isOneOf(filter.act, statement.act) &&
    isOneOf(filter.evidence, evidence.get(statement.slug)) &&
    isOneOf(filter.speaker?.map(bare), statement.speaker) &&
    isOneOf(filter.onBehalfOf?.map(bare), statement.onBehalfOf) &&
    matchesIds(filter.addressees, (id) => statement.addressees.includes(id)) &&
    isOneOf(filter.meeting?.map(bare), statement.meeting) &&
    (named.length === 0 || statement.about.some((subject) => named.includes(subject))) &&
    takesStance(statement, filter) &&
    onTopics(record, filter.topics, statement.topics) &&
    liesIn(filter.date, statement.date) &&
    isOneOf(filter.language, statement.language) &&
    hasOneOf(
      filter.source?.map(bare),
      statement.citations.map(({ source }) => source),
    ) &&
    is(filter.isContested, () => isStatementContestedIn(record, statement))
  )
}

function isStatementContestedIn(record: ReadingRecord, { slug }: StatementEntry): boolean {
  const model = modelRecord(record)
  return isStatementContested(model, called(model.statements, slug))
}

/** One and the same position has the issue and the stance. */
function takesStance({ positions }: StatementEntry, { issue, stance }: StatementFilterInput): boolean {
  if (isEmpty(issue) && isEmpty(stance)) return true
  return positions.some(
    (position) => isOneOf(issue?.map(bare), position.issue) && isOneOf(stance, position.stance),
  )
}

export function agreementMatches(
  record: ReadingRecord,
  agreement: AgreementEntry,
  filter: AgreementFilterInput,
): boolean {
  return (
    combines(filter, (inner) => agreementMatches(record, agreement, inner)) &&
    isOneOf(filter.kind, agreement.kind) &&
    isOneOf(filter.form, agreement.form) &&
    matchesIds(filter.parties, (id) => agreement.parties.some(({ participant }) => participant === id)) &&
    onTopics(record, filter.topics, agreement.topics) &&
    isOneOf(filter.meeting?.map(bare), agreement.meeting) &&
    (isLeftOut(filter.status) ||
      isOneOf(filter.status.any, statusOn(modelAgreement(agreement), filter.status.on)?.status)) &&
    liesIn(filter.effective, agreement.effective)
  )
}

export function issueMatches(record: ReadingRecord, issue: IssueEntry, filter: IssueFilterInput): boolean {
  return (
    is(filter.isContested, () => isIssueContested(modelRecord(record), issue.slug)) &&
    onTopics(record, filter.topics, issue.topics)
  )
}

export function topicMatches(topic: TopicEntry, { broader }: TopicFilterInput): boolean {
  return isLeftOut(broader) || topic.broader === bare(broader)
}

export function sourceMatches(source: SourceEntry, filter: SourceFilterInput): boolean {
  return (
    isOneOf(filter.kind, source.kind) &&
    hasWords(filter.publisher, source.publisher) &&
    (isLeftOut(filter.url) || source.url === filter.url)
  )
}

export function attendanceMatches(
  record: ReadingRecord,
  attendance: MeetingEntry['participants'][number],
  { role, kind, onBehalfOf }: AttendanceFilterInput,
): boolean {
  return (
    hasOneOf(role, attendance.roles) &&
    isOneOf(kind, called(record.Participant, attendance.participant).kind) &&
    isOneOf(onBehalfOf?.map(bare), attendance.onBehalfOf)
  )
}

/** On a day those who may take part: have joined, perhaps, and not yet left, for sure. */
export function partyMatches({ role, since, until }: PartyInput, filter: PartyFilterInput): boolean {
  const { on } = filter
  return (
    isOneOf(filter.role, role) &&
    (isLeftOut(on) ||
      ((since === null || boundsOf(since).earliest <= on) &&
        (until === null || on <= boundsOf(until).latest)))
  )
}

export function positionMatches(
  statement: StatementEntry,
  stance: string,
  filter: PositionFilterInput,
): boolean {
  return isOneOf(filter.stance, stance) && isOneOf(filter.side?.map(bare), side(modelStatement(statement)))
}

function combines<Filter>({ and, or, not }: Combined<Filter>, matches: (filter: Filter) => boolean): boolean {
  return (
    (and ?? []).every(matches) &&
    (isEmpty(or) || (or ?? []).some(matches)) &&
    (isLeftOut(not) || !matches(not))
  )
}

function liesIn(filter: Maybe<DateInput>, date: string | null): boolean {
  const { from, until, match } = filter ?? {}
  if (isLeftOut(from) && isLeftOut(until)) return true
  if (date === null) return false
  const { earliest, latest } = boundsOf(date)
  const [first, last] = [from ?? '0001-01-01', until ?? '9999-12-31']
  return match === 'CERTAINLY' ? first <= earliest && latest <= last : earliest <= last && first <= latest
}

function onTopics(record: ReadingRecord, match: Maybe<IdMatchInput>, topics: readonly string[]): boolean {
  return matchesIds(match, (id) => withNarrower(record, id).some((topic) => topics.includes(topic)))
}

function matchesIds(match: Maybe<IdMatchInput>, has: (id: string) => boolean): boolean {
  const { any, all, none } = match ?? {}
  const hasEntry = (id: string) => has(bare(id))
  return (
    (isEmpty(any) || (any ?? []).some(hasEntry)) &&
    (all ?? []).every(hasEntry) &&
    !(none ?? []).some(hasEntry)
  )
}

function hasWords(words: Maybe<string>, text: Maybe<string>): boolean {
  if (isLeftOut(words)) return true
  const held = wordsOf(text ?? '')
  return wordsOf(words).every((word) => held.includes(word))
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

function is(wanted: Maybe<boolean>, found: () => boolean): boolean {
  return isLeftOut(wanted) || found() === wanted
}

function isOneOf(wanted: Maybe<readonly string[]>, found: Maybe<string>): boolean {
  return isEmpty(wanted) || (!isLeftOut(found) && (wanted ?? []).includes(found))
}

function hasOneOf(wanted: Maybe<readonly string[]>, found: readonly string[]): boolean {
  return isEmpty(wanted) || found.some((one) => (wanted ?? []).includes(one))
}

function isEmpty(list: Maybe<readonly unknown[]>): boolean {
  return isLeftOut(list) || list.length === 0
}

function isLeftOut(value: unknown): value is null | undefined {
  return value === null || value === undefined
}
