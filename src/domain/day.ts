/**
 * A day of the proleptic Gregorian calendar as ISO 8601 writes it, `2017-07-07`, in the years 0001 to 9999.
 * Days compare as strings in the order in which they follow each other.
 */
export type Day = string

/** The first day there is; as a bound it also stands for a start that is open or unknown. */
export const FIRST_DAY: Day = '0001-01-01'

/** The last day there is; as a bound it also stands for an end that is open or unknown. */
export const LAST_DAY: Day = '9999-12-31'

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

const MILLISECONDS_A_DAY = 86_400_000

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** How many days a month has: 28 to 31; 0 for a month that does not exist. January is 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30
  return month >= 1 && month <= 12 ? 31 : 0
}

/** Whether a text is a day that the calendar has, in the years 0001 to 9999: not 2017-02-30, not 2017-7-7. */
export function isDay(text: string): boolean {
  const [, year, month, day] = SHAPE.exec(text) ?? []
  if (Number(year) < 1) return false
  return Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month))
}

/** The day of three numbers, which have to make one: nothing is checked. January is 1. */
export function dayFrom({ year, month, day }: { year: number; month: number; day: number }): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * The day, in UTC, of an instant: what the database's `date` columns come back as.
 * Throws a RangeError for an invalid date and outside the years 0001 to 9999.
 */
export function dayOf(date: Date): Day {
  // Years beyond the four digits come as "+010000-…" and "-000001-…", and 0000 is no year of ours.
  const day = date.toISOString().slice(0, 10)
  if (!isDay(day)) throw new RangeError(`${date.toISOString()} lies outside the years 0001 to 9999`)
  return day
}

/**
 * Midnight UTC at the start of a day, years below 100 included. Throws a RangeError for what is not a day.
 */
export function dateOf(day: Day): Date {
  // Left alone, V8 reads 2017-02-30 as 2 March.
  if (!isDay(day)) throw new RangeError(`${day} is not a day`)
  return new Date(`${day}T00:00:00.000Z`)
}

/** Today in UTC. */
export function today(): Day {
  return dayOf(new Date())
}

/** The day after. Throws a RangeError after the last day there is. */
export function nextDay(day: Day): Day {
  return shifted(day, MILLISECONDS_A_DAY)
}

/** The day before. Throws a RangeError before the first day there is. */
export function previousDay(day: Day): Day {
  return shifted(day, -MILLISECONDS_A_DAY)
}

function shifted(day: Day, milliseconds: number): Day {
  return dayOf(new Date(dateOf(day).getTime() + milliseconds))
}
