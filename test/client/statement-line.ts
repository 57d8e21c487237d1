import { type FragmentType, unmask } from './generated/fragment-masking.ts'
import { graphql } from './generated/gql.ts'

const StatementLine = graphql(`
  fragment StatementLine on Statement {
    text
    act
    evidence
    speaker { name }
    onBehalfOf { name }
  }
`)

/** One statement as a line: who says what, and how that is known. */
export function statementLine(masked: FragmentType<typeof StatementLine>): string {
  const { speaker, onBehalfOf, act, text, evidence } = unmask(StatementLine, masked)
  const who = onBehalfOf ? `${speaker.name} for ${onBehalfOf.name}` : speaker.name
  const how = evidence === 'FIRST_HAND' ? '' : ` [${evidence}]`
  return `  - ${who}, ${act}: ${text}${how}`
}
