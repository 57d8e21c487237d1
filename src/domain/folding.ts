/** Letters that are other letters with a stroke, or two in one: Unicode does not take them apart. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ŋ', 'n'],
  ['ə', 'e'],
  ['ς', 'σ'],
])

const SPECIAL_LETTERS = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g')

/**
 * Marks on letters of alphabets in which they are accents; elsewhere they are vowels, or half of the letter.
 */
const ACCENTED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu

/**
 * Soft hyphens, zero-width spaces, marks of direction: nobody sees them, and copied texts are full of them.
 */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2060]/g

/** The last is what becomes of ´ when it is taken apart: a space with an accent. */
const APOSTROPHES = /[‘’‛ʻʼʽ`′]| \u0301/g
const HYPHENS = /[‐‑‒–—―−]/g

/**
 * A text without case and accents, to order and to match by, the same on every machine: "Łukasz  Müller" and
 * "LUKASZ MULLER" are both "lukasz muller". Spaces, apostrophes and dashes are each written one way; scripts
 * other than Latin, Greek and Cyrillic keep their marks. Folding what is folded changes nothing.
 */
export function fold(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(/\s+/g, ' ')
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, '-')
    .toLowerCase()
    .replace(SPECIAL_LETTERS, (letter) => LETTERS.get(letter) ?? letter)
    .replace(ACCENTED, '$1')
    .normalize('NFC')
    .trim()
}

/**
 * The distinct words of a text, folded, in the order in which they first come: runs of letters and digits.
 */
export function foldedWords(text: string): string[] {
  return [...new Set(fold(text).match(/[\p{L}\p{N}\p{M}]+/gu))]
}

/** Of a longer text only the beginning is put in order, in characters: an index of PostgreSQL takes 2,704 bytes. */
const LONGEST_KEY = 200

/** What a text is ordered by. */
export function orderKey(text: string): string {
  return beginning(fold(text), LONGEST_KEY)
}

/** Of a longer word only the beginning counts where names are compared by their words, in characters. */
const LONGEST_WORD = 100

/** The words by which a name is found, parted by blanks. */
export function wordKeys(text: string): string[] {
  return foldedWords(text).map((word) => beginning(word, LONGEST_WORD))
}

function beginning(text: string, length: number): string {
  return text.length <= length ? text : [...text.slice(0, 2 * length)].slice(0, length).join('')
}
