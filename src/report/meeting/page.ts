import { html, type SafeHtml } from '@remix-run/html-template'
import { renderPage } from '../page.ts'
import { statementQuotes } from '../quotes.ts'
import { section } from '../section.ts'
import { mapOf } from '../sites.ts'
import { createSources, type Sources } from '../sources.ts'
import { capitalized, counted, figures, inWords, listed, placeName } from '../words.ts'
import { accountsSideBySide } from './accounts.ts'
import { agreementsReached } from './agreements.ts'
import type { Attendance, MeetingRecord } from './read.ts'

type Meeting = MeetingRecord['meeting']

/** The page of a meeting: who met, what was agreed, and what each side says of it. */
export function meetingPage(record: MeetingRecord): string {
  const { meeting, attendances, accounts, asOf } = record
  const sources = createSources()
  const body = html`
${introduction(meeting, sources)}
${whoTookPart(attendances)}
${agreementsReached(meeting.agreements, sources)}
${section('accounts', 'The accounts, side by side', accountsSideBySide(accounts, sources))}
${saidThere(record, sources)}
${meetingsWithin(meeting.meetings)}
${whereItWas(meeting)}
${sources.list()}`
  const format = meeting.format === null ? [] : [inWords(meeting.format)]
  return renderPage({
    title: meeting.title,
    kicker: [capitalized(inWords(meeting.kind)), inWords(meeting.status), ...format].join(' · '),
    body,
    asOf,
  })
}

function introduction(
  { summary, date, place, parent, topics, citations }: Meeting,
  sources: Sources,
): SafeHtml {
  return html`
<p class="lead">${summary} ${sources.cite(citations)}</p>
<dl>
<dt>When</dt><dd>${date?.text ?? 'not on record'}</dd>
<dt>Where</dt><dd>${place ? placeName(place) : 'not on record'}</dd>
${parent && html`<dt>Part of</dt><dd>${parent.title}</dd>`}
${topics.length > 0 ? html`<dt>About</dt><dd>${listed(topics.map(({ name }) => name))}</dd>` : null}
</dl>`
}

function whereItWas({ place }: Meeting): SafeHtml | null {
  const map = mapOf([place])
  return map && section('place', 'Where it was', map)
}

function whoTookPart(attendances: readonly Attendance[]): SafeHtml | null {
  if (attendances.length === 0) return null
  const rows = attendances.map(
    ({ node, roles, capacity, onBehalfOf }) => html`
<tr><th scope="row">${node.name}</th><td>${capitalized(listed(roles.map(inWords)))}</td><td>${capacity}</td><td>${onBehalfOf?.name}</td></tr>`,
  )
  return section(
    'participants',
    'Who took part',
    html`
<div class="scroll"><table>
<thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">As</th><th scope="col">For</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`,
  )
}

/** What was said at the meeting and is not in an account above. */
function saidThere({ meeting, accounts }: MeetingRecord, sources: Sources): SafeHtml | null {
  const { totalCount, nodes } = meeting.statements
  const quoted = new Set(accounts.flatMap(({ statements }) => statements.nodes.map(({ id }) => id)))
  const rest = nodes.filter(({ id }) => !quoted.has(id))
  if (rest.length === 0) return null
  const size =
    nodes.length < totalCount
      ? `The first ${figures(nodes.length)} of ${counted(totalCount, 'statement')}`
      : counted(totalCount, 'statement')
  const above = nodes.length - rest.length
  return section(
    'said',
    'What was said there',
    html`
<p class="note">${size}${above > 0 ? `, of which ${figures(above)} ${above === 1 ? 'stands' : 'stand'} in the accounts above` : ''}.</p>
${statementQuotes(rest, sources)}`,
  )
}

function meetingsWithin({ totalCount, nodes }: Meeting['meetings']): SafeHtml | null {
  if (totalCount === 0) return null
  const items = nodes.map(
    ({ title, kind, date }) => html`
<li><span class="date">${date?.text ?? 'no date'}</span>
<div><b>${title}</b><br>
<span class="quiet">${capitalized(inWords(kind))}</span></div></li>`,
  )
  return section(
    'within',
    'Meetings within it',
    html`
${nodes.length < totalCount ? html`<p class="note">The first ${figures(nodes.length)} of ${figures(totalCount)}.</p>` : null}
<ol class="entries">${items}</ol>`,
  )
}
