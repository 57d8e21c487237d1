// Entries as they are written (create inputs) and, at once, as the model reads them: everything is named by slug.
import type { ModelAgreement } from './agreement.ts'
import { boundsOf } from './reading-dates.ts'
import type { ModelRecord, ModelStatement, Stance } from './record.ts'

export interface CitationInput {
  source: string
  locator: string
}

interface Common {
  slug: string
  citations: CitationInput[]
}

export interface PlaceInput {
  name: string
  countryCode: string | null
}

export interface TopicEntry extends Common {
  name: string
  broader: string | null
}

export interface ParticipantEntry extends Common {
  name: string
  kind: string
  isAnonymous: boolean
  countryCode: string | null
  offices: { title: string; of: string | null; period: string | null }[]
}

export interface SourceEntry extends Common {
  title: string
  kind: string
  publisher: string | null
  url: string | null
}

export interface MeetingEntry extends Common {
  title: string
  kind: string
  format: string | null
  status: string
  date: string | null
  place: PlaceInput | null
  parent: string | null
  participants: { participant: string; roles: string[]; capacity: string | null; onBehalfOf: string | null }[]
  topics: string[]
}

export interface IssueEntry extends Common {
  question: string
  topics: string[]
}

export interface PartyInput {
  participant: string
  role: string
  since: string | null
  until: string | null
}

export interface EventInput {
  kind: string
  planned: boolean
  date: string | null
  participants: string[]
  note: string
  citations: CitationInput[]
}

export interface AgreementEntry extends Common {
  title: string
  kind: string
  form: string
  meeting: string | null
  effective: string | null
  parties: PartyInput[]
  events: EventInput[]
  topics: string[]
}

export interface StatementEntry extends Common {
  text: string
  language: string | null
  wording: string
  act: string
  speaker: string
  onBehalfOf: string | null
  addressees: string[]
  date: string | null
  meeting: string | null
  ordinal: number | null
  /** `Type:slug` each. */
  about: string[]
  reportedIn: string | null
  positions: { issue: string; stance: Stance }[]
  links: { kind: string; to: string }[]
  topics: string[]
}

export interface Instants {
  createdAt: string
  updatedAt: string
}

export interface ReadingRecord {
  Topic: TopicEntry[]
  Participant: ParticipantEntry[]
  Source: SourceEntry[]
  Meeting: MeetingEntry[]
  Issue: IssueEntry[]
  Agreement: AgreementEntry[]
  Statement: StatementEntry[]
  /** When each entry was entered and last changed, by `Type:slug`. */
  instants: ReadonlyMap<string, Instants>
}

export const ENTRY_TYPES = [
  'Topic',
  'Participant',
  'Source',
  'Meeting',
  'Issue',
  'Agreement',
  'Statement',
] as const
export type EntryTypeName = (typeof ENTRY_TYPES)[number]

/** The entry of a slug. */
export function called<Entry extends { slug: string }>(entries: readonly Entry[], slug: string): Entry {
  const found = entries.find((entry) => entry.slug === slug)
  if (!found) throw new Error(`the record has no ${slug}`)
  return found
}

/** The statement as the model of the derived rules knows it. */
export function modelStatement(statement: StatementEntry): ModelStatement {
  return {
    ...statement,
    about: statement.about.flatMap((reference) =>
      reference.startsWith('Meeting:') ? [reference.slice('Meeting:'.length)] : [],
    ),
    contradicts: statement.links.filter(({ kind }) => kind === 'CONTRADICTS').map(({ to }) => to),
  }
}

export function modelRecord(record: ReadingRecord): ModelRecord {
  return {
    participants: record.Participant,
    meetings: record.Meeting.map(({ slug }) => slug),
    issues: record.Issue.map(({ slug }) => slug),
    statements: record.Statement.map(modelStatement),
  }
}

/** An event counts from the last day that its date can mean. */
export function modelAgreement(agreement: AgreementEntry): ModelAgreement {
  return {
    slug: agreement.slug,
    parties: agreement.parties.filter(({ role }) => role === 'PARTY').map(({ participant }) => participant),
    events: agreement.events.map((event) => ({ ...event, date: event.date && boundsOf(event.date).latest })),
  }
}

/** A topic and all that is narrower, however far. */
export function withNarrower(record: ReadingRecord, topic: string): string[] {
  const below = record.Topic.filter(({ broader }) => broader === topic)
  return [topic, ...below.flatMap(({ slug }) => withNarrower(record, slug))]
}
