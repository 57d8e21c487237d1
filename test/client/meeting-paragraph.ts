import { citationLine } from './citation-line.ts'
import { type FragmentType, unmask } from './generated/fragment-masking.ts'
import { graphql } from './generated/gql.ts'
import { statementLine } from './statement-line.ts'

const MeetingParagraph = graphql(`
  fragment MeetingParagraph on Meeting {
    title
    date { text(locale: "en") }
    place { name countryCode }
    statements(first: 3) {
      totalCount
      nodes { id ...StatementLine }
    }
    citations { ...CitationLine }
  }
`)

/** A meeting as a paragraph: when and where it was, the first things said there, and what proves it. */
export function meetingParagraph(masked: FragmentType<typeof MeetingParagraph>): string {
  const { title, date, place, statements, citations } = unmask(MeetingParagraph, masked)
  const where = place ? [place.name, place.countryCode].filter(Boolean).join(', ') : 'place unknown'
  const more = statements.totalCount - statements.nodes.length
  return [
    `${title} (${date?.text ?? 'date unknown'}; ${where})`,
    ...statements.nodes.map(statementLine),
    ...(more > 0 ? [`  … and ${more} more`] : []),
    ...citations.map(citationLine),
  ].join('\n')
}
