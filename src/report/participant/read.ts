import { allPages } from '../all-pages.ts'
import type { Ask } from '../ask.ts'
import { graphql } from '../generated/gql.ts'
import type { MeetingKind, MeetingsWithQuery, ParticipantReportQuery } from '../generated/graphql.ts'
import type { Place } from '../sites.ts'

/** How many of each list the page shows; it says of how many. */
const COUNTERPARTS = 30
const MEETINGS = 100
const STATEMENTS = 20

const ParticipantReport = graphql(`
  query ParticipantReport($id: ID!, $counterparts: Int!, $meetings: Int!, $statements: Int!) {
    participant(id: $id) {
      id
      name
      kind
      description
      countryCode
      aliases
      offices { title of { name } period { text } }
      citations { ...CitationParts }
      counterparts(first: $counterparts) {
        totalCount
        edges { meetingCount firstMet { earliest text } lastMet { latest text } node { slug name } }
      }
      meetings(first: $meetings) {
        totalCount
        edges { roles capacity onBehalfOf { name } node { id } }
      }
      contested: statements(filter: { isContested: true }, first: $statements) {
        totalCount
        nodes { ...StatementParts }
      }
    }
    changes(last: 1) { nodes { at } }
  }
`)

const MeetingsWith = graphql(`
  query MeetingsWith($participant: ID!, $first: Int!) {
    meetings(filter: { participants: { any: [$participant] } }, first: $first) {
      totalCount
      nodes {
        id
        title
        kind
        status
        isContested
        date { text }
        place { name countryCode }
        onTheirBehalf: participants(filter: { onBehalfOf: [$participant] }, first: 5) {
          totalCount
          nodes { name }
        }
        citations { ...CitationParts }
      }
    }
  }
`)

const MeetingYears = graphql(`
  query MeetingYears($participant: ID!, $kind: [MeetingKind!]) {
    meetings(filter: { participants: { any: [$participant] }, status: [HELD], kind: $kind }, first: 0) {
      totalCount
      facets { byKind { kind count } byYear { year count } }
    }
  }
`)

const MeetingPlaces = graphql(`
  query MeetingPlaces($participant: ID!, $after: String) {
    meetings(filter: { participants: { any: [$participant] }, status: [HELD] }, first: 100, after: $after) {
      nodes { place { name latitude longitude } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

type Participant = NonNullable<ParticipantReportQuery['participant']>

/**
 * What the page of a participant tells. Its meetings are those in which they took part in any way: attending,
 * speaking or agreeing, themselves or through others on their behalf.
 */
export interface ParticipantRecord {
  participant: Participant
  /** The newest. */
  meetings: MeetingsWithQuery['meetings']
  heldCount: number
  /** Of those that were held; the most frequent kind first. */
  byKind: readonly { kind: MeetingKind; count: number; byYear: readonly { year: number; count: number }[] }[]
  /** The place of each meeting that was held, null where none is on record. */
  places: readonly (Place | null)[]
  /** When the record last changed. */
  asOf: string | null
}

/** Reads what the page of a participant tells; null where there is no participant of that name. */
export async function readParticipant(ask: Ask, id: string): Promise<ParticipantRecord | null> {
  const sizes = { counterparts: COUNTERPARTS, meetings: MEETINGS, statements: STATEMENTS }
  const { participant, changes } = await ask(ParticipantReport, { id, ...sizes })
  if (participant === null) return null

  const { meetings } = await ask(MeetingsWith, { participant: participant.id, first: MEETINGS })
  const { meetings: held } = await ask(MeetingYears, { participant: participant.id })
  const kinds = held.facets?.byKind ?? []
  const byKind = await Promise.all(
    kinds.map(async ({ kind, count }) => {
      const ofKind = await ask(MeetingYears, { participant: participant.id, kind: [kind] })
      return { kind, count, byYear: ofKind.meetings.facets?.byYear ?? [] }
    }),
  )
  const places = await allPages(async (after) => {
    return (await ask(MeetingPlaces, { participant: participant.id, after })).meetings
  })
  return {
    participant,
    meetings,
    heldCount: held.totalCount,
    byKind,
    places: places.map(({ place }) => place),
    asOf: changes.nodes[0]?.at ?? null,
  }
}
