import type { EntryType } from '../generated/prisma/enums.ts'

/** Where a change stands in the log: the place of its set, and its place in the set. */
export type LogPlace = readonly [set: number, ordinal: number]

/** What the feed knows of a change: where it stands, and whom it concerns. */
export interface LoggedChange {
  id: string
  place: LogPlace
  entryType: EntryType
}

export const START_OF_LOG: LogPlace = [0, 0]

export function isAfter(place: LogPlace, other: LogPlace): boolean {
  return place[0] > other[0] || (place[0] === other[0] && place[1] > other[1])
}

export function laterOf(place: LogPlace, other: LogPlace): LogPlace {
  return isAfter(place, other) ? place : other
}
