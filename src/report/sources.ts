import { html, type SafeHtml } from '@remix-run/html-template'
import { graphql } from './generated/gql.ts'
import type { CitationPartsFragment } from './generated/graphql.ts'
import { section } from './section.ts'
import { capitalized, inWords } from './words.ts'

export const CitationParts = graphql(`
  fragment CitationParts on Citation {
    locator
    note
    source { slug title kind url archiveUrl publisher published { text } author { name } }
  }
`)

type Citation = CitationPartsFragment
type Source = Citation['source']

/** The sources of a page, numbered in the order in which it first cites them. */
export interface Sources {
  /** The mark for what some citations prove: their sources' numbers, with the places in them. */
  cite(citations: readonly Citation[]): SafeHtml | null
  /** The section that lists those cited so far, each with what was noted about reading it. */
  list(): SafeHtml | null
}

export function createSources(): Sources {
  const numbered = new Map<string, { number: number; source: Source; notes: Set<string> }>()

  function numberOf({ source, locator, note }: Citation): number {
    const known = numbered.get(source.slug) ?? { number: numbered.size + 1, source, notes: new Set() }
    numbered.set(source.slug, known)
    if (note !== null) known.notes.add(locator === null ? note : `${capitalized(locator)}: ${note}`)
    return known.number
  }

  return {
    cite(citations) {
      if (citations.length === 0) return null
      const bySource = Map.groupBy(citations, numberOf)
      const marks = [...bySource].map(([number, cited], index) => {
        const places = cited.flatMap(({ locator }) => locator ?? []).map((locator) => `, ${locator}`)
        return html`${index > 0 ? '; ' : ''}<a href="#source-${number}">${number}</a>${places}`
      })
      return html`<span class="cite">[${marks}]</span>`
    },
    list() {
      if (numbered.size === 0) return null
      const items = [...numbered.values()].map(
        ({ number, source, notes }) => html`
<li id="source-${number}">
<p>${describe(source)}</p>
${notes.size > 0 ? html`<ul class="notes">${[...notes].map((note) => html`<li>${note}</li>`)}</ul>` : null}
</li>`,
      )
      return section('sources', 'Sources', html`<ol class="sources">${items}</ol>`)
    },
  }
}

function describe({ title, kind, author, publisher, published, url, archiveUrl }: Source): SafeHtml {
  const parts = [author?.name, publisher, published?.text].filter((part) => part != null)
  return html`<cite>${title}</cite>. ${capitalized([inWords(kind), ...parts].join(', '))}.${link(url, 'Source')}${link(archiveUrl, 'Archived copy')}`
}

function link(url: string | null, text: string): SafeHtml | null {
  return url === null ? null : html` <a href="${url}" rel="noreferrer">${text}</a>.`
}
