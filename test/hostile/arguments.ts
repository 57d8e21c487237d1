import { type Hostile, operation } from './sent.ts'
import { NUMBERS, nested, SHAPES, TEXTS } from './values.ts'

/** Where a text is taken. */
const OF_TEXTS = [
  'query ($text: ID!) { meeting(id: $text) { id } participant(id: $text) { id } node(id: $text) { id } }',
  'query ($text: ID!) { nodes(ids: [$text, $text]) { id } statement(id: $text) { id } agreement(id: $text) { id } }',
  'query ($text: String!) { byExternalId(scheme: $text, value: $text) { slug } }',
  'query ($text: String!) { search(text: $text) { totalCount nodes { slug } } }',
  'query ($text: String!) { meetings(filter: { place: $text }) { totalCount nodes { slug } } }',
  'query ($text: String!) { statements(filter: { search: $text }) { totalCount nodes { slug } } }',
  'query ($text: ID!) { statements(filter: { speaker: [$text], topics: { any: [$text], none: [$text] } }) { totalCount } }',
  'query ($text: Date!) { meetings(filter: { date: { from: $text, until: $text } }) { totalCount } }',
  'query ($text: Date!) { agreements { nodes { status(on: $text) } } }',
  'query ($text: String!) { meetings(after: $text) { nodes { slug } } }',
  'query ($text: String!) { timeline(before: $text) { nodes { __typename } } }',
  'query ($text: LanguageTag!) { meetings(first: 1) { nodes { date { text(locale: $text) } } } }',
  'query ($text: URL!) { sources(filter: { url: $text }) { totalCount } }',
]

/** Where a number is taken. */
const OF_NUMBERS = [
  'query ($number: Int) { meetings(first: $number) { nodes { slug } } }',
  'query ($number: Int) { meetings { nodes { statements(last: $number) { nodes { slug } } } } }',
  'query ($number: Int) { search(text: "x", first: $number) { nodes { slug } } }',
]

/** What is taken as an object. */
const OF_SHAPES = [
  'query ($shape: MeetingFilter) { meetings(filter: $shape) { totalCount } }',
  'query ($shape: StatementFilter!) { statements(filter: $shape) { totalCount } }',
  'query ($shape: [MeetingOrder!]) { meetings(orderBy: $shape) { totalCount } }',
  'query ($shape: [ID!]!) { nodes(ids: $shape) { id } }',
]

const place = (query: string) => query.slice(query.indexOf('{'))
const told = (value: unknown) => JSON.stringify(value)?.slice(0, 40)

export const values: Hostile[] = [
  ...OF_TEXTS.flatMap((query) =>
    TEXTS.map((text) => operation(`${told(text)} in ${place(query)}`, { query, variables: { text } })),
  ),
  ...OF_NUMBERS.flatMap((query) =>
    NUMBERS.map((number) =>
      operation(`${told(number)} in ${place(query)}`, { query, variables: { number } }),
    ),
  ),
  ...OF_SHAPES.flatMap((query) =>
    SHAPES.map((shape) => operation(`${told(shape)} in ${place(query)}`, { query, variables: { shape } })),
  ),
  ...[21, 1_000, 100_000].map((levels) => ({
    name: `variables of ${levels} levels`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"query":"query ($shape: MeetingFilter) { meetings(filter: $shape) { totalCount } }","variables":{"shape":${nested(levels)}}}`,
  })),
]
