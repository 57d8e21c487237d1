import { type Constraints, type ParsedDate, type ParsedInterval, type ParsedSeason, parse } from 'edtf'
import { type Day, dayFrom, daysInMonth, FIRST_DAY, LAST_DAY } from './day.ts'

/** The longest EDTF text that is looked at, in characters; the longest that means anything has 23. */
export const MAX_EDTF_LENGTH = 60

/** The seasons in the order of their EDTF numbers, 21 to 24. */
const SEASONS = ['SPRING', 'SUMMER', 'AUTUMN', 'WINTER'] as const

export type Season = (typeof SEASONS)[number]

/** How precise a date is. EVER: not even the century is known (XXXX). */
export type Precision = 'DAY' | 'MONTH' | Season | 'YEAR' | 'DECADE' | 'CENTURY' | 'EVER'

/** `?` uncertain, `~` approximate, `%` both. */
export type Qualifier = '' | '?' | '~' | '%'

/** A date that is no interval, with the first and the last day that it can mean. */
export interface EdtfDate {
  readonly precision: Precision
  readonly qualifier: Qualifier
  readonly earliest: Day
  readonly latest: Day
}

/** An interval: its two ends, null where one is open or unknown. */
export interface EdtfInterval {
  readonly start: EdtfDate | null
  readonly end: EdtfDate | null
}

/** What a text in EDTF says; null for a text that says nothing in it. */
type Reading = EdtfDate | EdtfInterval | null

// Every constraint is given: those left out would come from the package's `defaults`, which anybody can
// change.
const CONSTRAINTS: Constraints = {
  level: 1,
  types: ['Date', 'Season', 'Interval'],
  seasonIntervals: false,
  seasonUncertainty: false,
}

/** A year, a month or a day, with nothing else to it. */
const PLAIN = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/

/**
 * Of the package's bits for unspecified digits: the year's first, third and fourth, the month's, the day's.
 */
const UNSPECIFIED = { year: 1, century: 4, decade: 8, month: 48, day: 192 } as const

// The package takes a tenth of a millisecond for a text, and a list shows many of the same. The bound keeps
// the memory small, whatever clients send.
const MAX_READINGS = 4096
const readings = new Map<string, Reading>()

/**
 * Reads EDTF of levels 0 and 1, days and coarser, years 0001 to 9999; null for anything else.
 * Source: https://www.loc.gov/standards/datetime/
 */
export function readEdtf(text: string): Reading {
  if (text.length > MAX_EDTF_LENGTH) return null
  // Nearly every date is a plain one, for which all this would be too much.
  const plain = PLAIN.exec(text)
  if (plain) return wholeDate({ year: Number(plain[1]), month: digits(plain[2]), day: digits(plain[3]) })
  const known = readings.get(text)
  if (known !== undefined) return known
  const reading = readWithPackage(text)
  if (readings.size >= MAX_READINGS) readings.clear()
  readings.set(text, reading)
  return reading
}

function readWithPackage(text: string): Reading {
  const parsed = parsedOrNull(text)
  if (parsed === null) return null
  if (parsed.type === 'Season') return seasonOf(parsed)
  if (parsed.type === 'Date') return dateOf(parsed)
  return intervalOf(parsed.values)
}

function digits(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}

function parsedOrNull(text: string): ReturnType<typeof parse> | null {
  try {
    return parse(text, CONSTRAINTS)
  } catch {
    return null
  }
}

function intervalOf([first, last]: ParsedInterval['values']): EdtfInterval | null {
  const start = isParsedDate(first) ? dateOf(first) : null
  const end = isParsedDate(last) ? dateOf(last) : null
  const isBroken = (isParsedDate(first) && start === null) || (isParsedDate(last) && end === null)
  // The package refuses 2017-05/2017 and 2017/2017 too, for which there is no reason: they may well end
  // later.
  const isReversed = start !== null && end !== null && end.latest < start.earliest
  if (isBroken || isReversed) return null
  return { start, end }
}

function isParsedDate(end: ParsedDate | number | null): end is ParsedDate {
  return typeof end === 'object' && end !== null
}

function seasonOf({ values: [year, number] }: ParsedSeason): EdtfDate | null {
  const season = SEASONS[number - 21]
  // EDTF's seasons are "independent of location": spring is March to May in one half of the world and
  // September to November in the other, and winter goes over the turn of the year. So a season can be any day
  // of its year. (The package takes them for quarters: its spring ends in March.)
  const date = wholeDate({ year })
  return season && date ? { ...date, precision: season } : null
}

function dateOf({ values, unspecified = 0, uncertain, approximate }: ParsedDate): EdtfDate | null {
  const [year, month, day, ...time] = values
  if (time.length > 0) return null
  const qualifier = uncertain ? (approximate ? '%' : '?') : approximate ? '~' : ''
  if (unspecified & UNSPECIFIED.year) {
    return { precision: 'EVER', qualifier, earliest: FIRST_DAY, latest: LAST_DAY }
  }
  if (unspecified & UNSPECIFIED.century) return years({ precision: 'CENTURY', first: year, count: 100 })
  if (unspecified & UNSPECIFIED.decade) return years({ precision: 'DECADE', first: year, count: 10 })
  const isMonthKnown = month !== undefined && !(unspecified & UNSPECIFIED.month)
  const isDayKnown = day !== undefined && !(unspecified & UNSPECIFIED.day)
  return wholeDate({
    year,
    month: isMonthKnown ? month + 1 : undefined,
    day: isDayKnown ? day : undefined,
    qualifier,
  })
}

function years({
  precision,
  first,
  count,
}: {
  precision: Precision
  first: number
  count: number
}): EdtfDate {
  // 000X and 00XX would begin in the year 0.
  const earliest = dayFrom({ year: Math.max(first, 1), month: 1, day: 1 })
  return {
    precision,
    qualifier: '',
    earliest,
    latest: dayFrom({ year: first + count - 1, month: 12, day: 31 }),
  }
}

interface WholeDate {
  year: number
  month?: number | undefined
  day?: number | undefined
  qualifier?: Qualifier
}

/**
 * A year, a month or a day; null where the calendar has no such one (the package takes 2017-02-29 for 1
 * March).
 */
function wholeDate({ year, month, day, qualifier = '' }: WholeDate): EdtfDate | null {
  if (year < 1 || year > 9999) return null
  if (month === undefined) {
    const earliest = dayFrom({ year, month: 1, day: 1 })
    return { precision: 'YEAR', qualifier, earliest, latest: dayFrom({ year, month: 12, day: 31 }) }
  }
  const length = daysInMonth(year, month)
  if (day === undefined) {
    const earliest = dayFrom({ year, month, day: 1 })
    return { precision: 'MONTH', qualifier, earliest, latest: dayFrom({ year, month, day: length }) }
  }
  if (day < 1 || day > length) return null
  const theDay = dayFrom({ year, month, day })
  return { precision: 'DAY', qualifier, earliest: theDay, latest: theDay }
}
