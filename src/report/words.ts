import { stateByCode } from '../domain/states.ts'

const numbers = new Intl.NumberFormat('en')
const days = new Intl.DateTimeFormat('en-001', { dateStyle: 'long', timeZone: 'UTC' })
const lists = new Intl.ListFormat('en-001', { type: 'conjunction' })

/** A value of an enum as it reads in a sentence: NEWS_CONFERENCE is "news conference". */
export function inWords(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ')
}

/** A text as the beginning of a sentence. */
export function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** "1 meeting", "5,000 meetings". */
export function counted(count: number, noun: string): string {
  return `${numbers.format(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** A number as it is read: "5,000". */
export function figures(count: number): string {
  return numbers.format(count)
}

/** The English name of a state, also of one that is no longer there, by its code. */
export function countryName(code: string): string {
  return stateByCode(code)?.name ?? code
}

/** The day of an instant, in UTC: "24 November 2026". */
export function dayOfInstant(instant: string): string {
  return days.format(new Date(instant))
}

/** "A, B and C". */
export function listed(items: Iterable<string>): string {
  return lists.format(items)
}

/** "Hamburg, Germany"; "Germany" where nothing more is known. */
export function placeName({ name, countryCode }: { name: string; countryCode: string | null }): string {
  const country = countryCode === null ? name : countryName(countryCode)
  return name === country ? name : `${name}, ${country}`
}
