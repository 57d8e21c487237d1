import type { SafeHtml } from '@remix-run/html-template'
import { colourKey, figure } from '../figure.ts'
import { drawMeetingsByYear, type YearCount } from '../plots/meetings-by-year.ts'
import { none } from '../section.ts'
import { capitalized, counted, inWords } from '../words.ts'
import type { ParticipantRecord } from './read.ts'

/** The most frequent kinds of meetings have a colour each. */
const COLOURS = ['var(--blue)', 'var(--ochre)', 'var(--teal)', 'var(--brick)', 'var(--violet)', 'var(--grey)']
/** What the last colour stands for where there are more kinds than colours. */
const OTHERS = 'others'

type ByKind = ParticipantRecord['byKind']

/** The plot of the meetings that were held, by year and kind. */
export function meetingsByYear({ heldCount, byKind }: ParticipantRecord): SafeHtml {
  const counts = countsByLabel(byKind)
  if (counts.length === 0) return none('No meeting that was held and has a date is on record.')
  const colours = new Map(labelsOf(byKind).map((label, index) => [label, COLOURS[index] ?? '']))
  const dated = sumOf(counts)
  return figure({
    key: colourKey([...colours].map(([label, colour]) => ({ label, colour }))),
    draw: (width) => drawMeetingsByYear(counts, { width, colours }),
    caption: `${counted(dated, 'meeting')} that ${dated === 1 ? 'was' : 'were'} held, each in the year in which it began or may have begun.${undated(heldCount - dated)}`,
    table: tableOf(byKind),
  })
}

function undated(count: number): string {
  return count === 0
    ? ''
    : ` ${counted(count, 'more meeting')} ${count === 1 ? 'has' : 'have'} no known date.`
}

function labelsOf(byKind: ByKind): string[] {
  const labels = byKind.map(({ kind }) => inWords(kind))
  return labels.length > COLOURS.length ? [...labels.slice(0, COLOURS.length - 1), OTHERS] : labels
}

/** The counts of kinds that share a colour are one bar. */
function countsByLabel(byKind: ByKind): YearCount[] {
  const labels = labelsOf(byKind)
  const counts = byKind.flatMap(({ kind, byYear }, index) => {
    const label = index < COLOURS.length - 1 ? inWords(kind) : (labels.at(-1) ?? OTHERS)
    return byYear.map(({ year, count }) => ({ year, count, kind: label }))
  })
  const bars = Map.groupBy(counts, ({ year, kind }) => `${year} ${kind}`).values()
  return [...bars].flatMap((bar) => bar.slice(0, 1).map((first) => ({ ...first, count: sumOf(bar) })))
}

function sumOf(counts: readonly { count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}

function tableOf(byKind: ByKind) {
  const years = new Set(byKind.flatMap(({ byYear }) => byYear.map(({ year }) => year)))
  const rows = [...years]
    .sort((one, other) => one - other)
    .map((year) => {
      const counts = byKind.map(({ byYear }) => byYear.find((one) => one.year === year)?.count ?? 0)
      return [String(year), ...counts, counts.reduce((sum, count) => sum + count, 0)]
    })
  return { head: ['Year', ...byKind.map(({ kind }) => capitalized(inWords(kind))), 'All'], rows }
}
