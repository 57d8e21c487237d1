import { allPages } from '../all-pages.ts'
import type { Ask } from '../ask.ts'
import { graphql } from '../generated/gql.ts'
import type { AccountPositionsQuery, AttendancesQuery, MeetingReportQuery } from '../generated/graphql.ts'

/** How many statements of each account, agreements and meetings within the page shows; it says of how many. */
const STATEMENTS = 20
const AGREEMENTS = 20
const MEETINGS = 50

const MeetingReport = graphql(`
  query MeetingReport($id: ID!, $statements: Int!, $agreements: Int!, $meetings: Int!) {
    meeting(id: $id) {
      id
      title
      summary
      kind
      format
      status
      isContested
      date { text }
      place { name countryCode latitude longitude }
      parent { title }
      topics { name }
      citations { ...CitationParts }
      meetings(first: $meetings, orderBy: [{ field: DATE, direction: ASC }]) {
        totalCount
        nodes { title kind date { text } }
      }
      agreements(first: $agreements) {
        totalCount
        nodes {
          title
          summary
          kind
          form
          status
          provisions { text obliges { name } }
          events { kind planned note date { text } participants { name } citations { ...CitationParts } }
          parties(first: 100) { totalCount edges { role node { name } } }
          citations { ...CitationParts }
        }
      }
      statements(first: $statements) {
        totalCount
        nodes { ...StatementParts }
      }
      accounts {
        side { id name }
        silentOn { id question isContested }
        statements(first: $statements) {
          totalCount
          nodes { ...StatementParts }
        }
      }
    }
    changes(last: 1) { nodes { at } }
  }
`)

const Attendances = graphql(`
  query Attendances($meeting: ID!, $after: String) {
    meeting(id: $meeting) {
      participants(first: 100, after: $after) {
        edges { roles capacity onBehalfOf { name } node { name } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`)

const AccountPositions = graphql(`
  query AccountPositions($meeting: ID!, $after: String) {
    meeting(id: $meeting) {
      accounts {
        side { id }
        positions(first: 100, after: $after) {
          nodes { stance side { id name } accordingTo { name } issue { id question isContested } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`)

type Meeting = NonNullable<MeetingReportQuery['meeting']>
type AccountsOfPositions = NonNullable<AccountPositionsQuery['meeting']>['accounts']
export type Position = AccountsOfPositions[number]['positions']['nodes'][number]
export type Attendance = NonNullable<AttendancesQuery['meeting']>['participants']['edges'][number]

/** One side's account of a meeting, with all the stances in it. */
export type Account = Meeting['accounts'][number] & { positions: readonly Position[] }

/** What the page of a meeting tells. */
export interface MeetingRecord {
  meeting: Meeting
  /** Everybody who was there, by name. */
  attendances: readonly Attendance[]
  accounts: readonly Account[]
  /** When the record last changed. */
  asOf: string | null
}

/** Reads what the page of a meeting tells; null where there is no meeting of that name. */
export async function readMeeting(ask: Ask, id: string): Promise<MeetingRecord | null> {
  const sizes = { statements: STATEMENTS, agreements: AGREEMENTS, meetings: MEETINGS }
  const { meeting, changes } = await ask(MeetingReport, { id, ...sizes })
  if (meeting === null) return null
  return {
    meeting,
    attendances: await readAttendances(ask, meeting.id),
    accounts: await withPositions(ask, meeting),
    asOf: changes.nodes[0]?.at ?? null,
  }
}

function readAttendances(ask: Ask, meeting: string): Promise<Attendance[]> {
  return allPages(async (after) => {
    const { participants } = (await ask(Attendances, { meeting, after })).meeting ?? gone(meeting)
    return { nodes: participants.edges, pageInfo: participants.pageInfo }
  })
}

async function withPositions(ask: Ask, { id, accounts }: Meeting): Promise<Account[]> {
  const pageAfter = async (after: string | null) =>
    (await ask(AccountPositions, { meeting: id, after })).meeting?.accounts ?? gone(id)
  const firstPages = pageAfter(null)
  const positionsOf = async (side: string, after: string | null) => {
    const pages = await (after === null ? firstPages : pageAfter(after))
    return pages.find((account) => account.side.id === side)?.positions ?? gone(id)
  }
  return Promise.all(
    accounts.map(async (account) => {
      return { ...account, positions: await allPages((after) => positionsOf(account.side.id, after)) }
    }),
  )
}

/** The record was written to between one question and the next. */
function gone(id: string): never {
  throw new Error(`Meeting ${id} is gone`)
}
