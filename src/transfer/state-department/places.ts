import type { HistorianState } from './historian-states.ts'
import type { Trip } from './row.ts'

/** The towns of a trip, as printed, without the country: "London", "Belfast". What is in brackets belongs to its town. */
export function townsOf({ locale }: Pick<Trip, 'locale'>): string[] {
  return locale
    .split(/,\s*(?![^(]*\))/)
    .map((town) => town.trim())
    .filter((town) => town !== '' && town !== 'D.F.')
}

/** The place of a trip: its towns, then the country, unless a town has the country in its name. */
export function placeOf(trip: Trip, state: HistorianState | null) {
  const country = trip.country.printed
  const name = trip.locale === '' || trip.locale === country ? country : `${trip.locale}, ${country}`
  return { name, ...(state?.countryCode ? { countryCode: state.countryCode } : {}) }
}

/** A printed name of a country as it stands in a sentence: "Korea, Republic of" is Republic of Korea. */
export function countryName(printed: string): string {
  const [name = '', ...qualifiers] = printed.split(', ')
  const [qualifier] = qualifiers
  if (qualifier === undefined) return printed
  return /\bof$/.test(qualifier) ? `${qualifier} ${name}` : `${qualifier} ${name}`
}
