import { type State, stateByCode, stateByName } from '../../domain/states.ts'

/** A state as a participant; the code is null where ISO 3166 has none. */
export type HistorianState = Omit<State, 'countryCode'> & { countryCode: string | null }

/** The historian's slugs that are no English names, and those of the countries that they stand for. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['antigua-barbuda', 'AG'],
  ['bosnia-herzegovina', 'BA'],
  ['congo-democratic-republic', 'CD'],
  ['congo-kinshasa', 'CD'],
  ['congo-republic', 'CG'],
  ['cote-divoire', 'CI'],
  ['czechia', 'CZ'],
  ['korea', 'KR'],
  ['korea-north', 'KP'],
  ['korea-south', 'KR'],
  ['macedonia', 'MK'],
  ['palestinian-authority', 'PS'],
  ['saint-kitts-nevis', 'KN'],
  ['saint-vincent-grenadines', 'VC'],
  ['sao-tome-and-principe', 'ST'],
  // A misprint of Samoa.
  ['somoa', 'WS'],
  ['timor-leste', 'TL'],
  ['turkiye', 'TR'],
  ['west-bank', 'PS'],
])

/** Where a slug stands for several states, one after the other, the name that is printed tells which. */
const CODES_OF_PRINTED: ReadonlyMap<string, string> = new Map([
  ['U.S.S.R.', 'SUHH'],
  ['Serbia and Montenegro', 'CSXX'],
])

/** States without a code of ISO 3166. */
const UNCODED: ReadonlyMap<string, HistorianState> = new Map(
  [
    { slug: 'kosovo', name: 'Kosovo' },
    { slug: 'hawaii', name: 'Kingdom of Hawaii' },
  ].map(({ slug, name }) => [slug, { slug, name, aliases: [], kind: 'STATE', countryCode: null }]),
)

/** Lands that nobody governs, so that nobody is host there. */
const UNGOVERNED: ReadonlySet<string> = new Set(['antarctica'])

/** The state that a row names; null for one that is not known here. */
export function historianState({ slug, printed }: { slug: string; printed: string }): HistorianState | null {
  const code = CODES_OF_PRINTED.get(printed) ?? CODES.get(slug)
  if (code !== undefined) return stateByCode(code)
  return UNCODED.get(slug) ?? stateByName(slug.replaceAll('-', ' ')) ?? stateByName(printed)
}

/** Whether a row's country is a land without a government. */
export function isUngoverned(slug: string): boolean {
  return UNGOVERNED.has(slug)
}

/** The state that a code of ISO 3166 stands for. */
export function stateOf(code: string): HistorianState {
  const state = stateByCode(code)
  if (state === null) throw new RangeError(`${code} is the code of no state`)
  return state
}

/** The United States, a party to every row. */
export const UNITED_STATES = stateOf('US')
