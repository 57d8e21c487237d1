import { html, type SafeHtml } from '@remix-run/html-template'
import { figure } from '../figure.ts'
import type { IssueStances, Side, TakenStance } from '../plots/stance-layout.ts'
import { drawStances } from '../plots/stances.ts'
import { statementQuotes } from '../quotes.ts'
import { none } from '../section.ts'
import type { Sources } from '../sources.ts'
import { counted, figures, inWords, listed } from '../words.ts'
import { issueStances } from './issue-stances.ts'
import type { Account } from './read.ts'

/** How many issues the plot of stances shows; it says of how many. */
const ISSUES = 20
/** Up to so many issues are written out on which an account is silent; the table of stances has them all. */
const SILENCES = 3

/** The plot of all stances, and a column for each account. */
export function accountsSideBySide(accounts: readonly Account[], sources: Sources): SafeHtml {
  if (accounts.length === 0) return none('No account of this meeting is on record.')
  const isMute = ({ positions }: Account) => Number(positions.length === 0)
  const ordered = [...accounts].sort((one, other) => isMute(one) - isMute(other))
  return html`${stances(ordered)}
<div class="accounts">${ordered.map((account) => column(account, sources))}</div>`
}

function stances(accounts: readonly Account[]): SafeHtml {
  const issues = issueStances(accounts)
  if (issues.length === 0) return none('None of them takes a stance on any issue.')
  const shown = issues.slice(0, ISSUES)
  const sides = accounts.map(({ side }) => side)
  return figure({
    key: html`
<ul class="key">
<li><span class="swatch disc"></span>its own stance</li>
<li><span class="swatch ring"></span>one that it reports of others</li>
</ul>`,
    draw: (width) => drawStances(shown, width),
    caption:
      shown.length < issues.length
        ? `${figures(shown.length)} of ${figures(issues.length)} issues: those that are contested first, then those on which most accounts speak.`
        : null,
    table: {
      head: ['Issue', ...sides.map(({ name }) => name)],
      rows: issues.map((issue) => [issue.question, ...sides.map((side) => cell(issue, side))]),
    },
  })
}

function cell({ spoken, silent }: IssueStances, side: Side): string {
  if (silent.some(({ id }) => id === side.id)) return 'silent'
  return spoken
    .filter((account) => account.side.id === side.id)
    .flatMap((account) => account.stances.map(inCell))
    .join('; ')
}

function inCell({ stance, holders, isOwn, isReported }: TakenStance): string {
  return `${inWords(stance)}${isOwn ? '' : `: ${listed(holders)}`}${isReported ? ' (reported)' : ''}`
}

function column({ side, statements: { totalCount, nodes }, silentOn }: Account, sources: Sources): SafeHtml {
  const all = counted(totalCount, 'statement')
  return html`
<article>
<h3>${side.name}</h3>
<p class="note">${nodes.length < totalCount ? `The ${figures(nodes.length)} newest of ${all}` : all}</p>
${statementQuotes(nodes, sources)}
${silentOn.length > 0 ? html`<p class="stance silent"><b>Silent</b> on${silences(silentOn)}</p>` : null}
</article>`
}

function silences(issues: Account['silentOn']): string {
  if (issues.length > SILENCES) return ` ${counted(issues.length, 'issue')}`
  return `: ${issues.map(({ question }) => question).join(' ')}`
}
