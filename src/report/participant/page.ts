import { html, type SafeHtml } from '@remix-run/html-template'
import { renderPage } from '../page.ts'
import { statementQuotes } from '../quotes.ts'
import { none, section } from '../section.ts'
import { mapOf } from '../sites.ts'
import { createSources, type Sources } from '../sources.ts'
import { capitalized, counted, countryName, figures, inWords, listed } from '../words.ts'
import { meetingsByYear } from './meetings-by-year.ts'
import { newestMeetings } from './newest-meetings.ts'
import type { ParticipantRecord } from './read.ts'
import { whomTheyMet } from './whom-they-met.ts'

/** The page of a participant: what they are, whom they met when and where, and what they say that is contested. */
export function participantPage(record: ParticipantRecord): string {
  const { participant, places, asOf } = record
  const sources = createSources()
  const country = participant.countryCode === null ? [] : [countryName(participant.countryCode)]
  const body = html`
${introduction(record, sources)}
${section('by-year', 'Meetings by year', meetingsByYear(record))}
${section('met', 'Whom they met', whomTheyMet(participant.counterparts))}
${section('places', 'Where they met', mapOf(places) ?? none('No meeting that was held has a place with coordinates on record.'))}
${newestMeetings(record, sources)}
${contestedStatements(participant.contested, sources)}
${sources.list()}`
  return renderPage({
    title: participant.name,
    kicker: [capitalized(inWords(participant.kind)), ...country].join(' · '),
    body,
    asOf,
  })
}

function introduction({ participant, meetings }: ParticipantRecord, sources: Sources): SafeHtml {
  const { description, offices, aliases, citations } = participant
  const held = offices.map(({ title, of, period }) => {
    // Many a title says already of what it is.
    const whole = of === null || title.includes(of.name) ? title : `${title}, ${of.name}`
    return html`<li>${whole}${period && html` <span class="quiet">${period.text}</span>`}</li>`
  })
  return html`
<p class="lead">${description} ${sources.cite(citations)}</p>
<dl>
${held.length > 0 ? html`<dt>Office</dt><dd><ul class="plain">${held}</ul></dd>` : null}
${aliases.length > 0 ? html`<dt>Also known as</dt><dd>${listed(aliases)}</dd>` : null}
<dt>Took part in</dt><dd>${counted(meetings.totalCount, 'meeting')}${attendedOf(meetings.totalCount, participant.meetings.totalCount)}</dd>
</dl>`
}

function attendedOf(all: number, attended: number): string {
  if (attended === all) return ''
  const how = 'through those who acted on their behalf, or by what they said or agreed there'
  return attended === 0 ? `: ${how}` : `: attended ${figures(attended)}, and took part in the others ${how}`
}

function contestedStatements(
  { totalCount, nodes }: ParticipantRecord['participant']['contested'],
  sources: Sources,
): SafeHtml | null {
  if (totalCount === 0) return null
  const size =
    nodes.length < totalCount ? `The ${figures(nodes.length)} newest of ${figures(totalCount)}.` : ''
  return section(
    'contested',
    'Statements that are contested',
    html`
<p class="note">Others contradict them, or take the opposite stance. ${size}</p>
${statementQuotes(nodes, sources)}`,
  )
}
