// Counts over a list of entries, by what they are: the years in their order, all else the most frequent first.
import { MeetingKind, StatementAct } from '../../src/generated/prisma/enums.ts'
import { fuzzyDate } from '../model/reading-dates.ts'
import { compareTexts } from '../model/reading-names.ts'
import type { MeetingEntry, ReadingRecord, StatementEntry } from '../model/reading-record.ts'

export interface FacetSizes {
  /** How many values of those facets that can be cut short. */
  first: number
}

export function meetingFacets(
  record: ReadingRecord,
  meetings: readonly MeetingEntry[],
  { first }: FacetSizes,
) {
  return {
    byKind: counted(meetings, ({ kind }) => [kind], placeIn(Object.values(MeetingKind))).map(
      ([kind, count]) => ({ kind, count }),
    ),
    byCountry: counted(meetings, ({ place }) => known(place?.countryCode), compareTexts)
      .map(([countryCode, count]) => ({ countryCode, count }))
      .slice(0, first),
    byYear: years(meetings),
    byTopic: topics(record, meetings).slice(0, first),
  }
}

export function statementFacets(
  record: ReadingRecord,
  statements: readonly StatementEntry[],
  { first }: FacetSizes,
) {
  const slugs = record.Participant.map(({ slug }) => slug)
  return {
    byAct: counted(statements, ({ act }) => [act], placeIn(Object.values(StatementAct))).map(
      ([act, count]) => ({ act, count }),
    ),
    bySpeaker: counted(statements, ({ speaker }) => [speaker], placeIn(slugs))
      .map(([slug, count]) => ({ participant: { slug }, count }))
      .slice(0, first),
    byTopic: topics(record, statements).slice(0, first),
    byYear: years(statements),
  }
}

function topics(record: ReadingRecord, entries: readonly { topics: string[] }[]) {
  const slugs = record.Topic.map(({ slug }) => slug)
  return counted(entries, (entry) => entry.topics, placeIn(slugs)).map(([slug, count]) => ({
    topic: { slug },
    count,
  }))
}

/** What begins nobody knows when has no year. */
function years(entries: readonly { date: string | null }[]) {
  const yearsOf = ({ date }: { date: string | null }) => known(fuzzyDate(date)?.earliest?.slice(0, 4))
  return counted(entries, yearsOf, compareTexts)
    .map(([year, count]) => ({ year: Number(year), count }))
    .toSorted((one, other) => one.year - other.year)
}

/** The values and how many have them, the most frequent first. */
function counted<Entry>(
  entries: readonly Entry[],
  valuesOf: (entry: Entry) => readonly string[],
  compare: (one: string, other: string) => number,
): [string, number][] {
  const counts = new Map<string, number>()
  for (const value of entries.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([one, ones], [other, others]) => others - ones || compare(one, other))
}

function placeIn(values: readonly string[]) {
  return (one: string, other: string) => values.indexOf(one) - values.indexOf(other)
}

function known(value: string | null | undefined): string[] {
  return value === null || value === undefined ? [] : [value]
}
