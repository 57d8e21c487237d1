import { html, type SafeHtml } from '@remix-run/html-template'

/** For a desk or paper, and for a telephone, in pixels: text in a plot that is scaled down cannot be read. */
const WIDTHS = { wide: 720, narrow: 344 } as const

interface FigureParts {
  /** The plot at a width in pixels. */
  draw(width: number): SafeHtml
  /** What the colours and marks mean. */
  key?: SafeHtml | null
  caption?: string | SafeHtml | null
  /** The same as a table, for whoever does not see the plot or wants its figures. */
  table: { head: readonly string[]; rows: readonly (readonly (string | number | SafeHtml | null)[])[] }
}

/** A plot drawn for each width of the page, with what explains it. */
export function figure({ draw, key = null, caption = null, table }: FigureParts): SafeHtml {
  return html`
<figure>
${key}
<div class="wide">${draw(WIDTHS.wide)}</div>
<div class="narrow">${draw(WIDTHS.narrow)}</div>
${caption === null ? null : html`<figcaption>${caption}</figcaption>`}
<details>
<summary>As a table</summary>
<div class="scroll"><table>
<thead><tr>${table.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${table.rows.map((row) => html`<tr>${row.map(cellOf)}</tr>\n`)}</tbody>
</table></div>
</details>
</figure>`
}

function cellOf(cell: string | number | SafeHtml | null, column: number): SafeHtml {
  if (column === 0) return html`<th scope="row">${cell}</th>`
  return typeof cell === 'number' ? html`<td class="number">${cell}</td>` : html`<td>${cell}</td>`
}

/** The key to the colours of a plot. */
export function colourKey(items: readonly { label: string; colour: string }[]): SafeHtml {
  const entries = items.map(
    ({ label, colour }) => html`<li><span class="swatch" style="background: ${colour}"></span>${label}</li>`,
  )
  return html`<ul class="key">${entries}</ul>`
}
