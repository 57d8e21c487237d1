import { sentencesOf, type Token } from './sentences.ts'

/** A summit that a text says was attended. */
export interface NamedSummit {
  /** As printed: "NATO Summit Meeting". */
  name: string
  /** Where it was, as printed behind it; null where nothing is. */
  place: string | null
}

/** What says that a summit was attended. */
const ATTENDED =
  /^(?:attend(?:ed|ing)?|participat\w*|acc?o+mpan\w*|join(?:ed|ing)?|host(?:ed)?|co-hosted|supported|met|headed|led|summit|guest|visited|addressed)$/i

/** What stands before a summit that is only spoken of, or still to come. */
const SPOKEN_OF =
  /^(?:on|before|forthcoming|preparations|pre-summit|following|after|until|proposed|discussed|briefed|rested)$/i

/** What follows the word where another meeting is called after a summit. */
const CALLED_AFTER = /^(?:Foreign|Ministerial|ministerial|Ministers|CEO|preparations)$/

/** The summits that a text names and says were attended. */
export function summitsIn(text: string): NamedSummit[] {
  return sentencesOf(text).flatMap((sentence) =>
    sentence.flatMap((token, at) => (/^Summits?$/i.test(token) ? summitAt(sentence, at) : [])),
  )
}

function summitAt(tokens: readonly Token[], at: number): NamedSummit[] {
  if (CALLED_AFTER.test(tokens[at + 1] ?? '')) return []
  const start = nameStart(tokens, at)
  const before = tokens.slice(tokens.lastIndexOf(';', start) + 1, start)
  const near = before.slice(-3)
  if (near.some((token) => SPOKEN_OF.test(token))) return []
  // A sentence that begins with the summit says that the visit was to it.
  if (before.length > 0 && !before.some((token) => ATTENDED.test(token))) return []
  const words = tokens.slice(start, at)
  const { of, end } = ofWhat(tokens, at + 1)
  const summit = tokens[at]?.replace(/^s/, 'S').replace(/s$/, '') ?? ''
  const place = placeAt(tokens, end)
  return partsOf(words).map((part) => ({ name: [...part, summit, ...of].join(' '), place }))
}

/** Where the name begins that ends here: at the first of the capitalized words before it. */
function nameStart(tokens: readonly Token[], at: number): number {
  let start = at
  while (start > 0) {
    const token = tokens[start - 1] ?? ''
    const isName =
      /^(?:\p{Lu}|\d+(?:st|nd|rd|th|d)$)/u.test(token) &&
      !ATTENDED.test(token) &&
      !/^(?:The|Also|Private|Working)$/.test(token)
    const isBetween =
      /^(?:and|,|for|on|-)$/.test(token) &&
      /^[\p{Lu}\d]/u.test(tokens[start - 2] ?? '') &&
      start < at &&
      isNameBefore(tokens, start - 2)
    if (!isName && !isBetween) break
    start -= 1
  }
  return start
}

/** Only names of bodies are joined: "NATO and EU Summits", not "met with President Holt and Summit". */
function isNameBefore(tokens: readonly Token[], at: number): boolean {
  return /^(?:\p{Lu}[\p{Lu}\d.-]+|G[-–]?\d+|Cooperation|Asia|Partnership)$/u.test(tokens[at] ?? '')
}

/** "of the Americas", "for Democracy". */
function ofWhat(tokens: readonly Token[], at: number): { of: Token[]; end: number } {
  if (!/^(?:of|for)$/.test(tokens[at] ?? ''))
    return {
      of: [],
      end: /^(?:Meetings?|Conference|meetings?|conference)$/.test(tokens[at] ?? '') ? at + 1 : at,
    }
  let end = tokens[at + 1] === 'the' ? at + 2 : at + 1
  const first = end
  while (/^\p{Lu}/u.test(tokens[end] ?? '')) end += 1
  return end === first ? { of: [], end: at } : { of: tokens.slice(at, end), end }
}

/** Several summits where several bodies are named: "NATO and EU Summit Meetings". */
function partsOf(words: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]]
  for (const word of words) {
    if (/^(?:and|,)$/.test(word)) parts.push([])
    else parts.at(-1)?.push(word)
  }
  return parts.filter((part) => part.length > 0).length > 0 ? parts.filter((part) => part.length > 0) : [[]]
}

/** The town that follows: "in Chicago , IL", "at Sea Island , Georgia", ", Williamsburg ( Va. )". */
function placeAt(tokens: readonly Token[], at: number): string | null {
  const start = /^(?:in|at|,)$/.test(tokens[at] ?? '') ? at + 1 : -1
  if (start < 0) return null
  let end = start
  while (
    /^\p{Lu}\p{L}/u.test(tokens[end] ?? '') &&
    !/^(?:President|Prime|Foreign|Met)$/.test(tokens[end] ?? '')
  )
    end += 1
  return end === start ? null : tokens.slice(start, end).join(' ')
}
