import { type FragmentType, unmask } from './generated/fragment-masking.ts'
import { graphql } from './generated/gql.ts'

const CitationLine = graphql(`
  fragment CitationLine on Citation {
    locator
    source { title url }
  }
`)

/** One citation as a line: where in which source, and where to read that. */
export function citationLine(masked: FragmentType<typeof CitationLine>): string {
  const { locator, source } = unmask(CitationLine, masked)
  return `  Source: ${[source.title, locator, source.url].filter((part) => part !== null).join(', ')}`
}
