import { capacityOf, isNameBehindTitle, type TitleWord, titleWord } from '../person/title.ts'
import { type Affiliation, affiliationBefore, affiliationNamed } from './affiliation.ts'
import { isNoName } from './name-words.ts'
import { isMark, type Token } from './sentences.ts'

/** A title in running text, before one name or several. */
export interface Title {
  start: number
  /** Where the first name would begin. */
  end: number
  /** In the singular, without the adjective of a state. */
  capacity: string | null
  affiliation: Affiliation | null
  isPlural: boolean
}

/** Titles that have no capital in running text, before a name. */
const UNCAPITALIZED =
  /^(?:leader|president|president-elect|chairman|minister|envoy|representative|negotiator)$/
const UNCAPITALIZED_QUALIFIERS = /^(?:former|acting|interim|opposition|rebel|chief|special|deputy|senior)$/

const PLURALS: ReadonlyMap<string, string> = new Map([
  ['Presidents', 'President'],
  ['Ministers', 'Minister'],
  ['Premiers', 'Premier'],
  ['Chancellors', 'Chancellor'],
  ['Kings', 'King'],
  ['Secretaries', 'Secretary'],
  ['Generals', 'General'],
])

/**
 * The title that begins at this place; null where none does. With it go the adjective of a state, the name of an
 * organization and what else makes it somebody's: "Polish Foreign Minister", "EU High Representative", "Opposition
 * leader"; and behind it the state: "President of Poland".
 */
export function titleAt(tokens: readonly Token[], start: number): Title | null {
  const before = affiliationBefore(tokens, start)
  const found = titleWords(tokens, start + (before?.length ?? 0))
  if (found === null) return null
  const { words, end, within } = found
  const isPlural = words.some((word) => PLURALS.has(word))
  const behind = /^(?:of|for)$/.test(tokens[end] ?? '') ? affiliationNamed(tokens, end + 1) : null
  const own = isPlural
    ? words.slice(words.findIndex((word) => titleWord(PLURALS.get(word) ?? word) !== null))
    : words
  return {
    start,
    end: end + (behind === null ? 0 : 1 + behind.length),
    capacity: capacityOf([
      ...organizationWords(tokens, start, before),
      ...own.map((word) => PLURALS.get(word) ?? word),
    ]),
    // An envoy for Peru acts for somebody else.
    affiliation: (tokens[end] === 'of' ? behind?.affiliation : null) ?? within ?? before?.affiliation ?? null,
    isPlural,
  }
}

/** The adjective of a state is no part of the capacity, since the state is known; an organization is. */
function organizationWords(
  tokens: readonly Token[],
  start: number,
  before: { affiliation: Affiliation; length: number } | null,
): Token[] {
  return before && 'organization' in before.affiliation ? tokens.slice(start, start + before.length) : []
}

/** The words of a title, without the adjective of a state that stands among them: "former Polish Prime Minister". */
interface TitleWords {
  words: Token[]
  within: Affiliation | null
  end: number
}

/** The words of the title that begins here; null where they come to no office. */
function titleWords(tokens: readonly Token[], start: number): TitleWords | null {
  const words: Token[] = []
  let within: Affiliation | null = null
  let hasOffice = false
  let end = start
  while (end < tokens.length) {
    const kind = kindAt(tokens, end)
    if (hasOffice && isNameBehindTitle(tokens, end)) break
    if (kind === 'OFFICE' || kind === 'RANK' || kind === 'HONORIFIC') hasOffice = true
    if (kind === 'CONNECTIVE') {
      const next = tokens[end + 1] === 'the' ? end + 2 : end + 1
      if (!hasOffice || !isTitleBehind(tokens, { connective: end, next, start })) break
      words.push(...tokens.slice(end, next))
      end = next
      continue
    }
    if (kind === null) {
      if (hasOffice) break
      const state = words.length === 0 ? null : affiliationBefore(tokens, end)
      if (state !== null && 'state' in state.affiliation) {
        within = state.affiliation
        end += state.length
        continue
      }
      if (!isOwner(tokens, end)) break
    }
    words.push(tokens[end] ?? '')
    end += 1
  }
  return hasOffice ? { words, within, end } : null
}

/** Whether a title goes on behind a connective: "Minister of Foreign Affairs", "Crown Prince and Prime Minister". */
function isTitleBehind(
  tokens: readonly Token[],
  { connective, next, start }: { connective: number; next: number; start: number },
): boolean {
  const kind = kindAt(tokens, next)
  switch (tokens[connective]) {
    case 'of':
    case 'for':
      return kind === 'QUALIFIER'
    case 'and':
    case '&':
      // "the President and Prime Minister Holt" are two people, of whom one is named.
      if (kind === null || kind === 'CONNECTIVE') return false
      return isAddition(tokens, next) || tokens[start - 1] !== 'the'
    case 'to':
      return kind === 'OFFICE' && tokens[next - 1] === 'the'
    case 'with':
      return tokens[next] === 'States'
    default:
      return false
  }
}

/** Whether what is at this place makes the office before it more precise, with the name behind it: "… and Trade Ana Silva". */
function isAddition(tokens: readonly Token[], at: number): boolean {
  let end = at
  while (kindAt(tokens, end) === 'QUALIFIER') end += 1
  return end > at && kindAt(tokens, end) === null && /^\p{Lu}/u.test(tokens[end] ?? '')
}

/** As what the word at this place belongs to a title. Without a capital few do. */
function kindAt(tokens: readonly Token[], at: number): TitleWord | null {
  const token = tokens[at]
  if (token === undefined || isMark(token)) return null
  const kind = titleWord(PLURALS.get(token) ?? token)
  if (/^\p{Lu}/u.test(token)) return kind
  if (kind === 'CONNECTIVE') return kind
  if (UNCAPITALIZED_QUALIFIERS.test(token)) return 'QUALIFIER'
  return UNCAPITALIZED.test(token) && /^\p{Lu}/u.test(tokens[at + 1] ?? '') ? 'OFFICE' : null
}

/** Whether a word stands for whom the office behind it belongs to: "National People’s Congress Chairman". */
function isOwner(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] ?? ''
  return at > 0 && /^\p{Lu}[\p{L}’-]+$/u.test(token) && !isNoName(token, { ofPlace: false })
}
