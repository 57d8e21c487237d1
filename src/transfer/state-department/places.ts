import type { HistorianState } from './historian-states.ts'
import type { Trip } from './row.ts'

/** The towns of a trip, as printed, without the country: "London", "Belfast". What is in brackets belongs to its town. */
export function townsOf({ locale }: Pick<Trip, 'locale'>): string[] {
  return locale
    .split(/,\s*(?![^(]*\))/)
    .map((town) => town.trim())
    .filter((town) => town !== '' && town !== 'D.F.')
}

/** The place of a trip: its towns, or the country where there are none. The code says which country that is. */
export function placeOf(trip: Pick<Trip, 'locale' | 'country'>, state: HistorianState | null) {
  const countryCode = state?.countryCode
  return countryCode
    ? { name: trip.locale || inWords(trip.country.printed), countryCode }
    : { name: destinationOf(trip) }
}

/** Where a trip went, in words: its towns, then the country, unless that is the town. */
export function destinationOf({ locale, country }: Pick<Trip, 'locale' | 'country'>): string {
  return [...new Set([locale, inWords(country.printed)])].filter((part) => part !== '').join(', ')
}

/** A country as it is called in a sentence, where it is printed for an index: "Korea, Republic of". */
function inWords(printed: string): string {
  const [name = '', qualifier] = printed.split(', ')
  return qualifier === undefined ? printed : `${qualifier} ${name}`
}
