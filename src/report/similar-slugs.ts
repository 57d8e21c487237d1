import type { Ask } from './ask.ts'
import { graphql } from './generated/gql.ts'
import type { EntryType } from './generated/graphql.ts'

const SimilarSlugs = graphql(`
  query SimilarSlugs($text: String!, $types: [EntryType!]!) {
    search(text: $text, types: $types, first: 3) { nodes { slug } }
  }
`)

/** So much of a slug is looked for that a search can take it. */
const WORDS = 8
const WORD_LENGTH = 20

/** The slugs of entries that have words of a slug that none has, the most similar first. */
export async function similarSlugs(ask: Ask, type: EntryType, slug: string): Promise<string[]> {
  const words = slug.match(/[\p{L}\p{N}]+/gu) ?? []
  const text = words
    .slice(0, WORDS)
    .map((word) => word.slice(0, WORD_LENGTH))
    .join(' or ')
  const { search } = await ask(SimilarSlugs, { text, types: [type] })
  return search.nodes.map((entry) => entry.slug)
}
