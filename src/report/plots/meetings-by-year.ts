import { barY, ruleY } from '@observablehq/plot'
import type { SafeHtml } from '@remix-run/html-template'
import { counted, figures } from '../words.ts'
import { draw } from './draw.ts'

/** How many meetings of a kind there were in a year. */
export interface YearCount {
  year: number
  kind: string
  count: number
}

/** What part of the axis a year takes that is written out, in pixels. */
const YEAR_WIDTH = 46
/** Beyond so many years there is no room between the bars. */
const MANY_YEARS = 80
const PADDING = 0.2
/** A year alone is no block, in pixels. */
const WIDEST_BAR = 40
/** Left of the bars, and right of them. */
const MARGINS = { marginLeft: 34, marginRight: 4 }

/** Bars of the meetings of each year, by kind; years without meetings are there too. */
export function drawMeetingsByYear(
  counts: readonly YearCount[],
  { width, colours }: { width: number; colours: ReadonlyMap<string, string> },
): SafeHtml {
  const [first, last] = spanOf(counts)
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const room = width - MARGINS.marginLeft - MARGINS.marginRight
  const step = stepOf(years.length, room / YEAR_WIDTH)
  const inset = Math.max(0, ((room / (years.length + PADDING)) * (1 - PADDING) - WIDEST_BAR) / 2)
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return draw({
    ariaLabel: 'Meetings by year',
    ariaDescription: `Bars, one for each year from ${first} to ${last}: ${counted(total, 'meeting')} in all.`,
    width,
    height: 200,
    ...MARGINS,
    marginBottom: 26,
    x: {
      type: 'band',
      domain: years,
      ticks: years.filter((year) => year % step === 0),
      tickFormat: String,
      tickSize: 0,
      label: null,
      padding: years.length > MANY_YEARS ? 0 : PADDING,
    },
    // No year has half a meeting.
    y: {
      label: null,
      grid: true,
      tickSize: 0,
      nice: true,
      ticks: Math.min(4, mostInAYear(counts)),
      tickFormat: figures,
    },
    color: { domain: [...colours.keys()], range: [...colours.values()] },
    marks: [
      barY(counts, {
        x: 'year',
        y: 'count',
        fill: 'kind',
        insetLeft: inset,
        insetRight: inset,
        order: [...colours.keys()],
        title: ({ year, kind, count }: YearCount) => `${year}, ${kind}: ${figures(count)}`,
      }),
      ruleY([0]),
    ],
  })
}

function spanOf(counts: readonly YearCount[]): [first: number, last: number] {
  const years = counts.map(({ year }) => year)
  return [Math.min(...years), Math.max(...years)]
}

function mostInAYear(counts: readonly YearCount[]): number {
  const years = Map.groupBy(counts, ({ year }) => year).values()
  return Math.max(...years.map((kinds) => kinds.reduce((sum, { count }) => sum + count, 0)))
}

/** Every how many years one is written out, where there is room for so many. */
function stepOf(years: number, room: number): number {
  return [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500].find((step) => years / step <= room) ?? 1000
}
