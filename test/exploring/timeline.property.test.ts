// The timeline against a model that looks at every entry by itself: filters, pages of any size, a growing record.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEmptyRecord, type TestService } from '../harness/service.ts'
import { meetingEntry, readingRecords, SLUGS, statementEntry } from '../model/reading-arbitraries.ts'
import { DAYS } from '../model/reading-dates.ts'
import type { ReadingRecord } from '../model/reading-record.ts'
import { at, listAt, textAt } from '../reading/answer.ts'
import { add, load } from '../reading/load.ts'
import { holds } from '../reading/property.ts'
import {
  compareRows,
  TIMELINE_TYPES,
  type TimelineInput,
  type TimelineRow,
  timeline,
} from './model-timeline.ts'

const service = onEmptyRecord()

const PAGE = /* GraphQL */ `
  query Page($first: Int, $after: String, $last: Int, $before: String, $filter: TimelineFilter) {
    timeline(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { __typename ... on Meeting { slug } ... on Statement { slug } ... on AgreementEvent { note } }
      edges {
        cursor
        date { edtf earliest latest }
        node { __typename ... on Meeting { slug } ... on Statement { slug } ... on AgreementEvent { note } }
      }
    }
  }
`

interface Page {
  first?: number
  after?: string | undefined
  last?: number
  before?: string | undefined
}

async function askPage(filter: TimelineInput, page: Page) {
  const answer = await service.ask(PAGE, { filter, ...page })
  const cursors = listAt(answer, 'data', 'timeline', 'edges').map((edge) => textAt(edge, 'cursor'))
  return { answer, cursors, nodes: listAt(answer, 'data', 'timeline', 'nodes') }
}

interface Ends {
  hasNextPage: boolean
  hasPreviousPage: boolean
  cursors: readonly string[]
}

function expectedPage(rows: readonly TimelineRow[], { cursors, ...ends }: Ends) {
  return {
    data: {
      timeline: {
        pageInfo: { ...ends, startCursor: cursors[0] ?? null, endCursor: cursors.at(-1) ?? null },
        nodes: rows.map(({ node }) => node),
        edges: rows.map(({ node, date }, place) => ({ cursor: cursors[place], date, node })),
      },
    },
  }
}

const ids = (slugs: readonly string[]) =>
  fc.subarray([...slugs], { maxLength: 3 }).chain((all) =>
    fc.constantFrom('any', 'all', 'none').map((match) => ({
      [match]: match === 'all' ? all.slice(0, 1) : all,
    })),
  )
const day = fc.constantFrom(...DAYS)
const date = fc.oneof(
  fc
    .tuple(day, day, fc.constantFrom('POSSIBLY' as const, 'CERTAINLY' as const))
    .map(([one, other, match]) => {
      const [from, until] = [one, other].toSorted()
      return { from, until, match }
    }),
  fc.record({ from: day }),
  fc.record({ until: day, match: fc.constantFrom('POSSIBLY' as const, 'CERTAINLY' as const) }),
)
const filters: fc.Arbitrary<TimelineInput> = fc.record(
  {
    date,
    participants: ids(SLUGS.Participant),
    topics: ids(SLUGS.Topic),
    types: fc.subarray([...TIMELINE_TYPES]),
  },
  { requiredKeys: [] },
)

async function idsOfTurns({ database }: TestService): Promise<Map<string, string>> {
  const rows = await database.query<{ note: string; id: string }>('SELECT note, id FROM "AgreementEvent"', [])
  return new Map(rows.map(({ note, id }) => [note, id]))
}

test('a page holds what the model says, for any filter', () =>
  holds(fc.record({ record: readingRecords, filters: fc.array(filters, { minLength: 30, maxLength: 30 }) }), {
    runs: 3,
    async test({ record, filters: asked }) {
      await load(service, record)
      const turnIds = await idsOfTurns(service)
      for (const filter of asked) {
        const whole = timeline(record, filter, turnIds)
        const { answer, cursors } = await askPage(filter, { first: 100 })
        expect(answer, JSON.stringify(filter)).toEqual(
          expectedPage(whole.slice(0, 100), { hasNextPage: false, hasPreviousPage: false, cursors }),
        )
      }
    },
  }))

test('pages of any size, forward and backward, join up to the whole', () =>
  holds(fc.record({ record: readingRecords, filter: filters, size: fc.integer({ min: 1, max: 25 }) }), {
    runs: 6,
    async test({ record, filter, size }) {
      await load(service, record)
      const whole = timeline(record, filter, await idsOfTurns(service))

      let after: string | undefined
      for (let place = 0; place === 0 || place < whole.length; place += size) {
        const { answer, cursors } = await askPage(filter, { first: size, after })
        const ends = { hasNextPage: place + size < whole.length, hasPreviousPage: place > 0, cursors }
        expect(answer).toEqual(expectedPage(whole.slice(place, place + size), ends))
        after = cursors.at(-1)
      }
      let before: string | undefined
      for (let end = whole.length; end === whole.length || end > 0; end -= size) {
        const start = Math.max(0, end - size)
        const { answer, cursors } = await askPage(filter, { last: size, before })
        const ends = { hasNextPage: end < whole.length, hasPreviousPage: start > 0, cursors }
        expect(answer).toEqual(expectedPage(whole.slice(start, end), ends))
        before = cursors[0]
      }
    },
  }))

test('between two cursors lies what stands between them, from either end', () =>
  holds(fc.record({ record: readingRecords, places: fc.array(fc.nat(), { minLength: 12, maxLength: 12 }) }), {
    runs: 2,
    async test({ record, places }) {
      await load(service, record)
      const whole = timeline(record, {}, await idsOfTurns(service))
      const { cursors } = await askPage({}, { first: 100 })
      for (const [index, one] of places.entries()) {
        const ends = [one, places[index - 1] ?? 0].map((place) => place % cursors.length)
        const [start = 0, end = 0] = ends.toSorted((a, b) => a - b)
        const bounds = { after: cursors[start], before: cursors[end] }
        const between = whole.slice(start + 1, Math.max(start + 1, end))
        for (const isBackward of [false, true]) {
          const size = (one % 7) + 1
          const page = await askPage({}, { ...bounds, ...(isBackward ? { last: size } : { first: size }) })
          const goesOn = between.length > size
          expect(page.answer).toEqual(
            expectedPage(isBackward ? between.slice(-size) : between.slice(0, size), {
              hasNextPage: isBackward || goesOn,
              hasPreviousPage: !isBackward || goesOn,
              cursors: page.cursors,
            }),
          )
        }
      }
    },
  }))

/** Meetings and statements that come later, three between one page and the next. */
const later = fc.tuple(
  ...Array.from({ length: 12 }, (_, index) =>
    fc.record({
      meeting: meetingEntry(`m-later-${(index * 7) % 100}`, index),
      statement: statementEntry(`s-later-${(index * 7) % 100}`, 0),
    }),
  ),
)

test('pages skip nothing and repeat nothing while rows are added', () =>
  holds(fc.record({ record: readingRecords, later, isBackward: fc.boolean() }), {
    runs: 3,
    async test({ record, later: coming, isBackward }) {
      await load(service, record)
      const turnIds = await idsOfTurns(service)
      let grown = record
      const nodesNow = () => timeline(grown, {}, turnIds)
      const due = new Set(nodesNow().map(({ node }) => JSON.stringify(node)))
      const read: unknown[] = []
      let cursor: string | undefined
      for (let goesOn = true, pause = 0; goesOn; pause += 1) {
        const page = isBackward ? { last: 13, before: cursor } : { first: 13, after: cursor }
        const { answer, nodes, cursors } = await askPage({}, page)
        read.push(...(isBackward ? nodes.toReversed() : nodes))
        cursor = isBackward ? cursors[0] : cursors.at(-1)
        const more = at(
          answer,
          'data',
          'timeline',
          'pageInfo',
          isBackward ? 'hasPreviousPage' : 'hasNextPage',
        )
        goesOn = more === true
        const last = nodesNow().find(({ node }) => JSON.stringify(node) === JSON.stringify(read.at(-1)))
        const come = coming.slice(pause * 3, pause * 3 + 3)
        if (!goesOn || come.length === 0 || !last) continue
        const known = new Set(nodesNow().map(({ node }) => JSON.stringify(node)))
        const growth = growthOf(come)
        await add(service, growth)
        grown = {
          ...grown,
          Meeting: [...grown.Meeting, ...growth.Meeting],
          Statement: [...grown.Statement, ...growth.Statement],
        }
        for (const row of nodesNow()) {
          const name = JSON.stringify(row.node)
          const isBeyond = isBackward ? compareRows(row, last) < 0 : compareRows(row, last) > 0
          if (!known.has(name) && isBeyond) due.add(name)
        }
      }
      const expected = nodesNow()
        .map(({ node }) => node)
        .filter((node) => due.has(JSON.stringify(node)))
      expect(read).toEqual(isBackward ? expected.toReversed() : expected)
    },
  }))

function growthOf(
  come: readonly {
    meeting: ReadingRecord['Meeting'][number]
    statement: ReadingRecord['Statement'][number]
  }[],
): ReadingRecord {
  return {
    Topic: [],
    Participant: [],
    Source: [],
    Issue: [],
    Agreement: [],
    Meeting: come.map(({ meeting }) => meeting),
    Statement: come.map(({ statement }) => statement),
    instants: new Map(),
  }
}
