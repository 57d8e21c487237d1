import { foldedWords } from './folding.ts'

/** Longer words are not looked for in two pieces: no two words that people write together are that long. */
const LONGEST_COMPOUND = 24
/** Of how many words in a row each two are also looked for as one. */
const LONGEST_ROW = 8

interface Term {
  words: string[]
  isPhrase: boolean
  isExcluded: boolean
}

/**
 * What a person typed into a search box, as a PostgreSQL tsquery of folded words: `"…"` for a phrase, `-` for
 * not, `or`. Everything else is words, all of which must be there. "cease-fire", "ceasefire" and "cease fire"
 * come to the same. Null where nothing is looked for: no word, or only words that must not be there.
 */
export function readSearch(text: string): string | null {
  const alternatives: Term[][] = [[]]
  for (const [, minus = '', phrase, word = ''] of text.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    if (phrase === undefined && minus === '' && word.toLowerCase() === 'or') {
      alternatives.push([])
      continue
    }
    const words = wordsOf(phrase ?? word)
    const isPhrase = phrase !== undefined || words.length > 1
    if (words.length > 0) alternatives.at(-1)?.push({ words, isPhrase, isExcluded: minus === '-' })
  }
  const found = alternatives.filter((terms) => terms.some((term) => !term.isExcluded)).map(conjunction)
  return found.length > 0 ? found.map((one) => `(${one})`).join(' | ') : null
}

function conjunction(terms: readonly Term[]): string {
  const wanted = terms.filter((term) => !term.isExcluded)
  const excluded = terms.filter((term) => term.isExcluded)
  return [...rows(wanted).map((one) => `(${one})`), ...excluded.map((term) => `!(${termQuery(term)})`)].join(
    ' & ',
  )
}

/** Words that stand in a row may have been meant as one: "cease fire" is also looked for as "ceasefire". */
function rows(terms: readonly Term[]): string[] {
  const queries: string[] = []
  let row: string[] = []
  const close = () => {
    if (row.length > 0) queries.push(rowQuery(row))
    row = []
  }
  for (const term of terms) {
    const [word] = term.words
    if (term.isPhrase || word === undefined) {
      close()
      queries.push(termQuery(term))
    } else {
      if (row.length === LONGEST_ROW) close()
      row.push(word)
    }
  }
  close()
  return queries
}

function rowQuery(row: readonly string[]): string {
  const apart = row.map((word) => `(${termQuery({ words: [word] })})`).join(' & ')
  const joined = row.slice(1).map((word, place) => {
    const others = [...row.slice(0, place), ...row.slice(place + 2)].map(
      (other) => `(${termQuery({ words: [other] })})`,
    )
    return [`${row[place]}${word}`, ...others].join(' & ')
  })
  return [apart, ...joined].map((one) => `(${one})`).join(' | ')
}

/** A word or a phrase, in all the ways in which it may be written: one word of it in two, or two in a row as one. */
function termQuery({ words }: Pick<Term, 'words'>): string {
  return waysToWrite(words)
    .map((way) => (way.length > 1 ? `(${way.join(' <-> ')})` : way.join('')))
    .join(' | ')
}

function waysToWrite(words: readonly string[]): (readonly string[])[] {
  if (words.length > LONGEST_ROW) return [words]
  const ways = words.flatMap((word, place) => {
    const [before, after] = [words.slice(0, place), words.slice(place + 1)]
    const [next, ...rest] = after
    return [
      ...inTwo(word).map((pieces) => [...before, ...pieces, ...after]),
      ...(next === undefined ? [] : [[...before, word + next, ...rest]]),
    ]
  })
  return [words, ...ways]
}

/** The two words that a word may be written as: "cease fire", "g 20". */
function inTwo(word: string): string[][] {
  const [, name, number] = /^(\p{L}+)(\p{N}+)$/u.exec(word) ?? []
  if (name !== undefined && number !== undefined) return [[name, number]]
  const letters = [...word]
  if (letters.length < 6 || letters.length > LONGEST_COMPOUND || !/^\p{L}+$/u.test(word)) return []
  return letters
    .slice(3, -2)
    .map((_, place) => [letters.slice(0, place + 3).join(''), letters.slice(place + 3).join('')])
}

/** The half rings and primes that stand for letters in transliterations: seldom typed, and indexed without. */
const TRANSLITERATED = /[\u02b9\u02ba\u02be\u02bf]/g

/** In the order in which they stand, repetitions kept: a phrase may repeat a word. */
function wordsOf(text: string): string[] {
  return text
    .replace(TRANSLITERATED, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .flatMap((word) => foldedWords(word))
}
