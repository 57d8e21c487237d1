import { html, type SafeHtml } from '@remix-run/html-template'
import { section } from '../section.ts'
import type { Sources } from '../sources.ts'
import { capitalized, figures, inWords, listed, placeName } from '../words.ts'
import type { ParticipantRecord } from './read.ts'

type Attendance = ParticipantRecord['participant']['meetings']['edges'][number]
type Meeting = ParticipantRecord['meetings']['nodes'][number]

/** The list of the newest meetings in which they took part, of whichever status, and how. */
export function newestMeetings(
  { participant, meetings: { totalCount, nodes } }: ParticipantRecord,
  sources: Sources,
): SafeHtml | null {
  if (totalCount === 0) return null
  // Of the newest that they attended, those among the newest of all.
  const attended = new Map(participant.meetings.edges.map((edge) => [edge.node.id, edge]))
  const items = nodes.map((meeting) => entry(meeting, { attendance: attended.get(meeting.id), sources }))
  return section(
    'meetings',
    'Meetings',
    html`
${nodes.length < totalCount ? html`<p class="note">The ${figures(nodes.length)} newest of ${figures(totalCount)}.</p>` : null}
<ol class="entries">${items}</ol>`,
  )
}

function entry(
  { title, kind, status, date, place, isContested, onTheirBehalf, citations }: Meeting,
  { attendance, sources }: { attendance: Attendance | undefined; sources: Sources },
): SafeHtml {
  const facts = [
    inWords(kind),
    status === 'HELD' ? null : inWords(status),
    place && placeName(place),
    isContested ? 'contested' : null,
    attendance ? partIn(attendance) : null,
    representedBy(onTheirBehalf),
  ]
  return html`
<li><span class="date">${date?.text ?? 'no date'}</span>
<div><b>${title}</b> ${sources.cite(citations)}<br>
<span class="quiet">${capitalized(facts.filter((fact) => fact !== null).join(' · '))}</span></div></li>`
}

function partIn({ capacity, roles, onBehalfOf }: Attendance): string {
  return `as ${capacity ?? listed(roles.map(inWords))}${onBehalfOf ? ` for ${onBehalfOf.name}` : ''}`
}

function representedBy({ totalCount, nodes }: Meeting['onTheirBehalf']): string | null {
  if (totalCount === 0) return null
  const others = totalCount - nodes.length
  const names = nodes.map(({ name }) => name)
  return `represented by ${listed(others > 0 ? [...names, `${figures(others)} more`] : names)}`
}
