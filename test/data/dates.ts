import { type Day, dateOf, dayOf, LAST_DAY } from '../../src/domain/day.ts'
import { type FuzzyDate, parseFuzzyDate } from '../../src/domain/fuzzy-date.ts'
import { type Random, weighted } from './random.ts'

const FIRST_YEAR = 1946
const YEARS = 80
const LAST = '2025-12-31'
const DAY = 86_400_000

/** A day from 1946 to 2025, of late years more. */
export function anyDay(random: Random): Day {
  const year = FIRST_YEAR + Math.floor(YEARS * Math.sqrt(random.fraction()))
  return dayOf(new Date(Date.UTC(year, 0, random.between(1, 365))))
}

/** So many days later, but not later than 2025. */
export function daysAfter(day: Day, days: number): Day {
  const later = dayOf(new Date(dateOf(day).getTime() + days * DAY))
  return later < LAST ? later : LAST
}

/** A day as somebody would know it: mostly to the day, sometimes to the month or the year, sometimes not at all. */
export function fuzzyDateAt(random: Random, day: Day): FuzzyDate | null {
  return read(edtfOf[drawPrecision(random)](day, random))
}

/** The time for which an agreement is meant to hold: a span of years, or with an open end. */
export function fuzzyPeriodFrom(random: Random, day: Day): FuzzyDate | null {
  return read(edtfOf[drawPeriod(random)](day, random))
}

/** The time for which an office is held. */
export function termFrom(random: Random, day: Day): FuzzyDate | null {
  if (random.chance(0.1)) return null
  return read(`${day}/${random.chance(0.1) ? '..' : daysAfter(day, random.between(200, 3_000))}`)
}

/** Reads intervals end by end: whole ones take the parser a third of a millisecond, and here are a hundred thousand. */
function read(edtf: string | null): FuzzyDate | null {
  if (edtf === null) return null
  const [start = '', end] = edtf.split('/')
  if (end === undefined) return parseFuzzyDate(edtf)
  const { earliest } = parseFuzzyDate(start)
  return { edtf, earliest, latest: end === '..' ? LAST_DAY : parseFuzzyDate(end).latest }
}

const drawPrecision = weighted<keyof typeof edtfOf>([
  ['day', 80],
  ['days', 6],
  ['month', 5],
  ['year', 3],
  ['about', 1.5],
  ['season', 0.5],
  ['decade', 0.3],
  ['years', 0.7],
  ['open', 1],
  ['none', 2],
])

const drawPeriod = weighted<keyof typeof edtfOf>([
  ['open', 20],
  ['years', 35],
  ['days', 10],
  ['day', 28],
  ['year', 5],
  ['none', 2],
])

const edtfOf = {
  day: (day: Day) => day,
  days: (day: Day, random: Random) => `${day}/${daysAfter(day, random.between(1, 5))}`,
  month: (day: Day) => day.slice(0, 7),
  year: (day: Day) => day.slice(0, 4),
  about: (day: Day, random: Random) => (random.chance(0.5) ? `${day.slice(0, 4)}~` : `${day.slice(0, 7)}?`),
  season: (day: Day, random: Random) => `${day.slice(0, 4)}-${random.between(21, 24)}`,
  decade: (day: Day) => `${day.slice(0, 3)}X`,
  years: (day: Day, random: Random) => `${day.slice(0, 4)}/${Number(day.slice(0, 4)) + random.between(1, 9)}`,
  open: (day: Day) => `${day}/..`,
  none: () => null,
}
