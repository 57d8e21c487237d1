// A page of a long list reads its rows and one more, wherever it lies, and not the whole list.

import { beforeAll, expect, test } from 'vitest'
import type { Database, Parameter } from '../../src/database/database.ts'
import { openDoors } from '../../src/server/doors.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { createEntries } from '../harness/create-entries.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { withoutCost } from '../harness/without-cost.ts'
import { at, listAt } from './answer.ts'

const service = onEmptyRecord()

/** How many statements each speaker makes. */
const LENGTH = 5000
const UNDATED = 'meeting-undated'
const PAGE = 5

beforeAll(async () => {
  const entries = [
    { type: 'Participant' as const, input: { slug: 'speaker', name: 'Speaker', kind: 'PERSON' } },
    { type: 'Participant' as const, input: { slug: 'other', name: 'Other', kind: 'PERSON' } },
    { type: 'Participant' as const, input: { slug: 'undated', name: 'Undated', kind: 'PERSON' } },
    { type: 'Meeting' as const, input: { slug: 'meeting', title: 'Meeting', kind: 'SUMMIT' } },
    { type: 'Meeting' as const, input: { slug: UNDATED, title: 'Undated', kind: 'SUMMIT' } },
  ]
  const created = await service.database.transaction((tx) => createEntries(tx, entries))
  const idOf = (slug: string) => created.find((entry) => entry.slug === slug)?.id ?? ''
  await speak({ slug: 'dated', speaker: idOf('speaker'), meeting: idOf('meeting'), isDated: true })
  await speak({ slug: 'undated', speaker: idOf('undated'), meeting: idOf(UNDATED), isDated: false })
  await speak({ slug: 'other', speaker: idOf('other'), meeting: null, isDated: true })
  await service.database.query('ANALYZE', [])
})

interface Speech {
  slug: string
  speaker: string
  meeting: string | null
  /** With a date and, but for one, an ordinal; two have each date. */
  isDated: boolean
}

/** Has a speaker make 5,000 statements; as many rows take their time any other way. */
async function speak({ slug, speaker, meeting, isDated }: Speech) {
  await service.database.query(
    `INSERT INTO "Statement" ("id", "outermostId", "slug", "text", "wording", "act", "evidence", "speakerId", "sideId",
       "meetingId", "date", "dateEarliest", "dateLatest", "ordinal", "updatedAt")
     SELECT id, id, $1::text || '-' || n, 'Text', 'DIRECT', CASE WHEN n % 500 = 0 THEN 'DENY' ELSE 'ASSERT' END::"StatementAct",
       'FIRST_HAND', $2::text::uuid, $2::text::uuid, $3::text::uuid, day::text, day, day,
       CASE WHEN day IS NOT NULL AND n > 0 THEN n END, now()
     FROM (
       SELECT n, gen_random_uuid() id, CASE WHEN $4::text::boolean THEN DATE '2000-01-01' + n % 2500 END AS day
       FROM generate_series(0, ${LENGTH - 1}) n
     ) numbered`,
    [slug, speaker, meeting, String(isDated)],
  )
}

/** Every statement that an operation sends, with its parameters. */
async function sentBy(query: string, variables: object) {
  const sent: { sql: string; parameters: readonly Parameter[] }[] = []
  const database: Database = {
    ...service.database,
    query(sql, parameters) {
      sent.push({ sql, parameters })
      return service.database.query(sql, parameters)
    },
  }
  const yoga = buildYoga(openDoors(database))
  const response = await yoga.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const answer: unknown = withoutCost(await response.json())
  return { answer, sent }
}

/** How many rows of Statement an operation looks at. */
async function rowsRead(query: string, variables: object): Promise<number> {
  const { answer, sent } = await sentBy(query, variables)
  expect(answer).toEqual({ data: expect.anything() })
  let rows = 0
  for (const { sql, parameters } of sent) {
    const [found] = await service.database.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, parameters)
    const [plan] = listAt(found, 'QUERY PLAN')
    rows += rowsOf(at(plan, 'Plan'))
  }
  return rows
}

/** The rows that the scans of a plan look at, those thrown away included. */
function rowsOf(plan: unknown): number {
  const below = listAt({ Plans: [], ...Object(plan) }, 'Plans').reduce<number>(
    (rows, inner) => rows + rowsOf(inner),
    0,
  )
  const isOfStatements = at(plan, 'Relation Name') === 'Statement'
  const number = (name: string) => Number(at(plan, name) ?? 0)
  const own =
    number('Actual Rows') + number('Rows Removed by Filter') + number('Rows Removed by Index Recheck')
  return below + (isOfStatements ? own * number('Actual Loops') : 0)
}

interface Parents {
  field: string
  id: string
  orderBy?: string
  /** Where two terms of the order are null at once, what comes before a cursor is found by going past what comes after. */
  isForwardOnly?: boolean
}

const dated: Parents[] = [
  { field: 'meeting', id: 'meeting' },
  { field: 'participant', id: 'speaker' },
  { field: 'participant', id: 'speaker', orderBy: '[{ field: DATE, direction: ASC }]' },
  { field: 'participant', id: 'speaker', orderBy: '[{ field: DATE, direction: DESC }]' },
]
const undated: Parents[] = [
  { field: 'meeting', id: UNDATED, isForwardOnly: true },
  { field: 'participant', id: 'undated' },
  { field: 'participant', id: 'undated', orderBy: '[{ field: DATE, direction: ASC }]' },
]

/** A few rows for each row of the page: what the page itself has, one more, and the ends of either stretch. */
const FEW = 4 * (PAGE + 1)

test.each([...dated, ...undated])(
  'a page of statements of the $field $id ($orderBy) reads few of 5,000 rows, at the start, within and at the end',
  async ({ field, id, orderBy, isForwardOnly }) => {
    const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
      ${field}(id: "${id}") {
        statements(first: $first, after: $after, last: $last, before: $before ${orderBy ? `, orderBy: ${orderBy}` : ''}) {
          edges { cursor node { slug text } }
        }
      }
    }`
    expect(await rowsRead(query, { first: PAGE })).toBeLessThanOrEqual(FEW)
    expect(await rowsRead(query, { last: PAGE })).toBeLessThanOrEqual(FEW)
    let after: unknown
    for (let page = 0; page < 25; page += 1) {
      const { answer } = await sentBy(query, { first: 100, after })
      after = at(listAt(answer, 'data', field, 'statements', 'edges').at(-1), 'cursor')
    }
    expect(await rowsRead(query, { first: PAGE, after })).toBeLessThanOrEqual(FEW)
    if (isForwardOnly) return
    expect(await rowsRead(query, { last: PAGE, before: after })).toBeLessThanOrEqual(FEW)
  },
)

test.each([
  ['the newest', ''],
  ['the oldest', ', orderBy: [{ field: DATE, direction: ASC }]'],
  ['the last entered', ', orderBy: [{ field: CREATED_AT, direction: DESC }]'],
  ['the last to be said at a meeting', ', orderBy: [{ field: ORDINAL, direction: DESC }]'],
  ['the newest of a speaker', ', filter: { speaker: ["speaker"] }'],
  ['the newest denials', ', filter: { act: [DENY] }'],
])('a page of all statements, %s, reads few of 15,000 rows', async (_name, args) => {
  const query = `query ($first: Int) { statements(first: $first ${args}) { nodes { slug } } }`
  expect(await rowsRead(query, { first: PAGE })).toBeLessThanOrEqual(FEW)
})

test('statements of an act or of a stance read those alone, in an order that neither is kept in', async () => {
  const query = `query ($first: Int) {
    statements(
      first: $first
      orderBy: [{ field: ORDINAL, direction: ASC }]
      filter: { or: [{ act: [DENY] }, { stance: [AFFIRMS] }] }
    ) { nodes { slug } }
  }`
  // All denials, once with and once without an ordinal.
  expect(await rowsRead(query, { first: PAGE })).toBeLessThanOrEqual((2 * 3 * LENGTH) / 500 + FEW)
})

test.each([
  ['who made a third of all', 'other', FEW],
  ['who does not exist', 'nobody', 0],
])(
  'statements by ordinal of a speaker %s, named by the slug, read few of 15,000 rows',
  async (_whose, slug, few) => {
    const query = `query ($first: Int) {
    statements(first: $first, filter: { speaker: ["${slug}"] }, orderBy: [{ field: ORDINAL, direction: DESC }]) { nodes { slug } }
  }`
    expect(await rowsRead(query, { first: PAGE })).toBeLessThanOrEqual(few)
  },
)

test('twenty speakers with a page each read twenty pages', async () => {
  const query = `query ($first: Int) {
    participants(first: 20) { nodes { statements(first: $first) { nodes { slug speaker { slug } } } } }
  }`
  expect(await rowsRead(query, { first: PAGE })).toBeLessThanOrEqual(3 * FEW)
})
