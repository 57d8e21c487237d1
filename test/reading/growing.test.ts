// Pages while the record grows: rows with keys before and after the cursor are added between one page and the next.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'
import { meetingEntry, readingRecords, statementEntry } from '../model/reading-arbitraries.ts'
import { compareBy, ended } from '../model/reading-order.ts'
import type { ReadingRecord } from '../model/reading-record.ts'
import { listAt } from './answer.ts'
import { asked } from './asked.ts'
import { LIST_KINDS, type ListKind } from './list-kinds.ts'
import { add, load } from './load.ts'
import { askPage, wholeList } from './pages.ts'
import { holds } from './property.ts'

const service = onEmptyRecord()

const GROWING = ['Query.meetings', 'Query.statements', 'Meeting.statements', 'Participant.meetings']
const kinds = LIST_KINDS.filter(({ field }) => GROWING.includes(field))

/** How many meetings and statements come between one page and the next. */
const COMING = 3
const PAUSES = 4

/** Entries that come later: half of them before the cursor, as chance has it, and half after. */
const coming = fc.tuple(
  ...Array.from({ length: COMING * PAUSES }, (_, index) =>
    fc.record({
      meeting: meetingEntry(`m-later-${(index * 7) % 100}`, index),
      statement: statementEntry(`s-later-${(index * 7) % 100}`, 0),
    }),
  ),
)

test.each(kinds)('pages of $field skip nothing and repeat nothing while rows are added', (kind) =>
  holds(fc.record({ record: readingRecords, later: coming, choice: fc.nat(), isBackward: fc.boolean() }), {
    runs: 3,
    test: (example) => readWhileGrowing(kind, example),
  }),
)

interface Example {
  record: ReadingRecord
  later: { meeting: ReadingRecord['Meeting'][number]; statement: ReadingRecord['Statement'][number] }[]
  choice: number
  isBackward: boolean
}

async function readWhileGrowing(kind: ListKind, { record, later, choice, isBackward }: Example) {
  const loaded = await load(service, record)
  const [list] = fc.sample(asked(kind, loaded), { seed: choice, numRuns: 1 })
  if (!list) throw new Error('a list is asked for')
  list.filters = { Meeting: {}, Participant: {}, Statement: {}, Agreement: {} }
  list.sent = {}
  const order = list.orderBy.length > 0 ? ended(list.orderBy) : kind.order
  const compare = compareBy(order)
  const [parent = ''] = list.parent.split(' ')

  const size = Math.max(1, Math.ceil(wholeList(list).length / (PAUSES + 1)))
  const read: unknown[] = []
  /** What has to be read in the end: all that was there, and what came beyond the cursor. */
  const due = new Set(wholeList(list).map(({ node }) => JSON.stringify(node)))
  let cursor: string | undefined
  let pause = 0
  for (let goesOn = true; goesOn; pause += 1) {
    const page = isBackward
      ? { last: size, ...(cursor === undefined ? {} : { before: cursor }) }
      : { first: size, ...(cursor === undefined ? {} : { after: cursor }) }
    const { answer, cursors } = await askPage(service, list, page)
    const nodes = listAt(answer, 'nodes')
    read.push(...(isBackward ? nodes.toReversed() : nodes))
    cursor = isBackward ? cursors[0] : cursors.at(-1)
    goesOn = nodes.length === size
    const last = wholeList(list).find(({ node }) => JSON.stringify(node) === JSON.stringify(read.at(-1)))
    if (!goesOn || pause >= PAUSES || !last) continue

    const come = later.slice(pause * COMING, (pause + 1) * COMING)
    const more = growth(list.record, come, { kind, parent })
    const before = new Set(wholeList(list).map(({ node }) => JSON.stringify(node)))
    await add(service, more)
    list.record = joined(list.record, more)
    for (const row of wholeList(list)) {
      const name = JSON.stringify(row.node)
      const isBeyond = isBackward ? compare(row.keys, last.keys) < 0 : compare(row.keys, last.keys) > 0
      if (!before.has(name) && isBeyond) due.add(name)
    }
  }

  const whole = wholeList(list).map(({ node }) => node)
  const expected = whole.filter((node) => due.has(JSON.stringify(node)))
  expect(read, JSON.stringify(list.orderBy)).toEqual(isBackward ? expected.toReversed() : expected)
}

/** New meetings and statements that belong in the list. */
function growth(
  record: ReadingRecord,
  come: Example['later'],
  { kind, parent }: { kind: ListKind; parent: string },
): ReadingRecord {
  const attending = { participant: parent, roles: ['HOST'], capacity: null, onBehalfOf: null }
  return {
    Topic: [],
    Participant: [],
    Source: [],
    Issue: [],
    Agreement: [],
    Meeting: come.map(({ meeting }) => ({
      ...meeting,
      participants: kind.field === 'Participant.meetings' ? [attending] : [],
    })),
    Statement: come.map(({ statement }) => ({
      ...statement,
      meeting: kind.field === 'Meeting.statements' ? parent : statement.meeting,
    })),
    instants: new Map(
      come.flatMap(({ meeting, statement }, index) => {
        const instants = [...record.instants.values()][index] ?? { createdAt: '', updatedAt: '' }
        return [
          [`Meeting:${meeting.slug}`, instants],
          [`Statement:${statement.slug}`, instants],
        ]
      }),
    ),
  }
}

function joined(record: ReadingRecord, more: ReadingRecord): ReadingRecord {
  return {
    ...record,
    Meeting: [...record.Meeting, ...more.Meeting],
    Statement: [...record.Statement, ...more.Statement],
    instants: new Map([...record.instants, ...more.instants]),
  }
}
