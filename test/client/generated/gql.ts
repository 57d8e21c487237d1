/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment CitationLine on Citation {\n    locator\n    source { title url }\n  }\n": typeof types.CitationLineFragmentDoc,
    "\n  query Meetings($first: Int!, $after: String) {\n    meetings(first: $first, after: $after, orderBy: [{ field: DATE, direction: ASC }]) {\n      nodes { id ...MeetingParagraph }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.MeetingsDocument,
    "\n  fragment MeetingParagraph on Meeting {\n    title\n    date { text(locale: \"en\") }\n    place { name countryCode }\n    statements(first: 3) {\n      totalCount\n      nodes { id ...StatementLine }\n    }\n    citations { ...CitationLine }\n  }\n": typeof types.MeetingParagraphFragmentDoc,
    "\n  fragment StatementLine on Statement {\n    text\n    act\n    evidence\n    speaker { name }\n    onBehalfOf { name }\n  }\n": typeof types.StatementLineFragmentDoc,
};
const documents: Documents = {
    "\n  fragment CitationLine on Citation {\n    locator\n    source { title url }\n  }\n": types.CitationLineFragmentDoc,
    "\n  query Meetings($first: Int!, $after: String) {\n    meetings(first: $first, after: $after, orderBy: [{ field: DATE, direction: ASC }]) {\n      nodes { id ...MeetingParagraph }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.MeetingsDocument,
    "\n  fragment MeetingParagraph on Meeting {\n    title\n    date { text(locale: \"en\") }\n    place { name countryCode }\n    statements(first: 3) {\n      totalCount\n      nodes { id ...StatementLine }\n    }\n    citations { ...CitationLine }\n  }\n": types.MeetingParagraphFragmentDoc,
    "\n  fragment StatementLine on Statement {\n    text\n    act\n    evidence\n    speaker { name }\n    onBehalfOf { name }\n  }\n": types.StatementLineFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CitationLine on Citation {\n    locator\n    source { title url }\n  }\n"): typeof import('./graphql.ts').CitationLineFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Meetings($first: Int!, $after: String) {\n    meetings(first: $first, after: $after, orderBy: [{ field: DATE, direction: ASC }]) {\n      nodes { id ...MeetingParagraph }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql.ts').MeetingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MeetingParagraph on Meeting {\n    title\n    date { text(locale: \"en\") }\n    place { name countryCode }\n    statements(first: 3) {\n      totalCount\n      nodes { id ...StatementLine }\n    }\n    citations { ...CitationLine }\n  }\n"): typeof import('./graphql.ts').MeetingParagraphFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StatementLine on Statement {\n    text\n    act\n    evidence\n    speaker { name }\n    onBehalfOf { name }\n  }\n"): typeof import('./graphql.ts').StatementLineFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
