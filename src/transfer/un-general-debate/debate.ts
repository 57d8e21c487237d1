import type { State } from '../../domain/states.ts'
import type { SpeakerRow } from './sheet.ts'
import { citationOf } from './source.ts'

/** Where debates were held elsewhere than in New York. Source: https://www.un.org/en/ga/sessions/ */
const PARIS = { name: 'Paris', countryCode: 'FR' }
const PLACES: ReadonlyMap<number, { name: string; countryCode: string }> = new Map([
  [3, PARIS],
  [6, PARIS],
])

const NEW_YORK = { name: 'New York', countryCode: 'US' }

export const UNITED_NATIONS = {
  slug: 'united-nations',
  name: 'United Nations',
  aliases: ['UN'],
  kind: 'ORGANIZATION',
}

/** The general debate of one session, as it comes to light speech by speech. */
export interface Debate {
  session: number
  year: number
  /** Where its first speech was read. */
  file: string
  states: Set<State>
  /** Who spoke, by slug: in which capacity, and for which state. */
  speakers: Map<string, { capacity: string | null; state: State }>
}

export function debateSlug(session: number): string {
  return `un-general-debate-${session}`
}

/** The meeting, once all speeches are read. */
export function debateInput({ session, year, states, speakers }: Debate): Record<string, unknown> {
  return {
    slug: debateSlug(session),
    title: `General debate of the ${ordinal(session)} session of the United Nations General Assembly`,
    kind: 'SESSION',
    date: String(year),
    place: PLACES.get(session) ?? NEW_YORK,
    participants: [
      { participant: UNITED_NATIONS.slug, roles: ['HOST'] },
      ...[...states].map(({ slug }) => ({ participant: slug, roles: ['PRINCIPAL'] })),
      ...[...speakers].map(([participant, { capacity, state }]) => ({
        participant,
        roles: ['SPEAKER'],
        capacity,
        onBehalfOf: state.slug,
      })),
    ],
    citations: [citationOf(`session ${session}`)],
  }
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }

function ordinal(number: number): string {
  return `${number}${ENDINGS[ordinals.select(number)] ?? 'th'}`
}

/** With fewer neighbours than this in the order of their codes, rows are in no alphabet’s order. */
const UNSORTED = 0.75

/**
 * The years whose rows are in the order of speaking: those before 1970 and most since 2016. The numbers that the
 * records of the early sessions give paragraphs, anew at each meeting, rise with the rows. In the other years the rows
 * are in the order of their codes, which says nothing.
 */
export function yearsInOrder(rows: readonly SpeakerRow[]): ReadonlySet<number> {
  const byYear = Map.groupBy(rows, ({ year }) => year)
  return new Set([...byYear].flatMap(([year, ofYear]) => (isUnsorted(ofYear) ? [year] : [])))
}

function isUnsorted(rows: readonly SpeakerRow[]): boolean {
  const codes = rows.map(({ code }) => code)
  const rising = codes.filter((code, place) => place > 0 && (codes[place - 1] ?? '') <= code)
  return rising.length < UNSORTED * (codes.length - 1)
}
