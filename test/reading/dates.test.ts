// What it means that a fuzzy date lies in a span of days, possibly or certainly: counted day by day.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEntries } from '../harness/create-entries.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { holds } from './property.ts'

const service = onEmptyRecord()

const monthOf = (month: string, length: number) =>
  Array.from({ length }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
const JUNE = monthOf('2017-06', 30)
const JULY = monthOf('2017-07', 31)
const AUGUST = monthOf('2017-08', 5)
const NEAR = [...JUNE, ...JULY, ...AUGUST]
/** Every day there is, as far as it matters here: those far off stand for all before and all after. */
const DAYS = ['0001-01-01', ...NEAR, '9999-12-31']

interface Dated {
  edtf: string
  days: string[]
}

const day = fc.constantFrom(...NEAR)
const span = fc.tuple(day, day).map((days) => days.toSorted())
const between = (from: string, until: string) => DAYS.filter((one) => from <= one && one <= until)

const dates: fc.Arbitrary<Dated | null> = fc.oneof<fc.Arbitrary<Dated | null>[]>(
  day.map((one) => ({ edtf: one, days: [one] })),
  day.map((one) => ({ edtf: `${one}~`, days: [one] })),
  span.map(([from = '', until = '']) => ({ edtf: `${from}/${until}`, days: between(from, until) })),
  day.map((from) => ({ edtf: `${from}/..`, days: between(from, '9999-12-31') })),
  day.map((until) => ({ edtf: `../${until}`, days: between('0001-01-01', until) })),
  fc.constant({ edtf: '2017-07', days: JULY }),
  fc.constant({ edtf: '2017-06/2017-07', days: [...JUNE, ...JULY] }),
  fc.constant({ edtf: 'XXXX', days: DAYS }),
  fc.constant(null),
)

interface DateFilter {
  from?: string
  until?: string
  match?: 'POSSIBLY' | 'CERTAINLY'
}

const filters: fc.Arbitrary<DateFilter> = fc
  .record({
    bounds: span,
    ends: fc.subarray(['from', 'until']),
    match: fc.constantFrom('POSSIBLY' as const, 'CERTAINLY' as const, undefined),
  })
  .map(({ bounds: [from = '', until = ''], ends, match }) => ({
    ...(ends.includes('from') ? { from } : {}),
    ...(ends.includes('until') ? { until } : {}),
    ...(match ? { match } : {}),
  }))

/** What has no date lies in no span; a span without ends is none. */
function liesIn(date: Dated | null, { from, until, match = 'POSSIBLY' }: DateFilter): boolean {
  if (from === undefined && until === undefined) return true
  if (date === null) return false
  const days = between(from ?? '0001-01-01', until ?? '9999-12-31')
  const isIn = (one: string) => days.includes(one)
  return match === 'POSSIBLY' ? date.days.some(isIn) : date.days.every(isIn)
}

const DATED = /* GraphQL */ `
  query Dated($date: DateFilter) {
    meetings(first: 100, filter: { date: $date }, orderBy: [{ field: TITLE, direction: ASC }]) {
      totalCount
      nodes { title }
    }
    agreements(first: 100, filter: { effective: $date }, orderBy: [{ field: TITLE, direction: ASC }]) {
      totalCount
      nodes { title }
    }
    others: meetings(first: 100, filter: { not: { date: $date } }, orderBy: [{ field: TITLE, direction: ASC }]) {
      totalCount
      nodes { title }
    }
  }
`

test('a date lies in a span when a day of it does, and certainly when all of them do', () =>
  holds(
    fc.record({
      dated: fc.array(dates, { minLength: 30, maxLength: 30 }),
      spans: fc.array(filters, { minLength: 40, maxLength: 40 }),
    }),
    {
      runs: 4,
      async test({ dated, spans }) {
        const titles = await keep(dated)
        const list = (is: (date: Dated | null) => boolean) => {
          const nodes = titles.filter((_, index) => is(dated[index] ?? null)).map((title) => ({ title }))
          return { totalCount: nodes.length, nodes }
        }
        for (const date of spans) {
          const lying = list((one) => liesIn(one, date))
          const others = list((one) => !liesIn(one, date))
          expect(await service.ask(DATED, { date }), JSON.stringify({ date, dated })).toEqual({
            data: { meetings: lying, agreements: lying, others },
          })
        }
      },
    },
  ))

/** Keeps meetings and agreements with these dates, and nothing else. */
async function keep(dated: readonly (Dated | null)[]): Promise<string[]> {
  const titles = dated.map((_, index) => String(100 + index))
  await service.database.query('TRUNCATE "Meeting", "Agreement" CASCADE', [])
  await service.database.transaction((tx) =>
    createEntries(
      tx,
      titles.flatMap((title, index) => {
        const edtf = dated[index]?.edtf ?? null
        return [
          { type: 'Meeting' as const, input: { title, kind: 'CALL', date: edtf } },
          { type: 'Agreement' as const, input: { title, kind: 'TREATY', effective: edtf } },
        ]
      }),
    ),
  )
  return titles
}
