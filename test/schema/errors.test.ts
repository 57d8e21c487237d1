// What a client asked for wrongly is refused with a code and a message that says what to change.
import { expect, test } from 'vitest'
import { beyondLimit } from '../harness/beyond-limit.ts'
import { onFoundingRecord } from '../harness/service.ts'

const service = onFoundingRecord()

/** A refusal whole: no data, one error, with what it says and where. */
function refusal(message: string, path: (string | number)[] = ['meetings']) {
  const error = {
    message,
    locations: [{ line: expect.any(Number), column: expect.any(Number) }],
    path,
    extensions: { code: 'BAD_USER_INPUT' },
  }
  return { errors: [error], data: null }
}

async function endCursorOf(connection: string): Promise<string> {
  const answer = await service.ask(`{ list: ${connection} { pageInfo { endCursor } } }`)
  const found = JSON.stringify(answer).match(/"endCursor":"([^"]+)"/)
  if (!found?.[1]) throw new Error(`${connection} has no page: ${JSON.stringify(answer)}`)
  return found[1]
}

const PAGE = /* GraphQL */ `
  query Page($first: Int, $last: Int, $after: String, $before: String, $orderBy: [MeetingOrder!]) {
    meetings(first: $first, last: $last, after: $after, before: $before, orderBy: $orderBy) { totalCount }
  }
`

test.each([
  [{ first: 1, last: 1 }, 'Query.meetings: "first" and "last" do not go together. Give one of them.'],
  [{ first: 0, last: 0 }, 'Query.meetings: "first" and "last" do not go together. Give one of them.'],
])('a page of %j is refused, since nothing can be both', async (variables, message) => {
  expect(await service.ask(PAGE, variables)).toEqual(refusal(message))
})

test.each([
  [{ first: 101 }, 'Query.meetings: "first" is 101, and a page has 0 to 100.'],
  [{ first: -1 }, 'Query.meetings: "first" is -1, and a page has 0 to 100.'],
  [{ first: 2_147_483_647 }, 'Query.meetings: "first" is 2147483647, and a page has 0 to 100.'],
  [{ last: 101 }, 'Query.meetings: "last" is 101, and a page has 0 to 100.'],
  [{ last: -2_147_483_648 }, 'Query.meetings: "last" is -2147483648, and a page has 0 to 100.'],
])('a page of %j is refused before anything is read', async (variables, message) => {
  const statements = await service.statementsOf(async () => {
    expect(await service.ask(PAGE, variables)).toEqual(beyondLimit('MAX_PAGE', message))
  })
  expect(statements).toEqual([])
})

test.each([
  { first: null },
  { last: null },
  { first: null, last: null, after: null, before: null, orderBy: null },
  { first: 0 },
  { last: 100 },
  { first: null, last: 3 },
  { orderBy: [] },
])('a page of %j is served: null and the empty list ask for nothing', async (variables) => {
  expect(await service.ask(PAGE, variables)).toEqual({ data: { meetings: { totalCount: 4 } } })
})

test('a size that is no number at all is refused before anything is read', async () => {
  const statements = await service.statementsOf(async () => {
    expect(await service.ask('{ meetings(first: 1.5) { totalCount } }')).toEqual({
      errors: [
        {
          message: 'Int cannot represent non-integer value: 1.5',
          locations: [{ line: 1, column: 19 }],
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ],
    })
    expect(await service.ask(PAGE, { first: 3_000_000_000 })).toEqual({
      errors: [
        {
          message:
            'Variable "$first" got invalid value 3000000000; Int cannot represent non 32-bit signed integer value: 3000000000',
          locations: [{ line: 2, column: 14 }],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    })
  })
  expect(statements).toEqual([])
})

const inBase64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const NO_CURSOR = 'is not a cursor. Pass the endCursor or the startCursor of a page.'
const ANOTHER =
  'is a cursor of another list or another order. Start over without it, and ask for every page alike.'

test.each(['', 'garbage', '\0', '😀'.repeat(200), '\ud800', inBase64({}), inBase64('x'), inBase64([])])(
  'the cursor %j is refused, in either direction',
  async (cursor) => {
    expect(await service.ask(PAGE, { after: cursor })).toEqual(
      refusal(`Query.meetings: "after" ${NO_CURSOR}`),
    )
    expect(await service.ask(PAGE, { last: 2, before: cursor })).toEqual(
      refusal(`Query.meetings: "before" ${NO_CURSOR}`),
    )
  },
)

test.each([
  ['participants', 'another list'],
  ['meetings(orderBy: [{ field: TITLE, direction: ASC }])', 'another order'],
  ['meetings(orderBy: [{ field: DATE, direction: ASC }])', 'the order the other way round'],
])('a cursor of %s is refused: it is of %s', async (connection) => {
  const after = await endCursorOf(connection)
  expect(await service.ask(PAGE, { after })).toEqual(refusal(`Query.meetings: "after" ${ANOTHER}`))
})

test('a cursor of a list at the root is refused in a nested list of the same type', async () => {
  const after = await endCursorOf('statements(first: 1)')
  const query = `query ($after: String) {
    meetings { nodes { statementsAbout(after: $after) { nodes { slug } } } }
  }`
  expect(await service.ask(query, { after })).toEqual(refusal(`Meeting.statementsAbout: "after" ${ANOTHER}`))
})

const partsOf = (cursor: string): unknown[] => JSON.parse(Buffer.from(cursor, 'base64url').toString())

test('a cursor with values that the order does not have is refused', async () => {
  const [signature, , , slug] = partsOf(await endCursorOf('meetings(first: 1)'))
  const made = [
    ['2017-02-30', '2017-07-07', slug],
    [20170707, '2017-07-07', slug],
    ['2017-07-07', '2017-07-07', '\0'],
    ['2017-07-07', '2017-07-07', '\ud800'],
    ['2017-07-07', '2017-07-07', null],
    ['2017-07-07', '2017-07-07', { slug }],
    [slug],
    [],
  ]
  for (const values of made) {
    expect(await service.ask(PAGE, { after: inBase64([signature, ...values]) })).toEqual(
      refusal(`Query.meetings: "after" ${NO_CURSOR}`),
    )
  }
  expect(await service.ask(PAGE, { after: inBase64(['another', '2017-07-07', '2017-07-07', slug]) })).toEqual(
    refusal(`Query.meetings: "after" ${ANOTHER}`),
  )
})

test('pages that are wrong in a nested list are refused with the name of that list', async () => {
  const query = '{ meeting(id: "trump-putin-hamburg-2017") { participants(first: 101) { totalCount } } }'
  expect(await service.ask(query)).toEqual(
    beyondLimit('MAX_PAGE', 'Meeting.participants: "first" is 101, and a page has 0 to 100.'),
  )
})

test('an order that names a field twice is refused', async () => {
  const orderBy = [
    { field: 'DATE', direction: 'ASC' },
    { field: 'TITLE', direction: 'ASC' },
    { field: 'DATE', direction: 'DESC' },
  ]
  expect(await service.ask(PAGE, { orderBy })).toEqual(
    refusal('"orderBy" names a field twice. Name each once.'),
  )
})

const DATES = /* GraphQL */ `
  query Dates($date: DateFilter) { meetings(filter: { date: $date }) { totalCount } }
`
const noDay = (name: string, value: string) =>
  `"${name}" is ${JSON.stringify(value)}, which is not a day. Write an ISO date, such as "2017-07-07".`

test.each([
  '2017-02-30',
  '2017-07',
  '7 July 2017',
  '',
  '0000-01-01',
  '+12017-01-01',
  '2017-07-07T00:00',
  '\0',
])('a filter from or until %j is refused', async (day) => {
  expect(await service.ask(DATES, { date: { from: day } })).toEqual(refusal(noDay('from', day)))
  expect(await service.ask(DATES, { date: { from: '2017-01-01', until: day } })).toEqual(
    refusal(noDay('until', day)),
  )
})

test('a span that ends before it begins is refused', async () => {
  const date = { from: '2017-07-08', until: '2017-07-07' }
  expect(await service.ask(DATES, { date })).toEqual(
    refusal('"from" (2017-07-08) lies after "until" (2017-07-07): no day is in that span. Exchange them.'),
  )
})

test.each([
  'agreements(filter: { status: { any: [IN_FORCE], on: $day } }) { totalCount }',
  'agreements(filter: { status: { any: [], on: $day } }) { totalCount }',
  'agreements { nodes { parties(filter: { on: $day }) { totalCount } } }',
])('a day that is none is refused: %s', async (list) => {
  for (const day of ['', '2017-02-29']) {
    expect(await service.ask(`query ($day: Date) { ${list} }`, { day })).toEqual(
      refusal(noDay('on', day), ['agreements']),
    )
  }
})

test.each(['status(on: $day)', 'statusEvent(on: $day) { kind }'])(
  'a day that is none is refused, where null would be an answer: %s',
  async (field) => {
    const query = `query ($day: Date) { agreement(id: "syria-southwest-ceasefire-2017") { answer: ${field} } }`
    for (const day of ['', '2017-02-29']) {
      expect(await service.ask(query, { day })).toEqual({
        ...refusal(noDay('on', day), ['agreement', 'answer']),
        data: { agreement: { answer: null } },
      })
    }
  },
)

test('a day that is none is refused for the offices held on it', async () => {
  const query = 'query ($day: Date) { participant(id: "rex-tillerson") { offices(on: $day) { title } } }'
  for (const day of ['', '2017-02-29']) {
    expect(await service.ask(query, { day })).toEqual({
      ...refusal(noDay('on', day), ['participant', 'offices']),
      data: { participant: null },
    })
  }
})

test('a locale that is no language tag is refused', async () => {
  const query = 'query ($locale: LanguageTag) { meetings { nodes { date { text(locale: $locale) } } } }'
  for (const locale of ['', 'en_US', 'x'.repeat(500), '\0']) {
    const { errors } = Object(await service.ask(query, { locale }))
    expect(errors[0]).toEqual({
      message: `FuzzyDate.text: ${JSON.stringify(locale.slice(0, 40))} is not a language tag. Write BCP 47, such as "en" or "pt-BR".`,
      locations: [{ line: 1, column: 58 }],
      path: ['meetings', 'nodes', 0, 'date', 'text'],
      extensions: { code: 'BAD_USER_INPUT' },
    })
  }
})

test('a filter by an address that is none is refused', async () => {
  const query = 'query ($url: URL) { sources(filter: { url: $url }) { totalCount } }'
  for (const url of ['', 'example.org', 'javascript:alert(1)', 'https://example.org/\0']) {
    expect(await service.ask(query, { url })).toEqual(
      refusal(
        `"url" is ${JSON.stringify(url)}, which is not an address. Write an absolute one, such as "https://www.un.org/".`,
        ['sources'],
      ),
    )
  }
})

test.each(['', ' ', '—', '\0'])('a filter by the words of %j is refused: there are none', async (text) => {
  const query = `query ($text: String) { meetings(filter: { place: $text }) { totalCount } }`
  expect(await service.ask(query, { text })).toEqual(
    refusal('"place" holds no word. Write one, or leave it out.'),
  )
})

test('a filter by more words than anybody types is refused', async () => {
  const query = `query ($text: String) { participants(filter: { office: $text }) { totalCount } }`
  expect(await service.ask(query, { text: 'a '.repeat(101) })).toEqual(
    beyondLimit('MAX_SEARCH', '"office" has 202 characters, and it may have 200.'),
  )
})

test('more ids than a page has are refused', async () => {
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
  expect(await service.ask(query, { ids: Array.from({ length: 101 }, () => 'x') })).toEqual(
    beyondLimit('MAX_LIST', '"ids" has 101 values, and it may have 100.'),
  )
})
