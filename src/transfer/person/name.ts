import { fold } from '../../domain/folding.ts'
import { slugFrom } from '../../domain/slug.ts'
import { knownName } from './known-names.ts'
import { splitTitle } from './title.ts'

/** A person's name as a source prints it, taken apart. */
export interface PersonName {
  /** Without titles, honorifics and initials: "Donald Trump". */
  name: string
  /** The other forms in which it was printed, titles left out: "Donald J. Trump". */
  aliases: string[]
  /** The office or rank that was printed before it: "Prime Minister"; honorifics such as Mr. and Sir are none. */
  capacity: string | null
  /** Whether it is a family name alone, or that of a monarch, so that it names a person only together with a state. */
  isShort: boolean
}

/** Names that several people have, who are told apart by their initials alone. */
const TOLD_APART_BY_INITIALS: ReadonlySet<string> = new Set(['george bush'])

/** Words that make no name with the family name behind them: "de Gaulle", "Ben Bella" are family names alone. */
const PARTICLES: ReadonlySet<string> = new Set(
  'al el bin ibn ben de del della di da das do dos du la le las los van von der den ter u'.split(' '),
)

const INITIALS = /^(?:\p{Lu}\.-?)+$/u
const ORDINAL = /^(?:[IVX]+)$/
const GENERATION: ReadonlyMap<string, string> = new Map([
  ['jr', 'Jr.'],
  ['sr', 'Sr.'],
  ['2nd', 'II'],
  ['3rd', 'III'],
])

/**
 * Takes a printed name apart: "President Donald J. Trump" is Donald Trump as President. Initials within a name are
 * left out, unless they alone tell people apart (George W. Bush, George H. W. Bush); an initial at its beginning, and
 * what tells generations apart (Jr., III), belong to it. What stands in brackets is an alias. Null where no name is
 * left.
 */
export function readPersonName(printed: string): PersonName | null {
  const { capacity, name: untitled } = splitTitle(tidy(printed))
  const words = wordsOf(untitled)
  const name = knownName(withoutInitials(words))
  if (name === '') return null
  const others = [words.join(' '), ...bracketedNames(untitled, words)]
  const aliases = others.filter((other) => fold(other) !== fold(name))
  return { name, aliases, capacity, isShort: isShort(name) }
}

/**
 * The slug of a person. Where the name is short, that of the state tells one from another: "elizabeth-ii-united-kingdom".
 *
 * @param state the slug of the state that they belong to, null where it is not known
 */
export function personSlug(name: string, state: string | null): string {
  const slug = slugFrom(name)
  return state !== null && isShort(name) ? `${slug}-${state}` : slug
}

function isShort(name: string): boolean {
  const words = name
    .split(' ')
    .filter((word) => !PARTICLES.has(word) && !/^(?:Ben|De|La|Van|Von|Di|Da|Dos|U)$/.test(word))
  return words.length <= 1 || ORDINAL.test(words.at(-1) ?? '')
}

function tidy(printed: string): string {
  return printed
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[‘ʼ'`]/g, '’')
    .trim()
}

/** "Henry A. (Heinz Alfred) Kissinger" in words, without what is in brackets, its initials parted. */
function wordsOf(name: string): string[] {
  return name
    .replace(/\([^)]*\)/g, ' ')
    .replace(/,/g, ' ')
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .flatMap((word) => (INITIALS.test(word) ? (word.match(/\p{Lu}\.-?/gu) ?? []) : [word]))
    .map((word, place) => (place > 0 ? (GENERATION.get(word.replace('.', '').toLowerCase()) ?? word) : word))
    .map(spelled)
}

/** "Heinz Alfred Kissinger" for "Henry A. (Heinz Alfred) Kissinger": what is in brackets stands for the given names. */
function bracketedNames(name: string, words: readonly string[]): string[] {
  const [, given] = /\(([^)]*)\)/.exec(name) ?? []
  return given === undefined ? [] : [`${given} ${words.at(-1)}`]
}

/** Family names in capitals are written as names are: "Fidel CASTRO RUZ". */
function spelled(word: string): string {
  if (!/^\p{Lu}[\p{Lu}’-]{2,}$/u.test(word) || ORDINAL.test(word)) return word
  return word.replace(/\p{Lu}+/gu, (part) => part.charAt(0) + part.slice(1).toLowerCase())
}

function withoutInitials(words: readonly string[]): string {
  const [first = '', ...others] = words
  const short = [first, ...others.filter((word) => !INITIALS.test(word))].join(' ')
  // With a family name alone nobody is named: "J. Smith" keeps its initial, "W." is all there is.
  return TOLD_APART_BY_INITIALS.has(fold(short)) ? words.join(' ') : short
}
