import type { Day } from '../../domain/day.ts'
import { slugFrom } from '../../domain/slug.ts'
import { withArticle } from '../../domain/states.ts'
import { edtfOf } from './edtf-days.ts'
import { type HistorianState, historianState, UNITED_STATES } from './historian-states.ts'
import { mostOften } from './most-often.ts'
import { townsOf } from './places.ts'
import type { Row } from './row.ts'
import { locatorOf } from './sources.ts'
import { summitsIn } from './summit-names.ts'
import { type SummitSeries, seriesOf } from './summit-series.ts'
import { yearsBetween } from './time.ts'

/** A row that names a summit as attended. */
export interface Attendance {
  row: string
  series: SummitSeries
  days: { start: Day; end: Day }
  state: HistorianState
  /** The town, where the row leaves no doubt which. */
  town: string | null
}

/** A summit, with all the rows that name it. */
export interface Summit {
  slug: string
  title: string
  series: SummitSeries
  date: string
  town: string | null
  state: HistorianState
  /** By their locators. */
  rows: string[]
}

/** How far two rows that name the same summit can lie apart: a week. */
const MOST_YEARS_APART = 7 / 365

/** The summits that a row names as attended, the first of them first. */
export function attendancesOf(row: Row, days: NonNullable<Row['days']>): Attendance[] {
  const state = row.kind === 'visit' ? UNITED_STATES : historianState(row.country)
  if (state === null) return []
  const [town, ...others] = row.kind === 'trip' ? townsOf(row) : []
  const only = others.length === 0 ? (town ?? null) : null
  const year = Number(days.start.slice(0, 4))
  const named = summitsIn(row.remarks).flatMap(({ name, place }) => {
    const series = seriesOf(name, year)
    return series === null ? [] : [{ row: locatorOf(row), series, days, state, town: place ?? only }]
  })
  return [...new Map(named.map((attendance) => [attendance.series.slug, attendance])).values()]
}

/** The summits that rows name: those of a series in a state at one time are the same. */
export function summitsOf(attendances: readonly Attendance[]): Summit[] {
  const groups = Map.groupBy(attendances, ({ series, state }) => `${series.slug} ${state.slug}`)
  const summits = [...groups.values()].flatMap((group) => byTime(group).map(summitOf))
  const bySlug = Map.groupBy(summits, ({ slug }) => slug)
  // Twice in a year in one place: the month tells them apart.
  return summits.map((summit) =>
    (bySlug.get(summit.slug)?.length ?? 0) > 1
      ? { ...summit, slug: `${summit.slug}-${summit.date.slice(5, 7)}` }
      : summit,
  )
}

function byTime(attendances: readonly Attendance[]): Attendance[][] {
  const parts: Attendance[][] = []
  let end: Day = ''
  for (const attendance of attendances.toSorted((one, other) =>
    one.days.start < other.days.start ? -1 : 1,
  )) {
    const part = parts.at(-1)
    if (part === undefined || yearsBetween(end, attendance.days.start) > MOST_YEARS_APART)
      parts.push([attendance])
    else part.push(attendance)
    if (attendance.days.end > end) end = attendance.days.end
  }
  return parts
}

function summitOf(attendances: Attendance[]): Summit {
  const [first] = attendances
  if (first === undefined) throw new RangeError('A summit is named by a row at least')
  const { series, state } = first
  const town = mostOften(attendances.flatMap((attendance) => attendance.town ?? []))
  const date = edtfOf(daysOf(attendances))
  const place = town?.replace(/ *\(.*\)/, '') ?? null
  return {
    slug: slugFrom(`${series.slug} ${place ?? state.slug} ${date.slice(0, 4)}`),
    title: `${series.title} in ${place ?? withArticle(state.name)}`,
    series,
    date,
    town,
    state,
    rows: attendances.map(({ row }) => row).sort(),
  }
}

/** The days on which all were there who came to it; where there are none, those on which anybody was. */
function daysOf(attendances: readonly Attendance[]): { start: Day; end: Day } {
  const starts = attendances.map(({ days }) => days.start).sort()
  const ends = attendances.map(({ days }) => days.end).sort()
  const common = { start: starts.at(-1) ?? '', end: ends[0] ?? '' }
  return common.start <= common.end ? common : { start: starts[0] ?? '', end: ends.at(-1) ?? '' }
}
