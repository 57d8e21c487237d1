import { ask } from './ask.ts'
import { graphql } from './generated/gql.ts'
import type { MeetingsQuery } from './generated/graphql.ts'
import { meetingParagraph } from './meeting-paragraph.ts'

const Meetings = graphql(`
  query Meetings($first: Int!, $after: String) {
    meetings(first: $first, after: $after, orderBy: [{ field: DATE, direction: ASC }]) {
      nodes { id ...MeetingParagraph }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

/** The meetings of the record as pages of text, oldest first; each is asked for when it is wanted. */
export async function* meetingPages(url: string, first: number): AsyncGenerator<string> {
  let after: string | null = null
  do {
    const { meetings }: MeetingsQuery = await ask(url, Meetings, { first, after })
    yield meetings.nodes.map(meetingParagraph).join('\n\n')
    after = meetings.pageInfo.hasNextPage ? meetings.pageInfo.endCursor : null
  } while (after !== null)
}
