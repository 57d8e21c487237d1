import { html, type SafeHtml } from '@remix-run/html-template'
import { section } from '../section.ts'
import type { Sources } from '../sources.ts'
import { capitalized, figures, inWords, listed } from '../words.ts'
import type { MeetingRecord } from './read.ts'

type Agreements = MeetingRecord['meeting']['agreements']
type Agreement = Agreements['nodes'][number]

/** What was agreed at a meeting, with the parties, the provisions and what became of it. */
export function agreementsReached({ totalCount, nodes }: Agreements, sources: Sources): SafeHtml | null {
  if (totalCount === 0) return null
  return section(
    'agreed',
    'What was agreed',
    html`
${nodes.length < totalCount ? html`<p class="note">The ${figures(nodes.length)} newest of ${figures(totalCount)}.</p>` : null}
${nodes.map((agreement) => article(agreement, sources))}`,
  )
}

function article(agreement: Agreement, sources: Sources): SafeHtml {
  const { title, summary, kind, form, status, provisions, citations } = agreement
  const facts = [
    inWords(kind),
    form === 'UNKNOWN' ? null : inWords(form),
    status === null ? null : `${inWords(status)} today`,
  ]
  return html`
<article>
<h3>${title}</h3>
<p class="note">${capitalized(facts.filter((fact) => fact !== null).join(' · '))}</p>
<p>${summary} ${sources.cite(citations)}</p>
${provisions.length > 0 ? html`<ol>${provisions.map(provision)}</ol>` : null}
<dl>${parties(agreement.parties)}${agreement.events.map((event) => turn(event, sources))}
</dl>
</article>`
}

function provision({ text, obliges }: Agreement['provisions'][number]): SafeHtml {
  const whom = html` <span class="quiet">Obliges ${listed(obliges.map(({ name }) => name))}.</span>`
  return html`<li>${text}${obliges.length > 0 ? whom : null}</li>`
}

function parties({ totalCount, edges }: Agreement['parties']): SafeHtml {
  const byRole = [...Map.groupBy(edges, ({ role }) => role)].map(
    ([role, held]) => html`
<dt>${capitalized(inWords(role))}</dt>
<dd>${listed(held.map(({ node }) => node.name))}</dd>`,
  )
  const more = totalCount - edges.length
  return html`${byRole}${more > 0 ? html`<dt>And</dt><dd>${figures(more)} more</dd>` : null}`
}

function turn(
  { kind, planned, date, participants, note, citations }: Agreement['events'][number],
  sources: Sources,
) {
  const who = participants.length > 0 ? `: ${listed(participants.map(({ name }) => name))}` : ''
  return html`
<dt>${date?.text ?? 'No date'}</dt>
<dd>${capitalized(inWords(kind))}${planned ? ', as planned' : ''}${who}. ${note} ${sources.cite(citations)}</dd>`
}
