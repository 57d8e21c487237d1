import { fold } from '../../domain/folding.ts'
import { slipsBetween } from '../../domain/nearest.ts'

const PARTICLES: ReadonlySet<string> = new Set([
  'al',
  'el',
  'as',
  'an',
  'ad',
  'ash',
  'ul',
  'ud',
  'de',
  'da',
  'dos',
  'do',
  'di',
  'la',
  'van',
  'von',
  'der',
  'of',
  'd',
  'l',
])

/** What stands before the name of somebody’s father. */
const SON_OF = 'bin'

/** The words of a name as they sound rather than as they are spelled, particles left out: "mohamed" is "muhammad". */
export function soundsOf(name: string): string[] {
  return fold(name)
    .replace(/\bal?bd[- ]?[aeu]l[- ]?(?=\p{L})/gu, 'abdul')
    .split(/[^a-z0-9\p{L}]+/u)
    .filter((word) => word !== '' && !PARTICLES.has(word))
    .map(soundOf)
}

/** One writing for what transliterations and misprints write in several ways. */
function soundOf(word: string): string {
  if (word.length === 1 || /^[ivx]+$/.test(word)) return word
  if (/^(?:bin|ibn|ben)$/.test(word)) return SON_OF
  if (/^m[ou]h?a+m+[aeu]+[dt]$/.test(word)) return 'mohamed'
  return word
    .replace(/ph/g, 'f')
    .replace(/gh(?=[aeiou])/g, 'g')
    .replace(/kh|q/g, 'k')
    .replace(/ck/g, 'k')
    .replace(/sch|tsch/g, 'sh')
    .replace(/oue?|oo/g, 'u')
    .replace(/ee|ie|ei|ey|iy|y/g, 'i')
    .replace(/ae|oe|ue/g, (pair) => pair.charAt(0))
    .replace(/dz/g, 'z')
    .replace(/(.)\1+/g, '$1')
    .replace(/h$/, '')
    .replace(/(?<=.)o(?=.)/g, 'u')
}

/** Whether two names have the same words, in whatever order. */
export function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && [...one].sort().join(' ') === [...other].sort().join(' ')
}

/**
 * Whether the first name is the second with words left out, of which none is an initial; the family name or the first of
 * the given names is among those that are left. A son is not his father: "Salman" is left of "Mohammed bin Salman" in vain.
 */
export function isShorter(one: readonly string[], other: readonly string[]): boolean {
  if (one.length < 2 || one.length >= other.length) return false
  const left = new Set(one)
  if (other.some((word) => isInitial(word) && !left.has(word))) return false
  const all = new Set(other)
  if (!one.every((word) => all.has(word))) return false
  return one[0] === other[0] || (!other.includes(SON_OF) && left.has(other.at(-1) ?? ''))
}

/** A single letter, unless it is the number of a monarch. */
function isInitial(word: string): boolean {
  return word.length === 1 && !isOrdinal(word)
}

/** Whether a word is the number of a monarch: "ii". */
export function isOrdinal(word: string): boolean {
  return /^[ivx]+$/.test(word)
}

/** Whether two names differ in one word, and there in a letter or two or in its ending: one is a misprint of the other. */
export function isMisprint(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length || one.length < 2) return false
  const different = one.map((word, place) => [word, other[place] ?? ''] as const).filter(([a, b]) => a !== b)
  const [only] = different
  if (different.length !== 1 || only === undefined) return false
  const length = Math.min(only[0].length, only[1].length)
  if (length < 4) return false
  if (only[0].startsWith(only[1]) || only[1].startsWith(only[0])) return true
  return slipsBetween(only[0], only[1]) <= (length < 6 ? 1 : 2)
}
