import type { NewEntry } from '../../writing/check/draft.ts'
import type { Row } from './row.ts'

const PUBLISHER = 'Office of the Historian, U.S. Department of State'

const SOURCES = {
  trip: {
    slug: 'historian-travels',
    title: 'Travels abroad of the presidents and the secretaries of state of the United States',
    url: 'https://github.com/HistoryAtState/travels',
  },
  visit: {
    slug: 'historian-visits',
    title: 'Visits of foreign leaders to the United States',
    url: 'https://github.com/HistoryAtState/visits',
  },
} as const

/** The data set that a list is, as a source. */
export function sourceOf(kind: Row['kind']): NewEntry {
  return {
    type: 'Source',
    input: { ...SOURCES[kind], kind: 'DATASET', publisher: PUBLISHER, language: 'en' },
  }
}

/** What a row is called in its source: "trip 3730". */
export function locatorOf({ kind, id }: Pick<Row, 'kind' | 'id'>): string {
  return `${kind} ${id}`
}

/** The place of a row in its source, by what it is called there. */
export function citationOf(locator: string) {
  const source = locator.startsWith('trip ') ? SOURCES.trip : SOURCES.visit
  return { source: source.slug, locator }
}
