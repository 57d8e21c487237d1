/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What happened to an agreement, and to which status that leads. */
export type AgreementEventKind =
  /** The parties agreed. Leads to AGREED, unless it is in force already. */
  | 'AGREED'
  /** What it says was changed. Changes no status. */
  | 'AMENDED'
  /** It was made public. Leads to AGREED, unless it is in force already. */
  | 'ANNOUNCED'
  /** It began to hold. Leads to IN_FORCE. */
  | 'ENTERED_INTO_FORCE'
  /** Its time ran out. Leads to ENDED. */
  | 'EXPIRED'
  /** Somebody became a party later on. Changes no status. */
  | 'JOINED'
  /** It was negotiated. Leads to NEGOTIATING. */
  | 'NEGOTIATED'
  /** Somebody put it forward. Leads to PROPOSED. */
  | 'PROPOSED'
  /** A party ratified it. Leads to AGREED, unless it is in force already. */
  | 'RATIFIED'
  /** It was turned down. Leads to REJECTED. */
  | 'REJECTED'
  /** It holds again. Leads to IN_FORCE. */
  | 'RESUMED'
  /** It was signed. Leads to AGREED, unless it is in force already. */
  | 'SIGNED'
  /** It was set aside for a time. Leads to SUSPENDED. */
  | 'SUSPENDED'
  /** It was brought to an end. Leads to ENDED. */
  | 'TERMINATED'
  /** Somebody broke it. Changes no status. */
  | 'VIOLATED'
  /** A party left it. Leads to ENDED when fewer than two parties are left, else changes no status. */
  | 'WITHDRAWN';

/** How an agreement was concluded. */
export type AgreementForm =
  /** By word of mouth. */
  | 'ORAL'
  /** In writing, with signatures. */
  | 'SIGNED'
  /** No source says. */
  | 'UNKNOWN'
  /** In writing. */
  | 'WRITTEN';

/** What sort of agreement it is. */
export type AgreementKind =
  /** An end or a pause of fighting. */
  | 'CEASEFIRE'
  /** What somebody undertook to do. */
  | 'COMMITMENT'
  /** What a meeting published as its outcome. */
  | 'COMMUNIQUE'
  /** What several declared together. */
  | 'JOINT_STATEMENT'
  /** A memorandum of understanding. */
  | 'MEMORANDUM'
  /** Any other agreement. */
  | 'OTHER'
  /** An addition to another agreement, or the record of a procedure. */
  | 'PROTOCOL'
  /** A decision of a body, such as the UN Security Council. */
  | 'RESOLUTION'
  /** An agreement under international law, meant to be ratified. */
  | 'TREATY';

/** As what a participant takes part in an agreement. */
export type AgreementPartyRole =
  /** Answers for its being kept. */
  | 'GUARANTOR'
  /** Brought the parties together. */
  | 'MEDIATOR'
  /** Speaks against it. */
  | 'OBJECTOR'
  /** Bound by it, from the start or since it joined. */
  | 'PARTY'
  /** Speaks for it without being bound. */
  | 'SUPPORTER'
  /** Was there when it was made. */
  | 'WITNESS';

/** What an agreement's events come to on a day. */
export type AgreementStatus =
  /** It is agreed, announced, signed or ratified, and not yet in force. */
  | 'AGREED'
  /** It was terminated, has expired, or fewer than two parties are left. */
  | 'ENDED'
  /** It holds. */
  | 'IN_FORCE'
  /** It is being negotiated. */
  | 'NEGOTIATING'
  /** Somebody put it forward. */
  | 'PROPOSED'
  /** It was turned down. */
  | 'REJECTED'
  /** It is set aside for a time. */
  | 'SUSPENDED';

/** As what a participant was at a meeting. */
export type AttendanceRole =
  /** Who presided. */
  | 'CHAIR'
  /** With a principal, or in place of one. */
  | 'DELEGATE'
  /** Whose invitation it was. */
  | 'HOST'
  /** Who translated. */
  | 'INTERPRETER'
  /** Who stood between the sides. */
  | 'MEDIATOR'
  /** Who was there without taking part. */
  | 'OBSERVER'
  /** Who was there to report. */
  | 'PRESS'
  /** One of those who met. */
  | 'PRINCIPAL'
  /** Who addressed it. */
  | 'SPEAKER';

/** The types of entries. */
export type EntryType =
  /** What was agreed, and its turns. */
  | 'AGREEMENT'
  /** A question on which statements take sides. */
  | 'ISSUE'
  /** An encounter. */
  | 'MEETING'
  /** Whoever meets, speaks or agrees. */
  | 'PARTICIPANT'
  /** Where the record has it from. */
  | 'SOURCE'
  /** Something said. */
  | 'STATEMENT'
  /** A subject. */
  | 'TOPIC';

/** How the words of a statement are known. */
export type Evidence =
  /** From the speaker. */
  | 'FIRST_HAND'
  /** Through more than one other statement. */
  | 'HEARSAY'
  /** Through one other statement: a minister tells what the president said. */
  | 'REPORTED'
  /** Somebody in the chain is anonymous, the speaker included. */
  | 'UNATTRIBUTED';

/** Whether those who met were in one place. */
export type MeetingFormat =
  /** Some there, some connected. */
  | 'HYBRID'
  /** All in one place. */
  | 'IN_PERSON'
  /** By telephone or video. */
  | 'REMOTE';

/** What sort of encounter a meeting is. */
export type MeetingKind =
  /** Two sides, by appointment. */
  | 'BILATERAL'
  /** What officials tell reporters. */
  | 'BRIEFING'
  /** A telephone or video call. */
  | 'CALL'
  /** Testimony before a parliament, a court or a commission. */
  | 'HEARING'
  /** More than two sides, short of a summit. */
  | 'MULTILATERAL'
  /** A round of talks towards an agreement. */
  | 'NEGOTIATION'
  /** Answers to the press, on the record. */
  | 'NEWS_CONFERENCE'
  /** Any other encounter. */
  | 'OTHER'
  /** A short talk on the margins of something else. */
  | 'PULL_ASIDE'
  /** A sitting of a standing body, such as the UN General Assembly. */
  | 'SESSION'
  /** A gathering of heads of state or government, such as the G20; it may hold other meetings. */
  | 'SUMMIT'
  /** A journey to another country, with whatever it held. */
  | 'VISIT';

/** Whether a meeting took place. */
export type MeetingStatus =
  /** It was called off. */
  | 'CANCELLED'
  /** It took place. */
  | 'HELD'
  /** It is announced, and its day has not come. */
  | 'PLANNED'
  /** It was put off. */
  | 'POSTPONED';

/** What sort of participant it is. */
export type ParticipantKind =
  /** Several, without a body: reporters, officials, rebel forces. */
  | 'GROUP'
  /** A body with a name and members, such as the United Nations. */
  | 'ORGANIZATION'
  /** A human being. */
  | 'PERSON'
  /** A state, present or former. */
  | 'STATE';

/** What sort of source it is. */
export type SourceKind =
  /** A collection of data. */
  | 'DATASET'
  /** Questions and answers. */
  | 'INTERVIEW'
  /** What a news organization published. */
  | 'NEWS_REPORT'
  /** A treaty, a communiqué, a press release of a government. */
  | 'OFFICIAL_DOCUMENT'
  /** Any other source. */
  | 'OTHER'
  /** A speech as it was given or published. */
  | 'SPEECH'
  /** What was said, word for word. */
  | 'TRANSCRIPT';

/** How a statement stands to the question of an issue. */
export type Stance =
  /** It answers yes. */
  | 'AFFIRMS'
  /** It refuses to answer. */
  | 'DECLINES'
  /** It answers no. */
  | 'DENIES'
  /** It answers both, or neither for sure. */
  | 'HEDGES';

/** What a speaker does by saying something. The values follow the verbal events of PLOVER, the political event ontology; Searle's class of speech act stands in each value's description. */
export type StatementAct =
  /** Says that another did wrong. Searle: assertive and expressive. PLOVER: ACCUSE. */
  | 'ACCUSE'
  /** Takes up what another proposes. Searle: commissive. PLOVER: AGREE. */
  | 'AGREE'
  /** Makes something so, or known, by saying it. Searle: declaration. PLOVER: none of its own. */
  | 'ANNOUNCE'
  /** Wants to know something. Searle: directive. PLOVER: CONSULT. */
  | 'ASK'
  /** Says that something is so. Searle: assertive. PLOVER: none of its own; CAMEO's make statement. */
  | 'ASSERT'
  /** Binds themselves to do something. Searle: commissive. PLOVER: AGREE, to act. */
  | 'COMMIT'
  /** Says that something is so that speaks against them. Searle: assertive. PLOVER: CONCEDE. */
  | 'CONCEDE'
  /** Says that what another said is so. Searle: assertive. PLOVER: AGREE, with a claim. */
  | 'CONFIRM'
  /** Says that something is not so. Searle: assertive. PLOVER: REJECT, of a claim. */
  | 'DENY'
  /** Shows a feeling: thanks, regret, hope. Searle: expressive. PLOVER: none of its own. */
  | 'EXPRESS'
  /** Speaks against a policy or a deed. Searle: expressive. PLOVER: ACCUSE, of disapproval. */
  | 'OPPOSE'
  /** Puts forward what could be done. Searle: directive. PLOVER: REQUEST, of an offer to agree. */
  | 'PROPOSE'
  /** Refuses a proposal or a demand. Searle: commissive. PLOVER: REJECT. */
  | 'REJECT'
  /** Wants another to do something. Searle: directive. PLOVER: REQUEST. */
  | 'REQUEST'
  /** Speaks for somebody or something. Searle: expressive. PLOVER: SUPPORT. */
  | 'SUPPORT'
  /** Says what harm will follow. Searle: commissive. PLOVER: THREATEN. */
  | 'THREATEN';

/** How close the text of a statement is to the words spoken. */
export type Wording =
  /** The words themselves. */
  | 'DIRECT'
  /** A retelling of what was said, in other words. */
  | 'INDIRECT'
  /** A retelling that holds some of the words, in quotation marks. */
  | 'MIXED'
  /** What a longer speech or several of them come to. */
  | 'SUMMARY';

export type MeetingReportQueryVariables = Exact<{
  id: string;
  statements: number;
  agreements: number;
  meetings: number;
}>;


export type MeetingReportQuery = { meeting: { id: string, title: string, summary: string | null, kind: MeetingKind, format: MeetingFormat | null, status: MeetingStatus, isContested: boolean, date: { text: string } | null, place: { name: string, countryCode: string | null, latitude: number | null, longitude: number | null } | null, parent: { title: string } | null, topics: Array<{ name: string }>, citations: Array<{ locator: string | null, note: string | null, source: { slug: string, title: string, kind: SourceKind, url: string | null, archiveUrl: string | null, publisher: string | null, published: { text: string } | null, author: { name: string } | null } }>, meetings: { totalCount: number, nodes: Array<{ title: string, kind: MeetingKind, date: { text: string } | null }> }, agreements: { totalCount: number, nodes: Array<{ title: string, summary: string | null, kind: AgreementKind, form: AgreementForm, status: AgreementStatus | null, provisions: Array<{ text: string, obliges: Array<{ name: string }> }>, events: Array<{ kind: AgreementEventKind, planned: boolean, note: string | null, date: { text: string } | null, participants: Array<{ name: string }>, citations: Array<{ locator: string | null, note: string | null, source: { slug: string, title: string, kind: SourceKind, url: string | null, archiveUrl: string | null, publisher: string | null, published: { text: string } | null, author: { name: string } | null } }> }>, parties: { totalCount: number, edges: Array<{ role: AgreementPartyRole, node: { name: string } }> }, citations: Array<{ locator: string | null, note: string | null, source: { slug: string, title: string, kind: SourceKind, url: string | null, archiveUrl: string | null, publisher: string | null, published: { text: string } | null, author: { name: string } | null } }> }> }, statements: { totalCount: number, nodes: Array<{ id: string, text: string, language: string | null, wording: Wording, act: StatementAct, evidence: Evidence, isContested: boolean, date: { text: string } | null, speaker: { name: string }, speakerOffices: Array<{ title: string }>, onBehalfOf: { name: string } | null, meeting: { slug: string, title: string } | null, reportedIn: { id: string } | null, attribution: Array<{ id: string, speaker: { name: string } }>, positions: Array<{ stance: Stance, issue: { question: string } }>, citations: Array<{ locator: string | null, note: string | null, source: { slug: string, title: string, kind: SourceKind, url: string | null, archiveUrl: string | null, publisher: string | null, published: { text: string } | null, author: { name: string } | null } }> }> }, accounts: Array<{ side: { id: string, name: string }, silentOn: Array<{ id: string, question: string, isContested: boolean }>, statements: { totalCount: number, nodes: Array<{ id: string, text: string, language: string | null, wording: Wording, act: StatementAct, evidence: Evidence, isContested: boolean, date: { text: string } | null, speaker: { name: string }, speakerOffices: Array<{ title: string }>, onBehalfOf: { name: string } | null, meeting: { slug: string, title: string } | null, reportedIn: { id: string } | null, attribution: Array<{ id: string, speaker: { name: string } }>, positions: Array<{ stance: Stance, issue: { question: string } }>, citations: Array<{ locator: string | null, note: string | null, source: { slug: string, title: string, kind: SourceKind, url: string | null, archiveUrl: string | null, publisher: string | null, published: { text: string } | null, author: { name: string } | null } }> }> } }> } | null, changes: { nodes: Array<{ at: string }> } };

export type AttendancesQueryVariables = Exact<{
  meeting: string;
  after?: string | null | undefined;
}>;


export type AttendancesQuery = { meeting: { participants: { edges: Array<{ roles: Array<AttendanceRole>, capacity: string | null, onBehalfOf: { name: string } | null, node: { name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type AccountPositionsQueryVariables = Exact<{
  meeting: string;
  after?: string | null | undefined;
}>;


export type AccountPositionsQuery = { meeting: { accounts: Array<{ side: { id: string }, positions: { nodes: Array<{ stance: Stance, side: { id: string, name: string }, accordingTo: { name: string } | null, issue: { id: string, question: string, isContested: boolean } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }> } | null };

export type ParticipantReportQueryVariables = Exact<{
  id: string;
  counterparts: number;
  meetings: number;
  statements: number;
}>;


export type ParticipantReportQuery = { participant: { id: string, name: string, kind: ParticipantKind, description: string | null, countryCode: string | null, aliases: Array<string>, offices: Array<{ title: string, of: { name: string } | null, period: { text: string } | null }>, citations: Array<{ locator: string | null, note: string | null, source: { slug: string, title: string, kind: SourceKind, url: string | null, archiveUrl: string | null, publisher: string | null, published: { text: string } | null, author: { name: string } | null } }>, counterparts: { totalCount: number, edges: Array<{ meetingCount: number, firstMet: { earliest: string | null, text: string } | null, lastMet: { latest: string | null, text: string } | null, node: { slug: string, name: string } }> }, meetings: { totalCount: number, edges: Array<{ roles: Array<AttendanceRole>, capacity: string | null, onBehalfOf: { name: string } | null, node: { id: string } }> }, contested: { totalCount: number, nodes: Array<{ id: string, text: string, language: string | null, wording: Wording, act: StatementAct, evidence: Evidence, isContested: boolean, date: { text: string } | null, speaker: { name: string }, speakerOffices: Array<{ title: string }>, onBehalfOf: { name: string } | null, meeting: { slug: string, title: string } | null, reportedIn: { id: string } | null, attribution: Array<{ id: string, speaker: { name: string } }>, positions: Array<{ stance: Stance, issue: { question: string } }>, citations: Array<{ locator: string | null, note: string | null, source: { slug: string, title: string, kind: SourceKind, url: string | null, archiveUrl: string | null, publisher: string | null, published: { text: string } | null, author: { name: string } | null } }> }> } } | null, changes: { nodes: Array<{ at: string }> } };

export type MeetingsWithQueryVariables = Exact<{
  participant: string;
  first: number;
}>;


export type MeetingsWithQuery = { meetings: { totalCount: number, nodes: Array<{ id: string, title: string, kind: MeetingKind, status: MeetingStatus, isContested: boolean, date: { text: string } | null, place: { name: string, countryCode: string | null } | null, onTheirBehalf: { totalCount: number, nodes: Array<{ name: string }> }, citations: Array<{ locator: string | null, note: string | null, source: { slug: string, title: string, kind: SourceKind, url: string | null, archiveUrl: string | null, publisher: string | null, published: { text: string } | null, author: { name: string } | null } }> }> } };

export type MeetingYearsQueryVariables = Exact<{
  participant: string;
  kind?: Array<MeetingKind> | MeetingKind | null | undefined;
}>;


export type MeetingYearsQuery = { meetings: { totalCount: number, facets: { byKind: Array<{ kind: MeetingKind, count: number }>, byYear: Array<{ year: number, count: number }> } | null } };

export type MeetingPlacesQueryVariables = Exact<{
  participant: string;
  after?: string | null | undefined;
}>;


export type MeetingPlacesQuery = { meetings: { nodes: Array<{ place: { name: string, latitude: number | null, longitude: number | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type StatementPartsFragment = { id: string, text: string, language: string | null, wording: Wording, act: StatementAct, evidence: Evidence, isContested: boolean, date: { text: string } | null, speaker: { name: string }, speakerOffices: Array<{ title: string }>, onBehalfOf: { name: string } | null, meeting: { slug: string, title: string } | null, reportedIn: { id: string } | null, attribution: Array<{ id: string, speaker: { name: string } }>, positions: Array<{ stance: Stance, issue: { question: string } }>, citations: Array<{ locator: string | null, note: string | null, source: { slug: string, title: string, kind: SourceKind, url: string | null, archiveUrl: string | null, publisher: string | null, published: { text: string } | null, author: { name: string } | null } }> };

export type SimilarSlugsQueryVariables = Exact<{
  text: string;
  types: Array<EntryType> | EntryType;
}>;


export type SimilarSlugsQuery = { search: { nodes: Array<
      | { slug: string }
      | { slug: string }
      | { slug: string }
      | { slug: string }
      | { slug: string }
      | { slug: string }
      | { slug: string }
    > } };

export type CitationPartsFragment = { locator: string | null, note: string | null, source: { slug: string, title: string, kind: SourceKind, url: string | null, archiveUrl: string | null, publisher: string | null, published: { text: string } | null, author: { name: string } | null } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const CitationPartsFragmentDoc = new TypedDocumentString(`
    fragment CitationParts on Citation {
  locator
  note
  source {
    slug
    title
    kind
    url
    archiveUrl
    publisher
    published {
      text
    }
    author {
      name
    }
  }
}
    `, {"fragmentName":"CitationParts"}) as unknown as TypedDocumentString<CitationPartsFragment, unknown>;
export const StatementPartsFragmentDoc = new TypedDocumentString(`
    fragment StatementParts on Statement {
  id
  text
  language
  wording
  act
  evidence
  isContested
  date {
    text
  }
  speaker {
    name
  }
  speakerOffices {
    title
  }
  onBehalfOf {
    name
  }
  meeting {
    slug
    title
  }
  reportedIn {
    id
  }
  attribution {
    id
    speaker {
      name
    }
  }
  positions {
    stance
    issue {
      question
    }
  }
  citations {
    ...CitationParts
  }
}
    fragment CitationParts on Citation {
  locator
  note
  source {
    slug
    title
    kind
    url
    archiveUrl
    publisher
    published {
      text
    }
    author {
      name
    }
  }
}`, {"fragmentName":"StatementParts"}) as unknown as TypedDocumentString<StatementPartsFragment, unknown>;
export const MeetingReportDocument = new TypedDocumentString(`
    query MeetingReport($id: ID!, $statements: Int!, $agreements: Int!, $meetings: Int!) {
  meeting(id: $id) {
    id
    title
    summary
    kind
    format
    status
    isContested
    date {
      text
    }
    place {
      name
      countryCode
      latitude
      longitude
    }
    parent {
      title
    }
    topics {
      name
    }
    citations {
      ...CitationParts
    }
    meetings(first: $meetings, orderBy: [{field: DATE, direction: ASC}]) {
      totalCount
      nodes {
        title
        kind
        date {
          text
        }
      }
    }
    agreements(first: $agreements) {
      totalCount
      nodes {
        title
        summary
        kind
        form
        status
        provisions {
          text
          obliges {
            name
          }
        }
        events {
          kind
          planned
          note
          date {
            text
          }
          participants {
            name
          }
          citations {
            ...CitationParts
          }
        }
        parties(first: 100) {
          totalCount
          edges {
            role
            node {
              name
            }
          }
        }
        citations {
          ...CitationParts
        }
      }
    }
    statements(first: $statements) {
      totalCount
      nodes {
        ...StatementParts
      }
    }
    accounts {
      side {
        id
        name
      }
      silentOn {
        id
        question
        isContested
      }
      statements(first: $statements) {
        totalCount
        nodes {
          ...StatementParts
        }
      }
    }
  }
  changes(last: 1) {
    nodes {
      at
    }
  }
}
    fragment StatementParts on Statement {
  id
  text
  language
  wording
  act
  evidence
  isContested
  date {
    text
  }
  speaker {
    name
  }
  speakerOffices {
    title
  }
  onBehalfOf {
    name
  }
  meeting {
    slug
    title
  }
  reportedIn {
    id
  }
  attribution {
    id
    speaker {
      name
    }
  }
  positions {
    stance
    issue {
      question
    }
  }
  citations {
    ...CitationParts
  }
}
fragment CitationParts on Citation {
  locator
  note
  source {
    slug
    title
    kind
    url
    archiveUrl
    publisher
    published {
      text
    }
    author {
      name
    }
  }
}`) as unknown as TypedDocumentString<MeetingReportQuery, MeetingReportQueryVariables>;
export const AttendancesDocument = new TypedDocumentString(`
    query Attendances($meeting: ID!, $after: String) {
  meeting(id: $meeting) {
    participants(first: 100, after: $after) {
      edges {
        roles
        capacity
        onBehalfOf {
          name
        }
        node {
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AttendancesQuery, AttendancesQueryVariables>;
export const AccountPositionsDocument = new TypedDocumentString(`
    query AccountPositions($meeting: ID!, $after: String) {
  meeting(id: $meeting) {
    accounts {
      side {
        id
      }
      positions(first: 100, after: $after) {
        nodes {
          stance
          side {
            id
            name
          }
          accordingTo {
            name
          }
          issue {
            id
            question
            isContested
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AccountPositionsQuery, AccountPositionsQueryVariables>;
export const ParticipantReportDocument = new TypedDocumentString(`
    query ParticipantReport($id: ID!, $counterparts: Int!, $meetings: Int!, $statements: Int!) {
  participant(id: $id) {
    id
    name
    kind
    description
    countryCode
    aliases
    offices {
      title
      of {
        name
      }
      period {
        text
      }
    }
    citations {
      ...CitationParts
    }
    counterparts(first: $counterparts) {
      totalCount
      edges {
        meetingCount
        firstMet {
          earliest
          text
        }
        lastMet {
          latest
          text
        }
        node {
          slug
          name
        }
      }
    }
    meetings(first: $meetings) {
      totalCount
      edges {
        roles
        capacity
        onBehalfOf {
          name
        }
        node {
          id
        }
      }
    }
    contested: statements(filter: {isContested: true}, first: $statements) {
      totalCount
      nodes {
        ...StatementParts
      }
    }
  }
  changes(last: 1) {
    nodes {
      at
    }
  }
}
    fragment StatementParts on Statement {
  id
  text
  language
  wording
  act
  evidence
  isContested
  date {
    text
  }
  speaker {
    name
  }
  speakerOffices {
    title
  }
  onBehalfOf {
    name
  }
  meeting {
    slug
    title
  }
  reportedIn {
    id
  }
  attribution {
    id
    speaker {
      name
    }
  }
  positions {
    stance
    issue {
      question
    }
  }
  citations {
    ...CitationParts
  }
}
fragment CitationParts on Citation {
  locator
  note
  source {
    slug
    title
    kind
    url
    archiveUrl
    publisher
    published {
      text
    }
    author {
      name
    }
  }
}`) as unknown as TypedDocumentString<ParticipantReportQuery, ParticipantReportQueryVariables>;
export const MeetingsWithDocument = new TypedDocumentString(`
    query MeetingsWith($participant: ID!, $first: Int!) {
  meetings(filter: {participants: {any: [$participant]}}, first: $first) {
    totalCount
    nodes {
      id
      title
      kind
      status
      isContested
      date {
        text
      }
      place {
        name
        countryCode
      }
      onTheirBehalf: participants(filter: {onBehalfOf: [$participant]}, first: 5) {
        totalCount
        nodes {
          name
        }
      }
      citations {
        ...CitationParts
      }
    }
  }
}
    fragment CitationParts on Citation {
  locator
  note
  source {
    slug
    title
    kind
    url
    archiveUrl
    publisher
    published {
      text
    }
    author {
      name
    }
  }
}`) as unknown as TypedDocumentString<MeetingsWithQuery, MeetingsWithQueryVariables>;
export const MeetingYearsDocument = new TypedDocumentString(`
    query MeetingYears($participant: ID!, $kind: [MeetingKind!]) {
  meetings(
    filter: {participants: {any: [$participant]}, status: [HELD], kind: $kind}
    first: 0
  ) {
    totalCount
    facets {
      byKind {
        kind
        count
      }
      byYear {
        year
        count
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingYearsQuery, MeetingYearsQueryVariables>;
export const MeetingPlacesDocument = new TypedDocumentString(`
    query MeetingPlaces($participant: ID!, $after: String) {
  meetings(
    filter: {participants: {any: [$participant]}, status: [HELD]}
    first: 100
    after: $after
  ) {
    nodes {
      place {
        name
        latitude
        longitude
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MeetingPlacesQuery, MeetingPlacesQueryVariables>;
export const SimilarSlugsDocument = new TypedDocumentString(`
    query SimilarSlugs($text: String!, $types: [EntryType!]!) {
  search(text: $text, types: $types, first: 100) {
    nodes {
      slug
    }
  }
}
    `) as unknown as TypedDocumentString<SimilarSlugsQuery, SimilarSlugsQueryVariables>;