// How lists are ordered: by the asked terms, nulls last either way, then by the slug in the last term's direction.
import { boundsOf } from './reading-dates.ts'
import { compareTexts, keyOf } from './reading-names.ts'
import type {
  AgreementEntry,
  EntryTypeName,
  MeetingEntry,
  ParticipantEntry,
  ReadingRecord,
  SourceEntry,
  StatementEntry,
  TopicEntry,
} from './reading-record.ts'

export interface Term {
  field: string
  direction: 'ASC' | 'DESC'
}

/** What a row is compared by, for each field that a list can be ordered by; null where it has no value. */
export type Keys = ReadonlyMap<string, readonly (string | number)[] | null>

export function compareBy(order: readonly Term[]): (one: Keys, other: Keys) => number {
  return (one, other) => {
    for (const { field, direction } of order) {
      const [ours, theirs] = [one.get(field) ?? null, other.get(field) ?? null]
      if (ours === null || theirs === null) {
        if (ours !== theirs) return ours === null ? 1 : -1
        continue
      }
      const found = compareValues(ours, theirs)
      if (found !== 0) return direction === 'ASC' ? found : -found
    }
    return 0
  }
}

/** The asked terms, and the slug that ends every order. */
export function ended(order: readonly Term[]): Term[] {
  return [...order, { field: 'SLUG', direction: order.at(-1)?.direction ?? 'ASC' }]
}

function compareValues(ours: readonly (string | number)[], theirs: readonly (string | number)[]): number {
  for (const [index, value] of ours.entries()) {
    const other = theirs[index]
    const found = typeof value === 'number' ? value - Number(other) : compareTexts(value, String(other))
    if (found !== 0) return found
  }
  return 0
}

const dateKey = (date: string | null) => (date === null ? null : Object.values(boundsOf(date)))

function keysOf(
  record: ReadingRecord,
  entry: { type: EntryTypeName; slug: string; own: [string, readonly (string | number)[] | null][] },
): Keys {
  const instants = record.instants.get(`${entry.type}:${entry.slug}`)
  return new Map([
    ...entry.own,
    ['SLUG', [entry.slug]],
    ['CREATED_AT', [instants?.createdAt ?? '']],
    ['UPDATED_AT', [instants?.updatedAt ?? '']],
  ])
}

export const keys = {
  Meeting: (record: ReadingRecord, { slug, title, date }: MeetingEntry) =>
    keysOf(record, {
      type: 'Meeting',
      slug,
      own: [
        ['DATE', dateKey(date)],
        ['TITLE', [keyOf(title)]],
      ],
    }),
  Participant: (record: ReadingRecord, { slug, name }: ParticipantEntry) =>
    keysOf(record, { type: 'Participant', slug, own: [['NAME', [keyOf(name)]]] }),
  Statement: (record: ReadingRecord, { slug, date, ordinal }: StatementEntry) =>
    keysOf(record, {
      type: 'Statement',
      slug,
      own: [
        ['DATE', dateKey(date)],
        ['ORDINAL', ordinal === null ? null : [ordinal]],
      ],
    }),
  Agreement: (record: ReadingRecord, { slug, title, effective }: AgreementEntry) =>
    keysOf(record, {
      type: 'Agreement',
      slug,
      own: [
        ['EFFECTIVE', dateKey(effective)],
        ['TITLE', [keyOf(title)]],
      ],
    }),
  Topic: (record: ReadingRecord, { slug, name }: TopicEntry) =>
    keysOf(record, { type: 'Topic', slug, own: [['NAME', [keyOf(name)]]] }),
  Source: (record: ReadingRecord, { slug, title }: SourceEntry) =>
    keysOf(record, { type: 'Source', slug, own: [['TITLE', [keyOf(title)]]] }),
}
