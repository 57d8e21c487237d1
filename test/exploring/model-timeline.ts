// The timeline as the contract describes it: every dated meeting, statement and turn, told one by one.
import { boundsOf, fuzzyDate } from '../model/reading-dates.ts'
import type { DateInput, IdMatchInput } from '../model/reading-filters.ts'
import { meetingMatches, statementMatches } from '../model/reading-filters.ts'
import { compareTexts } from '../model/reading-names.ts'
import type { AgreementEntry, EventInput, ReadingRecord } from '../model/reading-record.ts'

export interface TimelineInput {
  date?: DateInput
  participants?: IdMatchInput
  topics?: IdMatchInput
  types?: readonly TimelineTypeName[]
}

export const TIMELINE_TYPES = ['MEETING', 'STATEMENT', 'AGREEMENT_EVENT'] as const
export type TimelineTypeName = (typeof TIMELINE_TYPES)[number]

export interface TimelineRow {
  node: object
  date: unknown
  /** What it is ordered by. */
  key: readonly [earliest: string, latest: string, type: number, key: string]
}

/** `turnIds` are the ids of turns by their notes: what tells turns of one day apart. */
export function timeline(
  record: ReadingRecord,
  filter: TimelineInput,
  turnIds: ReadonlyMap<string, string>,
): TimelineRow[] {
  const { date, participants, topics, types } = filter
  const isAsked = (type: TimelineTypeName) => !types || types.length === 0 || types.includes(type)
  const rows = [
    ...record.Meeting.filter((meeting) =>
      meetingMatches(record, meeting, { date, participants, topics }),
    ).map((meeting) =>
      row('Meeting', { slug: meeting.slug }, { date: meeting.date, type: 0, key: meeting.slug }),
    ),
    ...record.Statement.filter(
      (one) =>
        statementMatches(record, one, { filter: { date, topics }, evidence: new Map() }) &&
        matches(participants, (id) => one.speaker === id || one.onBehalfOf === id),
    ).map((one) => row('Statement', { slug: one.slug }, { date: one.date, type: 1, key: one.slug })),
    ...record.Agreement.flatMap((agreement) =>
      agreement.events
        .filter((event) => turnMatches(record, { agreement, event }, filter))
        .map(({ note, date: day }) =>
          row('AgreementEvent', { note }, { date: day, type: 2, key: turnIds.get(note) ?? '' }),
        ),
    ),
  ]
  return rows
    .filter(({ key: [, , type] }) => isAsked(TIMELINE_TYPES[type] ?? 'MEETING'))
    .filter(({ date: day }) => day !== null)
    .toSorted(compareRows)
}

export function compareRows({ key: one }: TimelineRow, { key: other }: TimelineRow): number {
  return (
    compareTexts(one[0], other[0]) ||
    compareTexts(one[1], other[1]) ||
    one[2] - other[2] ||
    compareTexts(one[3], other[3])
  )
}

function row(
  name: string,
  node: object,
  { date, type, key }: { date: string | null; type: number; key: string },
): TimelineRow {
  const { earliest, latest } = date === null ? { earliest: '', latest: '' } : boundsOf(date)
  return { node: { __typename: name, ...node }, date: fuzzyDate(date), key: [earliest, latest, type, key] }
}

function turnMatches(
  record: ReadingRecord,
  { agreement, event }: { agreement: AgreementEntry; event: EventInput },
  { date, participants, topics }: TimelineInput,
): boolean {
  // Dates and topics mean the same of a turn as of a meeting.
  const asMeeting = { ...NOBODYS_MEETING, date: event.date, topics: agreement.topics }
  return (
    meetingMatches(record, asMeeting, { date, topics }) &&
    matches(
      participants,
      (id) =>
        event.participants.includes(id) || agreement.parties.some(({ participant }) => participant === id),
    )
  )
}

const NOBODYS_MEETING = {
  slug: '',
  title: '',
  kind: '',
  format: null,
  status: '',
  place: null,
  parent: null,
  participants: [],
  citations: [],
}

function matches(match: IdMatchInput | undefined, has: (id: string) => boolean): boolean {
  const { any, all, none } = match ?? {}
  return (!any || any.length === 0 || any.some(has)) && (all ?? []).every(has) && !(none ?? []).some(has)
}
