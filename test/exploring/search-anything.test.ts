// Nothing that is typed is an error, in a search and in the filters; only too much of it is refused.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beyondLimit } from '../harness/beyond-limit.ts'
import { onFoundingRecord } from '../harness/service.ts'
import { holds } from '../reading/property.ts'

const service = onFoundingRecord()

const ANYTHING = /* GraphQL */ `
  query Anything($text: String!) {
    search(text: $text, first: 3) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { slug }
      edges { rank cursor snippet { text hit } node { slug } }
    }
    statements(filter: { search: $text }, first: 3) { totalCount nodes { slug } }
    others: statements(filter: { not: { search: $text } }, first: 3) { totalCount nodes { slug } }
  }
`

const word = fc.constantFrom('putin', 'cease-fire', 'Syria', 'the', 'or', 'said', 'Président', 'a')
const sign = fc.constantFrom(
  ...['"', '-', "'", '\\', '&', '|', '!', '(', ')', ':', '*', '<->', ':*', ':A', '<2>', '$1', '%', '_', ';'],
  ...['\0', '\u0001\u0002\u0003\u0004', '\ud83d', '\udc00', '😀', '\u0301', '\u00ad', '\u200b', '\ufeff'],
  ...['\n', '\t', '\u00a0', '—', '“', '…', '½', '²', 'ﷺ', '㌖', 'ẞ', 'İ', '한국', '北京', '\ufb03', '\u2028'],
)
const typed = fc.oneof(
  fc.array(fc.oneof(word, sign, fc.constant(' ')), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
  fc.array(sign, { maxLength: 30 }).map((pieces) => pieces.join('')),
)
const short = typed.map((text) => text.slice(0, 200))

const count = expect.any(Number)
const answered = {
  data: {
    search: {
      totalCount: count,
      pageInfo: {
        hasNextPage: expect.any(Boolean),
        hasPreviousPage: false,
        startCursor: expect.toSatisfy(isCursor),
        endCursor: expect.toSatisfy(isCursor),
      },
      nodes: expect.any(Array),
      edges: expect.any(Array),
    },
    statements: { totalCount: count, nodes: expect.any(Array) },
    others: { totalCount: count, nodes: expect.any(Array) },
  },
}

function isCursor(value: unknown) {
  return value === null || typeof value === 'string'
}

test('whatever is typed is answered', () =>
  holds(short, {
    runs: 150,
    async test(text) {
      expect(await service.ask(ANYTHING, { text }), JSON.stringify(text)).toEqual(answered)
    },
  }))

test.each([
  ['one letter', 'a'.repeat(200)],
  ['letters of four bytes', '𠀀'.repeat(100)],
  ['letters that are five in one', '㌖'.repeat(200)],
  ['letters that are eighteen in one', 'ﷺ'.repeat(200)],
  ['words in a row', 'peace war '.repeat(20)],
  ['long words in a row', 'internationalization '.repeat(9)],
  ['long words with hyphens', 'internationalization-'.repeat(9)],
  ['quotes', '"'.repeat(200)],
  ['minus signs', '-'.repeat(200)],
  ['brackets', '('.repeat(200)],
  ['backslashes', '\\'.repeat(200)],
  ['or', 'or '.repeat(66)],
  ['emoji', '👩‍👩‍👧‍👦'.repeat(18)],
  ['NUL', '\0'.repeat(200)],
  ['accents alone', '\u0301'.repeat(200)],
])('200 characters of %s are answered', async (_name, text) => {
  expect(await service.ask(ANYTHING, { text })).toEqual(answered)
})

test('more than 200 characters are refused, and the message says so', async () => {
  expect(
    await service.ask('query Long($text: String!) { search(text: $text) { totalCount } }', {
      text: 'a'.repeat(201),
    }),
  ).toEqual(beyondLimit('MAX_SEARCH', '"text" has 201 characters, and it may have 200.'))
})

test.each(['meetings', 'participants', 'statements', 'agreements', 'issues', 'topics', 'sources'])(
  'and in the filter of %s',
  async (list) => {
    expect(
      await service.ask(`query Long($text: String!) { ${list}(filter: { search: $text }) { totalCount } }`, {
        text: 'a'.repeat(201),
      }),
    ).toEqual(beyondLimit('MAX_SEARCH', '"search" has 201 characters, and it may have 200.'))
  },
)

test('half of a character is found nowhere, and does no harm', async () => {
  expect(
    await service.ask('query Half($text: String!) { search(text: $text) { totalCount nodes { slug } } }', {
      text: '\ud83d',
    }),
  ).toEqual({ data: { search: { totalCount: 0, nodes: [] } } })
})
