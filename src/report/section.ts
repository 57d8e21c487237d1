import { html, type SafeHtml } from '@remix-run/html-template'

/** A part of a page under a heading; `id` is what links to it name, unique in the page. */
export function section(id: string, heading: string, content: SafeHtml): SafeHtml {
  return html`
<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
${content}
</section>`
}

/** In the place of what is not there. */
export function none(text: string): SafeHtml {
  return html`<p class="none">${text}</p>`
}
