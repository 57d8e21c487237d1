import { nearest } from '../domain/nearest.ts'
import type { Ask } from './ask.ts'
import { graphql } from './generated/gql.ts'
import type { EntryType } from './generated/graphql.ts'

const SimilarSlugs = graphql(`
  query SimilarSlugs($text: String!, $types: [EntryType!]!) {
    search(text: $text, types: $types, first: 100) { nodes { slug } }
  }
`)

/** So much of a slug is looked for that a search can take it. */
const WORDS = 8
const WORD_LENGTH = 20

/** How many are told. */
const MOST_TOLD = 3

/**
 * The slugs that may have been meant by one that none has, of entries that have words of it: the one that differs by a slip
 * or two, or else those that fit best.
 */
export async function similarSlugs(ask: Ask, type: EntryType, slug: string): Promise<string[]> {
  const words = slug.match(/[\p{L}\p{N}]+/gu) ?? []
  const text = words
    .slice(0, WORDS)
    .map((word) => word.slice(0, WORD_LENGTH))
    .join(' or ')
  const { search } = await ask(SimilarSlugs, { text, types: [type] })
  const slugs = search.nodes.map((entry) => entry.slug)
  const meant = nearest(slug, slugs)
  return meant === null ? slugs.slice(0, MOST_TOLD) : [meant]
}
