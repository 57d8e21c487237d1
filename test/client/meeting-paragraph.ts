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
  }
`)

/** A meeting as a paragraph: when and where it was, and the first things that were said there. */
export function meetingParagraph(masked: FragmentType<typeof MeetingParagraph>): string {
  const { title, date, place, statements } = unmask(MeetingParagraph, masked)
  const where = place ? [place.name, place.countryCode].filter(Boolean).join(', ') : 'place unknown'
  const more = statements.totalCount - statements.nodes.length
  return [
    `${title} (${date?.text ?? 'date unknown'}; ${where})`,
    ...statements.nodes.map(statementLine),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ].join('\n')
}
