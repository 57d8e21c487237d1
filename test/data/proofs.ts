import type { Citation, ExternalId } from '../../src/writing/input/parts.ts'
import { distinct, type Random } from './random.ts'
import { sentence } from './texts.ts'

/** Places in so many sources that prove an entry; a few sources prove most of the record. */
export function citationsOf(random: Random, sources: readonly string[], count: number): Citation[] {
  return Array.from({ length: count }, () => ({
    source: sources[random.early(sources.length)] ?? '',
    locator: random.chance(0.9)
      ? `${random.chance(0.5) ? 'paragraph' : 'page'} ${random.between(1, 60)}`
      : null,
    quote: random.chance(0.05) ? sentence(random) : null,
    note: random.chance(0.03) ? `Inferred: ${sentence(random)}` : null,
  }))
}

/** What another system calls so much of a type; `number` makes it the only one. */
export function externalIdsOf(
  random: Random,
  { share, scheme, number }: { share: number; scheme: 'wikidata' | 'doi' | 'un-treaty'; number: number },
): ExternalId[] {
  if (!random.chance(share)) return []
  const value = {
    wikidata: `Q${1_000 + number}`,
    doi: `10.5555/${number}`,
    'un-treaty': `I-${1_000 + number}`,
  }
  return [{ scheme, value: value[scheme] }]
}

/** One or two topics, in so many cases none. */
export function topicsOf(random: Random, topics: readonly string[], share: number): string[] {
  if (!random.chance(share)) return []
  return distinct(random.between(1, 2), () => topics[random.early(topics.length)] ?? '')
}
