import { MOST_WORDS, stateByAdjective, stateInText } from './demonyms.ts'
import type { HistorianState } from './historian-states.ts'
import { type Organization, organizationInText } from './organizations.ts'
import type { Token } from './sentences.ts'

/** The state or organization that somebody acts for. */
export type Affiliation = { state: HistorianState } | { organization: Organization }

/** An affiliation in running text, and how many words it takes. */
export interface FoundAffiliation {
  affiliation: Affiliation
  length: number
}

/** The affiliation that stands before an office at this place: "Polish", "EU"; the longest there is. */
export function affiliationBefore(tokens: readonly Token[], at: number): FoundAffiliation | null {
  return longest(tokens, at, (words) => {
    const owner = words.replace(/’s?$/, '')
    return affiliationOf(
      owner,
      stateByAdjective(owner) ?? (/^\p{Lu}/u.test(words) ? stateInText(owner) : null),
    )
  })
}

/** The affiliation that is named at this place, behind "of": "Poland", "the Ivory Coast", "NATO". */
export function affiliationNamed(tokens: readonly Token[], at: number): FoundAffiliation | null {
  const hasArticle = tokens[at]?.toLowerCase() === 'the'
  const found = longest(tokens, hasArticle ? at + 1 : at, (words) => affiliationOf(words, stateInText(words)))
  return found === null ? null : { ...found, length: found.length + (hasArticle ? 1 : 0) }
}

function affiliationOf(words: string, state: HistorianState | null): Affiliation | null {
  const organization = organizationInText(words)
  if (organization !== null) return { organization }
  return state === null ? null : { state }
}

function longest(
  tokens: readonly Token[],
  at: number,
  find: (words: string) => Affiliation | null,
): FoundAffiliation | null {
  if (!/^\p{Lu}/u.test(tokens[at] ?? '')) return null
  for (let length = Math.min(MOST_WORDS, tokens.length - at); length > 0; length -= 1) {
    const affiliation = find(tokens.slice(at, at + length).join(' '))
    if (affiliation !== null) return { affiliation, length }
  }
  return null
}
