import { type Day, FIRST_DAY, LAST_DAY } from './day.ts'
import { readEdtf } from './edtf-syntax.ts'
import { problemOf } from './fuzzy-date-problem.ts'

/** The first and the last day of something, both included. */
export interface Span {
  earliest: Day
  latest: Day
}

/**
 * A date as precisely as it is known: the EDTF text as it was given, and the first and the last day that it
 * can mean. An end that is open or unknown is FIRST_DAY or LAST_DAY (see `knownEarliest` and `knownLatest`).
 */
export interface FuzzyDate extends Span {
  edtf: string
}

/** What somebody wrote is not a date that the record can keep; the message says what would be right. */
export class FuzzyDateError extends Error {
  override readonly name = 'FuzzyDateError'
  readonly edtf: string

  constructor(edtf: string) {
    super(problemOf(edtf))
    this.edtf = edtf
  }
}

/**
 * Reads a date in EDTF (ISO 8601-2), levels 0 and 1, days and coarser, years 0001 to 9999.
 *
 * - `1985~`, `1985?` and `1985%` have the bounds of 1985: "about" does not widen them.
 * - An interval lasts from the first day of its start to the last day of its end.
 * - A season has the bounds of its year: which months it is depends on the place, and EDTF leaves that open.
 *
 * Throws a FuzzyDateError for anything else.
 */
export function parseFuzzyDate(edtf: string): FuzzyDate {
  const date = readEdtf(edtf)
  if (date === null) throw new FuzzyDateError(edtf)
  if ('precision' in date) return { edtf, earliest: date.earliest, latest: date.latest }
  return { edtf, earliest: date.start?.earliest ?? FIRST_DAY, latest: date.end?.latest ?? LAST_DAY }
}

/**
 * The first day that a date can mean; null where its start is open or unknown: `../2017`, `/2017`, `XXXX`.
 */
export function knownEarliest({ edtf, earliest }: Pick<FuzzyDate, 'edtf' | 'earliest'>): Day | null {
  return edtf.startsWith('/') || edtf.startsWith('../') || edtf.startsWith('XXXX') ? null : earliest
}

/** The last day that a date can mean; null where its end is open or unknown: `2017/..`, `2017/`, `XXXX`. */
export function knownLatest({ edtf, latest }: Pick<FuzzyDate, 'edtf' | 'latest'>): Day | null {
  return edtf.endsWith('/') || edtf.endsWith('/..') || edtf.startsWith('XXXX') ? null : latest
}

/** Whether two spans have a day in common. */
export function overlaps(one: Span, other: Span): boolean {
  return one.earliest <= other.latest && other.earliest <= one.latest
}

/** Whether every day of the inner span is one of the outer. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.earliest <= inner.earliest && inner.latest <= outer.latest
}
