import { html, type SafeHtml } from '@remix-run/html-template'
import { figure } from '../figure.ts'
import { drawWhomTheyMet } from '../plots/whom-they-met.ts'
import { none } from '../section.ts'
import { figures } from '../words.ts'
import type { ParticipantRecord } from './read.ts'

type Counterparts = ParticipantRecord['participant']['counterparts']

/** Who is counted, as the schema has it. */
const WHO =
  'Both attended a meeting that was held, neither only for the press, to interpret or to observe; summits, sessions and hearings do not count.'

/** The plot of whom they met most often. */
export function whomTheyMet({ totalCount, edges }: Counterparts): SafeHtml {
  if (edges.length === 0) return html`${none('Nobody is on record whom they met.')}<p class="note">${WHO}</p>`
  const met = edges.map(({ node, meetingCount, firstMet, lastMet }) => ({
    ...node,
    meetingCount,
    years: span(yearOf(firstMet?.earliest), yearOf(lastMet?.latest)),
    dates: span(textOf(firstMet), textOf(lastMet), ' – '),
  }))
  const size =
    met.length < totalCount
      ? `The ${figures(met.length)} met most often, of ${figures(totalCount)}.`
      : `All ${figures(totalCount)}.`
  return figure({
    draw: (width) => drawWhomTheyMet(met, width),
    caption: `${size} ${WHO}`,
    table: {
      head: ['Who', 'Meetings', 'First and last'],
      rows: met.map(({ name, meetingCount, dates }) => [name, meetingCount, dates]),
    },
  })
}

/** '' where a date has no beginning or no end. */
function yearOf(day: string | null | undefined): string {
  return day?.slice(0, 4) ?? ''
}

function textOf(date: { text: string } | null): string {
  return date?.text ?? ''
}

function span(first: string, last: string, dash = '–'): string {
  return [...new Set([first, last])].filter((end) => end !== '').join(dash)
}
