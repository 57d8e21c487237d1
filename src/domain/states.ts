import { getCountryDataList } from 'countries-list'
import { isCountryCode } from './country-code.ts'
import { fold } from './folding.ts'
import { slugFrom } from './slug.ts'

/** A state, or the union of states that has a code like one, as a participant. */
export interface State {
  slug: string
  /** Its common English name. */
  name: string
  /** Other English names: its own long one, and those that it had before. */
  aliases: string[]
  kind: 'STATE' | 'ORGANIZATION'
  /** ISO 3166-1 alpha-2, EU, or the four letters of ISO 3166-3. */
  countryCode: string
}

/** Where English usage in diplomacy is not what the list of countries calls the holder of a code. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['CV', 'Cape Verde'],
  ['TL', 'Timor-Leste'],
  ['TR', 'Turkey'],
  ['TW', 'Republic of China (Taiwan)'],
  // Who meets and speaks is not the city.
  ['VA', 'Holy See'],
])

/** Where a slug made of the name would be longer than what people type. */
const SLUGS: ReadonlyMap<string, string> = new Map([['TW', 'taiwan']])

/** A state that only changed its name is the same one, whatever code its former name had. */
const ALIASES: ReadonlyMap<string, readonly string[]> = new Map([
  ['AE', ['UAE']],
  ['BA', ['Bosnia']],
  ['BF', ['Upper Volta']],
  ['BJ', ['Dahomey']],
  ['BN', ['Brunei Darussalam']],
  ['BO', ['Plurinational State of Bolivia']],
  ['BY', ['Byelorussian Soviet Socialist Republic']],
  ['CD', ['Zaire', 'Congo (Leopoldville)', 'Congo (Kinshasa)']],
  ['CG', ['Congo', 'Congo (Brazzaville)']],
  ['CI', ['Côte d’Ivoire']],
  ['CN', ['People’s Republic of China']],
  ['CV', ['Cabo Verde']],
  ['CZ', ['Czech Republic']],
  ['DE', ['Federal Republic of Germany']],
  ['EG', ['United Arab Republic']],
  ['FM', ['Federated States of Micronesia']],
  ['GB', ['UK', 'United Kingdom of Great Britain and Northern Ireland']],
  ['GM', ['The Gambia']],
  ['IR', ['Islamic Republic of Iran']],
  ['KH', ['Kampuchea', 'Democratic Kampuchea', 'Khmer Republic']],
  ['KP', ['Democratic People’s Republic of Korea']],
  ['KR', ['Republic of Korea']],
  ['LA', ['Lao People’s Democratic Republic']],
  ['LK', ['Ceylon']],
  ['MK', ['Macedonia', 'The former Yugoslav Republic of Macedonia']],
  ['MM', ['Burma']],
  ['MY', ['Federation of Malaya', 'Malaya']],
  ['PS', ['State of Palestine']],
  ['RU', ['Russian Federation']],
  ['SY', ['Syrian Arab Republic']],
  ['SZ', ['Swaziland']],
  ['TH', ['Siam']],
  ['TL', ['East Timor']],
  ['TR', ['Türkiye']],
  ['TW', ['Republic of China', 'Taiwan']],
  ['TZ', ['United Republic of Tanzania', 'Tanganyika']],
  ['UA', ['Ukrainian Soviet Socialist Republic']],
  ['US', ['United States of America', 'USA']],
  ['VA', ['Vatican', 'Vatican City']],
  ['VE', ['Bolivarian Republic of Venezuela']],
  ['VN', ['Viet Nam', 'Socialist Republic of Viet Nam']],
  ['VU', ['New Hebrides']],
  ['WS', ['Western Samoa']],
  ['YE', ['Yemen Arab Republic']],
  ['ZA', ['Union of South Africa']],
  ['ZW', ['Southern Rhodesia', 'Rhodesia']],
])

const UNION: State = {
  slug: 'european-union',
  name: 'European Union',
  aliases: ['EU'],
  kind: 'ORGANIZATION',
  countryCode: 'EU',
}

/**
 * States that are no longer there, by their codes in ISO 3166-3, with the codes of ISO 3166-1 that they had.
 * CS is missing, which stood for two of them, and SK, which is Slovakia’s now. Source:
 * https://www.iso.org/obp/ui/#search, "Formerly used codes".
 */
const FORMER_STATES: readonly { codes: readonly [string, ...string[]]; name: string; aliases: string[] }[] = [
  { codes: ['ANHH', 'ANT', 'AN'], name: 'Netherlands Antilles', aliases: [] },
  { codes: ['CSHH', 'CSK'], name: 'Czechoslovakia', aliases: ['Czechoslovak Socialist Republic'] },
  { codes: ['CSXX', 'SCG'], name: 'Serbia and Montenegro', aliases: [] },
  {
    codes: ['DDDE', 'DDR', 'DD'],
    name: 'East Germany',
    aliases: ['German Democratic Republic', 'GDR'],
  },
  { codes: ['SKIN', 'SKM'], name: 'Sikkim', aliases: [] },
  {
    codes: ['SUHH', 'SUN', 'SU'],
    name: 'Soviet Union',
    aliases: ['Union of Soviet Socialist Republics', 'USSR'],
  },
  {
    codes: ['VDVN', 'VDR', 'VD'],
    name: 'North Vietnam',
    aliases: ['Democratic Republic of Viet-Nam'],
  },
  {
    codes: ['YDYE', 'YMD', 'YD'],
    name: 'South Yemen',
    aliases: ['Democratic Yemen', 'People’s Democratic Republic of Yemen', 'Southern Yemen'],
  },
  {
    codes: ['YUCS', 'YUG', 'YU'],
    name: 'Yugoslavia',
    aliases: ['Socialist Federal Republic of Yugoslavia', 'Federal Republic of Yugoslavia'],
  },
]

/** The codes of former names, of states that are still there. */
const FORMER_CODES: ReadonlyMap<string, readonly string[]> = new Map([
  ['BF', ['HVBF', 'HVO', 'HV']],
  ['BJ', ['DYBJ', 'DHY', 'DY']],
  ['BY', ['BYAA', 'BYS']],
  ['CD', ['ZRCD', 'ZAR', 'ZR']],
  ['MM', ['BUMM', 'BUR', 'BU']],
  ['TL', ['TPTL', 'TMP', 'TP']],
  ['VU', ['NHVU', 'NHB', 'NH']],
  ['ZW', ['RHZW', 'RHO', 'RH']],
])

interface CodedState {
  codes: readonly string[]
  state: State
}

const present: CodedState[] = getCountryDataList()
  .filter(({ iso2 }) => isCountryCode(iso2))
  .map(({ iso2, iso3, name }) => ({
    codes: [iso2, iso3, ...(FORMER_CODES.get(iso2) ?? [])],
    state: {
      slug: SLUGS.get(iso2) ?? slugFrom(NAMES.get(iso2) ?? name),
      name: NAMES.get(iso2) ?? name,
      aliases: [...(ALIASES.get(iso2) ?? [])],
      kind: 'STATE',
      countryCode: iso2,
    },
  }))

const former: CodedState[] = FORMER_STATES.map(({ codes, name, aliases }) => ({
  codes,
  state: { slug: slugFrom(name), name, aliases, kind: 'STATE', countryCode: codes[0] },
}))

const all: CodedState[] = [...present, ...former, { codes: ['EU'], state: UNION }]

const byCode = new Map(all.flatMap(({ codes, state }) => codes.map((code) => [code, state])))

const byName = new Map(
  all.flatMap(({ state }) => [state.name, ...state.aliases].map((name) => [fold(name), state])),
)

/**
 * The state that a code stands for: ISO 3166-1 alpha-2 or alpha-3, EU, the four letters of ISO 3166-3, or what a
 * former state or a former name had in ISO 3166-1 (DDR, BUR). In capitals; null for any other.
 */
export function stateByCode(code: string): State | null {
  return byCode.get(code) ?? null
}

/** The state that has a name in English, whatever its case and accents: Ivory Coast, Côte d’Ivoire, USSR. */
export function stateByName(name: string): State | null {
  return byName.get(fold(name)) ?? null
}

/** Names of unions, of groups of islands, and of what is called a republic. */
const ARTICLED =
  /^(?:United|Soviet|European) |^(?:Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Seychelles|Holy See)\b| (?:Islands|Territories|Emirates)$|\bRepublic\b/

/** A name of a state as it stands within a sentence: "the Soviet Union", "Poland". */
export function withArticle(name: string): string {
  return ARTICLED.test(name) ? `the ${name}` : name
}
