/** Whether a word belongs to the title before a name, and as what. */
export type TitleWord = 'OFFICE' | 'RANK' | 'HONORIFIC' | 'QUALIFIER' | 'CONNECTIVE'

/** What somebody is: with one of these a title can end. */
const OFFICES = `
  president president-elect president-designate co-president vice-president minister minister-president premier
  chancellor chancellor-elect vice-chancellor secretary secretary-general general-secretary under-secretary
  undersecretary king queen emperor empress sultan shah emir amir prince princess duke duchess pope regent chairman
  chairwoman chairperson chair co-chair co-chairman chairman-in-office governor governor-general lieutenant-governor
  speaker ambassador representative envoy director director-general commissioner leader senator mayor taoiseach
  tanaiste tánaiste chief head councilor councillor counselor coordinator negotiator administrator adviser advisor
  archbishop cardinal patriarch bishop ayatollah judge justice commander delegate member ruler
  attorney-general high-representative spokesman
`

/** Ranks in an army: an office where nothing else is printed, beside an office no more than a form of address. */
const RANKS = `
  general gen lieutenant lt major maj colonel col brigadier captain capt admiral adm marshal comandante commandant
`

/** Forms of address, which say nothing of an office. */
const HONORIFICS = `
  mr mrs ms miss dr prof professor sir dame madam madame h.e he hon honourable honorable rev reverend sheikh sheikha
  shaikh shaykh sayyid haji monsieur don doña lord lady
`

/** What makes a title more precise, before it or behind it: "Deputy", "Foreign", "Affairs". */
const QUALIFIERS = `
  prime vice deputy first second third foreign external internal interior home finance financial defense defence
  federal acting interim former then provisional transitional high supreme grand crown heir apparent permanent special
  joint union national cabinet elect designate associate assistant senior chief state affairs relations trade commerce
  commercial economic economy economics cooperation co-operation development planning security integration
  international european justice health energy oil petroleum education culture cultural religion worship tourism
  immigration information agriculture environment labor labour industry transport policy political executive
  attorney royal holy her his
  managing
`

const CONNECTIVES = 'of for and the to on in with &'

const kinds: ReadonlyMap<string, TitleWord> = new Map(
  (
    [
      ['CONNECTIVE', CONNECTIVES],
      ['QUALIFIER', QUALIFIERS],
      ['HONORIFIC', HONORIFICS],
      ['RANK', RANKS],
      ['OFFICE', OFFICES],
    ] as const
  ).flatMap(([kind, words]) =>
    words
      .trim()
      .split(/\s+/)
      .map((word) => [word, kind] as const),
  ),
)

/** Titles that are family names too: "Prime Minister Major" is no major. */
const FAMILY_NAMES: ReadonlySet<string> = new Set([
  'king',
  'major',
  'bishop',
  'prince',
  'pope',
  'duke',
  'home',
])

/** As what a word can belong to a title; null for any other word. */
export function titleWord(word: string): TitleWord | null {
  return kinds.get(word.toLowerCase().replace(/[.,]+$/, '')) ?? null
}

/** Whether a word that is a title can be a family name instead. */
export function isFamilyNameToo(word: string): boolean {
  return FAMILY_NAMES.has(word.toLowerCase())
}

/** A printed name and what stands before it. */
export interface TitledName {
  /** The title, null where there is none or only a form of address. */
  capacity: string | null
  name: string
}

/**
 * Parts a printed name from the title before it: "Minister for Foreign Affairs Ana Silva" is Ana Silva in that capacity.
 * The name begins with the first word that belongs to no title, or else with the last word, where that is a family
 * name too.
 */
export function splitTitle(printed: string): TitledName {
  const words = printed.split(/\s+/).filter((word) => word !== '')
  let end = words.findIndex((word) => titleWord(word) === null)
  if (end < 0) end = isFamilyNameToo(words.at(-1) ?? '') ? words.length - 1 : words.length
  return { capacity: capacityOf(words.slice(0, end)), name: words.slice(end).join(' ') }
}

/** The title that words make: without forms of address, and without ranks and connectives beside an office. */
export function capacityOf(words: readonly string[]): string | null {
  const titled = words.filter((word) => titleWord(word) !== 'HONORIFIC')
  const last = titled.findLastIndex((word) => titleWord(word) === 'OFFICE')
  // "Governor General" is an office of two words, "President General" an office and a rank.
  const rest = titled.slice(last + 1)
  const isOfTwoWords =
    /^(?:secretary|governor|director|attorney)$/i.test(titled[last] ?? '') && /^general$/i.test(rest[0] ?? '')
  const kept = isOfTwoWords
    ? titled.slice(0, last + 2)
    : last < 0
      ? titled
      : [...titled.slice(0, last + 1), ...qualifiersOf(rest)]
  return kept.length > 0 ? kept.join(' ').replace(/,$/, '') : null
}

/** Of what follows an office, what makes it more precise: "for Foreign Affairs", but no rank. */
function qualifiersOf(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word) => titleWord(word) === 'RANK')
  return words.slice(0, end < 0 ? words.length : end)
}
