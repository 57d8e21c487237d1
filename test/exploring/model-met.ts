// Who met whom: both attended the same meeting that was held, neither only beside those who meet.
import { boundsOf, fuzzyDate } from '../model/reading-dates.ts'
import type { DateInput } from '../model/reading-filters.ts'
import { meetingMatches } from '../model/reading-filters.ts'
import { compareTexts, keyOf } from '../model/reading-names.ts'
import { called, type MeetingEntry, type ReadingRecord } from '../model/reading-record.ts'

export interface CounterpartInput {
  kind?: readonly string[]
  date?: DateInput
  countryCode?: readonly string[]
  meetingKind?: readonly string[]
  format?: readonly string[]
}

const GATHERINGS = ['SUMMIT', 'SESSION', 'HEARING']
const BESIDE = ['PRESS', 'INTERPRETER', 'OBSERVER']

function meets({ participants }: MeetingEntry, slug: string): boolean {
  return participants.some(
    ({ participant, roles }) => participant === slug && roles.some((role) => !BESIDE.includes(role)),
  )
}

function encounters(record: ReadingRecord, one: string, other: string): MeetingEntry[] {
  return record.Meeting.filter(
    (meeting) => meeting.status === 'HELD' && meets(meeting, one) && meets(meeting, other),
  )
}

/** Whether two met, as `met` has it: nobody meets themselves. */
export function haveMet(record: ReadingRecord, one: string, other: string): boolean {
  return one !== other && encounters(record, one, other).some(({ kind }) => !GATHERINGS.includes(kind))
}

/** Those whom a participant met, most often first, as edges. */
export function counterparts(record: ReadingRecord, slug: string, filter: CounterpartInput) {
  const { kind, date, countryCode, meetingKind, format } = filter
  const isNamed = (one: string) =>
    meetingKind && meetingKind.length > 0 ? meetingKind.includes(one) : !GATHERINGS.includes(one)
  return record.Participant.filter(
    (other) => other.slug !== slug && isOneOf(kind, other.kind) && isOneOf(countryCode, other.countryCode),
  )
    .map((other) => ({
      other,
      met: encounters(record, slug, other.slug).filter(
        (meeting) => isNamed(meeting.kind) && meetingMatches(record, meeting, { date, format }),
      ),
    }))
    .filter(({ met }) => met.length > 0)
    .toSorted(
      (one, two) =>
        two.met.length - one.met.length ||
        compareTexts(keyOf(one.other.name), keyOf(two.other.name)) ||
        compareTexts(one.other.slug, two.other.slug),
    )
    .map(({ other, met }) => ({
      node: { slug: other.slug },
      meetingCount: met.length,
      ...endsOf(met),
    }))
}

function endsOf(met: readonly MeetingEntry[]) {
  const dates = met
    .flatMap(({ date, slug }) => (date === null ? [] : [{ date, slug, bounds: boundsOf(date) }]))
    .toSorted(
      (one, other) =>
        compareTexts(one.bounds.earliest, other.bounds.earliest) ||
        compareTexts(one.bounds.latest, other.bounds.latest) ||
        compareTexts(one.slug, other.slug),
    )
  return { firstMet: fuzzyDate(dates[0]?.date ?? null), lastMet: fuzzyDate(dates.at(-1)?.date ?? null) }
}

export function fullest(record: ReadingRecord): string[] {
  const length = (slug: string) => counterparts(record, slug, {}).length
  return record.Participant.map(({ slug }) => called(record.Participant, slug).slug).toSorted(
    (one, other) => length(other) - length(one),
  )
}

function isOneOf(wanted: readonly string[] | undefined, found: string | null): boolean {
  return !wanted || wanted.length === 0 || (found !== null && wanted.includes(found))
}
