// Pages against the model's whole sorted list: every kind of list, every order, both ways.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'
import { readingRecords } from '../model/reading-arbitraries.ts'
import { asked } from './asked.ts'
import { LIST_KINDS } from './list-kinds.ts'
import { type LoadedRecord, load } from './load.ts'
import { type Asked, askPage, expectedPage, type PageArguments, wholeList } from './pages.ts'
import { holds, seed } from './property.ts'

const service = onEmptyRecord()

const records = fc.sample(readingRecords, { seed, numRuns: 2 })

describe.each(records.map((record, index) => ({ name: `random record ${index + 1}`, record })))(
  'in $name',
  ({ record }) => {
    let loaded: LoadedRecord
    beforeAll(async () => {
      loaded = await load(service, record)
    })

    test.each(LIST_KINDS)('the pages of $field, joined up, are the whole list', async (kind) => {
      const sizes = fc.record({ list: asked(kind, loaded), size: fc.integer({ min: 1, max: 9 }) })
      const ways = fc.record({ isBackward: fc.boolean(), asked: sizes })
      await holds(ways, {
        runs: kind.ordered ? 12 : 4,
        test: ({ isBackward, asked: { list, size } }) => walk(list, { isBackward, size }),
      })
    })

    test.each(LIST_KINDS)('what lies between two cursors of $field is a list by itself', async (kind) => {
      const between = fc.record({
        list: asked(kind, loaded),
        ends: fc.tuple(fc.nat(), fc.nat()),
        size: fc.integer({ min: 0, max: 12 }),
        isBackward: fc.boolean(),
      })
      await holds(between, { runs: 8, test: askBetween })
    })
  },
)

/** Asks for page after page, and holds each against the model's. */
async function walk(list: Asked, { isBackward, size }: { isBackward: boolean; size: number }) {
  const whole = wholeList(list)
  let cursor: string | undefined
  for (let read = 0; read < whole.length || read === 0; read += size) {
    const page: PageArguments = isBackward
      ? { last: size, ...(cursor === undefined ? {} : { before: cursor }) }
      : { first: size, ...(cursor === undefined ? {} : { after: cursor }) }
    const { answer, cursors } = await askPage(service, list, page)
    const left = whole.length - read
    const rows = isBackward ? whole.slice(Math.max(0, left - size), left) : whole.slice(read, read + size)
    const [onward, back] = [left > size, cursor !== undefined]
    expect(answer, describeList(list)).toEqual(
      expectedPage(rows, {
        totalCount: whole.length,
        hasNextPage: isBackward ? back : onward,
        hasPreviousPage: isBackward ? onward : back,
        cursors,
      }),
    )
    cursor = isBackward ? cursors[0] : cursors.at(-1)
  }
}

interface Between {
  list: Asked
  ends: [number, number]
  size: number
  isBackward: boolean
}

/** `after` and `before` together cut a stretch out of the list, also none where they are the wrong way round. */
async function askBetween({ list, ends, size, isBackward }: Between) {
  const whole = wholeList(list)
  if (whole.length === 0) return
  const { cursors: all } = await askPage(service, list, { first: 100 })
  const [start, end] = ends.map((number) => number % whole.length)
  if (start === undefined || end === undefined) return
  const [after, before] = [all[start], all[end]]
  if (after === undefined || before === undefined) throw new Error('a page has a cursor for each row')
  const stretch = whole.slice(start + 1, Math.max(end, start + 1))
  const { answer, cursors } = await askPage(service, list, {
    ...(isBackward ? { last: size } : { first: size }),
    after,
    before,
  })
  const rows = isBackward ? stretch.slice(Math.max(0, stretch.length - size)) : stretch.slice(0, size)
  const goesOn = stretch.length > size
  expect(answer, describeList(list)).toEqual(
    expectedPage(rows, {
      totalCount: whole.length,
      hasNextPage: isBackward || goesOn,
      hasPreviousPage: !isBackward || goesOn,
      cursors,
    }),
  )
}

function describeList({ kind, parent, orderBy, sent }: Asked): string {
  return JSON.stringify({ field: kind.field, parent, orderBy, filter: sent })
}
