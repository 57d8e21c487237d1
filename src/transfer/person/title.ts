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
  archbishop cardinal patriarch bishop ayatollah judge justice commander delegate member ruler prosecutor
  attorney-general high-representative spokesman aide commander-in-chief
`

/** Ranks in an army: an office where nothing else is printed, beside an office no more than a form of address. */
const RANKS = `
  general gen lieutenant lt major maj colonel col brigadier captain capt admiral adm marshal generalissimo comandante
  commandant
`

/** Forms of address, which say nothing of an office. */
const HONORIFICS = `
  mr mrs ms miss dr prof professor sir dame madam madame h.e honourable honorable rev reverend sheikh sheikha
  sheik shaikh shaykh sayyid haji monsieur dom lord lady viscount dato’ datuk holiness majesty highness excellency
`

/** What makes a title more precise, before it or behind it: "Deputy", "Foreign", "Affairs". */
const QUALIFIERS = `
  prime vice deputy first second third foreign external internal interior home finance financial defense defence
  federal acting interim former then provisional transitional high supreme grand crown heir apparent permanent special
  joint union national cabinet elect designate associate assistant senior chief state affairs relations trade commerce
  commercial economic economy economics cooperation co-operation development planning security integration
  international european justice health energy oil petroleum education culture cultural religion worship tourism
  multilateral immigration information agriculture environment labor labour industry transport policy political executive
  attorney presidency expatriates royal managing states caretaker alternate homeland public religious affairs
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
  'pope',
  'duke',
  'home',
  'shah',
  'amir',
  'sultan',
  'marshal',
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
  let end = words.findIndex((word, place) => titleWord(word) === null || isNameBehindTitle(words, place))
  if (end < 0) end = isFamilyNameToo(words.at(-1) ?? '') ? words.length - 1 : words.length
  return { capacity: capacityOf(words.slice(0, end)), name: words.slice(end).join(' ') }
}

/**
 * Whether the word at this place, which is a title, is the name that a title has before it: "Prime Minister Major", but
 * not "President Major General Holt".
 */
export function isNameBehindTitle(words: readonly string[], place: number): boolean {
  if (!isFamilyNameToo(words[place] ?? '') || titleWord(words[place - 1] ?? '') !== 'OFFICE') return false
  return titleWord(words[place + 1] ?? '') !== 'RANK'
}

/** Styles of birth and of the church, which beside an office are no more than forms of address. */
const STYLES = /^(?:prince|princess|cardinal|archbishop|ambassador)$/i

/** The title that words make: without forms of address, and without ranks beside an office; null where none is left. */
export function capacityOf(words: readonly string[]): string | null {
  const titled = withoutStyle(words.filter((word) => titleWord(word) !== 'HONORIFIC'))
  const office = titled.findLastIndex((word) => titleWord(word) === 'OFFICE')
  const kept = office < 0 ? ranked(titled) : [...titled.slice(0, office + 1), ...addedTo(titled, office)]
  const last = kept.findLastIndex((word) => titleWord(word) !== 'CONNECTIVE')
  return last < 0
    ? null
    : kept
        .slice(0, last + 1)
        .join(' ')
        .replace(/,$/, '')
}

/** "Foreign Minister Prince" is Foreign Minister; "Crown Prince" stays what it is. */
function withoutStyle(words: readonly string[]): readonly string[] {
  const isStyled =
    STYLES.test(words.at(-1) ?? '') && /^(?:OFFICE|QUALIFIER)$/.test(titleWord(words.at(-2) ?? '') ?? '')
  const before = words.slice(0, -1)
  return isStyled && before.some((word) => titleWord(word) === 'OFFICE') ? before : words
}

/** Words without an office make a title where there is a rank among them. */
function ranked(words: readonly string[]): readonly string[] {
  return words.some((word) => titleWord(word) === 'RANK') ? words : []
}

/** What is behind an office and belongs to it: "for Foreign Affairs", "General" behind "Governor", but no other rank. */
function addedTo(words: readonly string[], office: number): readonly string[] {
  const behind = words.slice(office + 1)
  const isOfTwoWords = /^(?:secretary|governor|director|attorney)$/i.test(words[office] ?? '')
  if (isOfTwoWords && /^general$/i.test(behind[0] ?? '')) return behind.slice(0, 1)
  const rank = behind.findIndex((word) => titleWord(word) === 'RANK')
  return behind.slice(0, rank < 0 ? behind.length : rank)
}
