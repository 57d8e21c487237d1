import type { Day } from '../../domain/day.ts'

/** From the first day to the last on which something is attested. */
export interface Attested {
  first: Day
  last: Day
}

/** How many years lie between a day and the time for which something is attested; 0 within it. */
export function yearsFrom(day: Day, { first, last }: Attested): number {
  if (day < first) return yearsBetween(day, first)
  return day > last ? yearsBetween(last, day) : 0
}

/** How many years lie between two times; 0 where they overlap. */
export function yearsApart(one: Attested, other: Attested): number {
  if (one.last < other.first) return yearsBetween(one.last, other.first)
  return other.last < one.first ? yearsBetween(other.last, one.first) : 0
}

/** How many years there are from a day to a later one, to within a few days. */
export function yearsBetween(from: Day, to: Day): number {
  return yearsOf(to) - yearsOf(from)
}

function yearsOf(day: Day): number {
  return Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12 + Number(day.slice(8)) / 366
}

/** The first and the last of some days, of which there is at least one. */
export function attested(days: readonly Day[]): Attested {
  const [first = '', ...others] = [...days].sort()
  return { first, last: others.at(-1) ?? first }
}
