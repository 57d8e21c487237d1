/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type CitationLineFragment = { locator: string | null, source: { title: string, url: string | null } } & { ' $fragmentName'?: 'CitationLineFragment' };

export type MeetingsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MeetingsQuery = { meetings: { nodes: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'MeetingParagraphFragment': MeetingParagraphFragment } }
    )>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MeetingParagraphFragment = { title: string, date: { text: string } | null, place: { name: string, countryCode: string | null } | null, statements: { totalCount: number, nodes: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'StatementLineFragment': StatementLineFragment } }
    )> }, citations: Array<{ ' $fragmentRefs'?: { 'CitationLineFragment': CitationLineFragment } }> } & { ' $fragmentName'?: 'MeetingParagraphFragment' };

export type StatementLineFragment = { text: string, act: StatementAct, evidence: Evidence, speaker: { name: string }, onBehalfOf: { name: string } | null } & { ' $fragmentName'?: 'StatementLineFragment' };

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
export const StatementLineFragmentDoc = new TypedDocumentString(`
    fragment StatementLine on Statement {
  text
  act
  evidence
  speaker {
    name
  }
  onBehalfOf {
    name
  }
}
    `, {"fragmentName":"StatementLine"}) as unknown as TypedDocumentString<StatementLineFragment, unknown>;
export const CitationLineFragmentDoc = new TypedDocumentString(`
    fragment CitationLine on Citation {
  locator
  source {
    title
    url
  }
}
    `, {"fragmentName":"CitationLine"}) as unknown as TypedDocumentString<CitationLineFragment, unknown>;
export const MeetingParagraphFragmentDoc = new TypedDocumentString(`
    fragment MeetingParagraph on Meeting {
  title
  date {
    text(locale: "en")
  }
  place {
    name
    countryCode
  }
  statements(first: 3) {
    totalCount
    nodes {
      id
      ...StatementLine
    }
  }
  citations {
    ...CitationLine
  }
}
    fragment CitationLine on Citation {
  locator
  source {
    title
    url
  }
}
fragment StatementLine on Statement {
  text
  act
  evidence
  speaker {
    name
  }
  onBehalfOf {
    name
  }
}`, {"fragmentName":"MeetingParagraph"}) as unknown as TypedDocumentString<MeetingParagraphFragment, unknown>;
export const MeetingsDocument = new TypedDocumentString(`
    query Meetings($first: Int!, $after: String) {
  meetings(first: $first, after: $after, orderBy: [{field: DATE, direction: ASC}]) {
    nodes {
      id
      ...MeetingParagraph
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment CitationLine on Citation {
  locator
  source {
    title
    url
  }
}
fragment MeetingParagraph on Meeting {
  title
  date {
    text(locale: "en")
  }
  place {
    name
    countryCode
  }
  statements(first: 3) {
    totalCount
    nodes {
      id
      ...StatementLine
    }
  }
  citations {
    ...CitationLine
  }
}
fragment StatementLine on Statement {
  text
  act
  evidence
  speaker {
    name
  }
  onBehalfOf {
    name
  }
}`) as unknown as TypedDocumentString<MeetingsQuery, MeetingsQueryVariables>;