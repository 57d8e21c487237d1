import { FuzzyDateError, parseFuzzyDate } from '../../domain/fuzzy-date.ts'

/** What begins a date and time in ISO 8601, as precisely as a date can be. */
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/

/** A date of Popolo, of a day or coarser, without the time: EDTF; null where there is none. */
export function dateOf(text: string | null): string | null {
  if (text === null) return null
  return DATE.exec(text)?.[0] ?? text
}

/** The time from one date to another: a bound that is missing is open. Null where both are. */
export function periodOf({ start, end }: { start: string | null; end: string | null }): string | null {
  if (start === null && end === null) return null
  return start === end ? start : `${start ?? '..'}/${end ?? '..'}`
}

/** Why a date in EDTF is none; null where nothing is wrong with it. */
export function problemOfDate(edtf: string | null): string | null {
  if (edtf === null) return null
  try {
    parseFuzzyDate(edtf)
    return null
  } catch (error) {
    if (error instanceof FuzzyDateError) return error.message
    throw error
  }
}
