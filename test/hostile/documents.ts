import { type Hostile, operation } from './sent.ts'

const many = (count: number, part: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ')
const deep = (levels: number) =>
  `{ topic(id: "x") ${'{ broader '.repeat(levels)}{ id }${' }'.repeat(levels)} }`

/** Documents that are no GraphQL, are not valid, or ask for more than anybody needs. */
const DOCUMENTS: Record<string, string> = {
  nothing: '',
  blanks: ' \n\t,,,, \ufeff',
  'a comment': '# nothing',
  'one bracket': '{',
  'brackets without end': '['.repeat(10_000),
  'braces without end': '{'.repeat(10_000),
  'braces within names without end': '{ a '.repeat(5_000),
  parentheses: '{ a(((((((((( }',
  'values without end': `{ meetings(filter: ${'{ not: '.repeat(300)}`,
  'lists of values without end': `{ nodes(ids: ${'['.repeat(900)}`,
  'a text without end': '{ meeting(id: "',
  'a block without end': '{ meeting(id: """',
  'a long text': `{ meeting(id: "${'x'.repeat(500_000)}") { id } }`,
  'a long name': `{ ${'x'.repeat(100_000)} }`,
  'a long number': `{ meetings(first: ${'9'.repeat(10_000)}) { totalCount } }`,
  'a long fraction': `{ meetings(first: 1.${'9'.repeat(10_000)}e${'9'.repeat(100)}) { totalCount } }`,
  'a number that begins with nought': '{ meetings(first: 007) { totalCount } }',
  'control characters': '{ \u0000\u0001 }',
  'a lone surrogate': '{ meeting(id: "\ud800") { id } }',
  'a lone surrogate, escaped': '{ meeting(id: "\\ud800") { id } }',
  'an escape that is none': '{ meeting(id: "\\q") { id } }',
  'an escape beyond Unicode': '{ meeting(id: "\\u{FFFFFFFF}") { id } }',
  'other alphabets': '{ встречи { название } }',
  'a thousand braces in vain': `${'{'.repeat(500)}${'}'.repeat(500)}`,
  'a document too deep': deep(16),
  'a document far too deep': deep(200),
  'a document too deep for tokens': deep(5_000),
  'aliases without end': `{ ${many(300, (n) => `a${n}: meetings { totalCount }`)} }`,
  'aliases of the schema': `{ ${many(31, (n) => `a${n}: __schema { types { name } }`)} }`,
  'as many aliases of the schema as there may be': `{ ${many(30, (n) => `a${n}: __schema { types { fields { name args { name } } } }`)} }`,
  'fields without end': `{ meetings { ${'totalCount '.repeat(900)} } }`,
  'directives without end': `{ __typename ${'@skip(if: false) '.repeat(31)} }`,
  'directives that are unknown': '{ __typename @a @b(c: 1) }',
  'directives that contradict each other': '{ __typename @skip(if: true) @include(if: true) }',
  'all left out': '{ __typename @skip(if: true) }',
  'all left out of a mutation':
    'mutation { createTopic(input: { name: "x" }) @skip(if: true) { __typename } }',
  'a fragment in itself': '{ ...F } fragment F on Query { ...F }',
  'fragments in a circle': `{ ...F0 } ${many(50, (n) => `fragment F${n} on Query { ...F${(n + 1) % 50} }`)}`,
  'fragments that double': `{ ...F0 } ${many(60, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F60 on Query { __typename }`,
  'fragments that multiply below pages of nothing': `{ meetings(first: 1) { nodes { ...F0 } } } ${many(6, (n) => `fragment F${n} on Meeting { meetings(first: 0) { ${`nodes { ...F${n + 1} } `.repeat(12)} } }`)} fragment F6 on Meeting { slug }`,
  'fragments that are not used': `{ __typename } ${many(80, (n) => `fragment F${n} on Query { __typename }`)}`,
  'a fragment that is none': '{ ...Nowhere }',
  'a fragment on a scalar': '{ ...F } fragment F on String { length }',
  'inline fragments within each other': `{ ${'... { '.repeat(300)}__typename${' }'.repeat(300)} }`,
  'introspection without end': `{ __schema { types ${'{ fields { type '.repeat(6)}{ name }${' } }'.repeat(6)} } }`,
  'introspection in a fragment':
    '{ __schema { types { ...T } } } fragment T on __Type { fields { type { fields { type { ...T } } } } }',
  'introspection of what is within': `{ __type(name: "Meeting") { fields { type { fields { type { fields { type { fields { name } } } } } } } } }`,
  'introspection of possible types':
    '{ __schema { types { possibleTypes { interfaces { possibleTypes { interfaces { name } } } } } } }',
  'several operations': '{ __typename } { __typename }',
  'operations of one name': 'query A { __typename } query A { __typename }',
  'a subscription to two fields': 'subscription { a: changes { action } b: changes { action } }',
  'a subscription to the schema': 'subscription { __typename }',
  'a field that is none': '{ password }',
  'a field of everything that has a prototype': '{ __proto__ constructor toString }',
  'an argument that is none': '{ meetings(limit: 5) { totalCount } }',
  'an argument twice': '{ meetings(first: 1, first: 2) { totalCount } }',
  'a field without its selection': '{ meetings }',
  'a selection of a scalar': '{ meetings { totalCount { x } } }',
  'fields that conflict': `{ ${many(30, (n) => `a: meetings(first: ${n}) { totalCount }`)} }`,
  'fields that conflict deep within': `{ ${many(10, (n) => `meetings(first: 1) { nodes { a: statements(first: ${n}) { totalCount } } }`)} }`,
  'variables that are not declared': '{ meetings(first: $n) { totalCount } }',
  'variables of unknown types': 'query ($a: Nothing) { __typename }',
  'variables of output types': 'query ($a: Meeting) { __typename }',
  'variables that double': 'query ($a: Int, $a: Int) { meetings(first: $a) { totalCount } }',
  'variables without end': `query (${many(200, (n) => `$a${n}: Int`)}) { __typename }`,
  'a type definition': 'type Query { a: Int }',
  'a schema definition': 'schema { query: Query }',
  'an extension': 'extend type Query { a: Int }',
  'lists of lists':
    '{ meetings(first: 100) { nodes { statements(first: 100) { nodes { about { __typename } positions { side { name } } } } } } }',
  'nested pages':
    '{ meetings(first: 100) { nodes { statements(first: 100) { nodes { speaker { statements(first: 100) { nodes { id } } } } } } } }',
  'every facet':
    '{ meetings(first: 0) { facets { byKind { count } byYear { count } byTopic(first: 100) { count topic { name } } byCountry(first: 100) { count } } } }',
  'a thousand ids': `{ nodes(ids: [${many(101, () => '"x"')}]) { id } }`,
  'ids of each type':
    '{ nodes(ids: ["M_", "T_AAAA", "Topic:x", "S_\\u0000", "1.5", "1152921504606846976"]) { id } }',
  'an order by everything':
    '{ meetings(orderBy: [{ field: DATE, direction: ASC }, { field: DATE, direction: ASC }]) { totalCount } }',
  'an enum that is none': '{ meetings(filter: { kind: [PARTY] }) { totalCount } }',
  'an enum as a text': '{ meetings(filter: { kind: ["SUMMIT"] }) { totalCount } }',
  'an object for a number': '{ meetings(first: { a: 1 }) { totalCount } }',
  'an object for a text': '{ meeting(id: { a: 1 }) { id } }',
  'a key of an object twice': '{ meetings(filter: { kind: [SUMMIT], kind: [SUMMIT] }) { totalCount } }',
  'keys of prototypes': '{ meetings(filter: { __proto__: { and: [] }, constructor: 1 }) { totalCount } }',
}

/** Each by POST, and those that fit into an address by GET. */
export const documents: Hostile[] = Object.entries(DOCUMENTS).flatMap(([name, query]) => {
  const path = `/graphql?${new URLSearchParams({ query: query.toWellFormed() })}`
  const asked: Hostile[] = [operation(`${name}, by POST`, { query })]
  return path.length < 7_000 ? [...asked, { name: `${name}, by GET`, path }] : asked
})
