import { html, type SafeHtml } from '@remix-run/html-template'
import { graphql } from './generated/gql.ts'
import type { StatementPartsFragment } from './generated/graphql.ts'
import type { Sources } from './sources.ts'
import { capitalized, inWords, listed } from './words.ts'

export const StatementParts = graphql(`
  fragment StatementParts on Statement {
    id
    text
    language
    wording
    act
    evidence
    isContested
    date { text }
    speaker { name }
    speakerOffices { title }
    onBehalfOf { name }
    meeting { slug title }
    reportedIn { id }
    attribution { id speaker { name } }
    positions { stance issue { question } }
    citations { ...CitationParts }
  }
`)

export type Statement = StatementPartsFragment

/** What was said, by whom, and how that is known; `inner` are statements that it reports. */
function statementQuote(
  statement: Statement,
  {
    sources,
    inner = null,
    isNested = false,
  }: { sources: Sources; inner?: SafeHtml[] | null; isNested?: boolean },
): SafeHtml {
  const { text, language, wording, speaker, speakerOffices, onBehalfOf, citations } = statement
  const offices = speakerOffices.map(({ title }) => title)
  return html`
<blockquote>
<p class="by"><b>${speaker.name}</b>${offices.length > 0 ? `, ${listed(offices)}` : ''}${onBehalfOf ? html` <span class="quiet">for ${onBehalfOf.name}</span>` : null}</p>
<p${language === null ? '' : html` lang="${language}"`}>${wording === 'DIRECT' ? html`<q>${text}</q>` : text} ${sources.cite(citations)}</p>
<p class="how">${capitalized(howItIsKnown(statement, isNested))}.</p>
${statement.positions.map(({ stance, issue }) => html`<p class="stance ${stance.toLowerCase()}"><b>${capitalized(inWords(stance))}</b> ${issue.question}</p>`)}
${inner}
</blockquote>`
}

const wordings: Record<Statement['wording'], string> = {
  DIRECT: 'in these words',
  MIXED: 'partly in these words',
  INDIRECT: 'in other words',
  SUMMARY: 'in sum',
}

function howItIsKnown(
  { act, wording, date, meeting, evidence, isContested, attribution }: Statement,
  isNested: boolean,
): string {
  const outward = attribution.slice(1).map(({ speaker }) => speaker.name)
  const parts = [
    inWords(act),
    wordings[wording],
    date?.text,
    meeting?.title,
    // Where it stands inside the statement that reports it, the page shows that already.
    outward.length > 0 && !isNested ? `as told by ${outward.join(', as told by ')}` : undefined,
    inWords(evidence),
    isContested ? 'contested' : undefined,
  ]
  return parts.filter((part) => part !== undefined).join(' · ')
}

/** Statements as quotations, those that others among them report inside those. */
export function statementQuotes(statements: readonly Statement[], sources: Sources): SafeHtml[] {
  const ids = new Set(statements.map(({ id }) => id))
  const outer = statements.filter(({ reportedIn }) => reportedIn === null || !ids.has(reportedIn.id))
  const reported = Map.groupBy(statements, ({ reportedIn }) => reportedIn?.id)
  const quote = (statement: Statement, isNested: boolean): SafeHtml => {
    const inner = (reported.get(statement.id) ?? []).map((one) => quote(one, true))
    return statementQuote(statement, { sources, inner, isNested })
  }
  return outer.map((statement) => quote(statement, false))
}
