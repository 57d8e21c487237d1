import { readFileSync } from 'node:fs'
import path from 'node:path'
import { html, type SafeHtml } from '@remix-run/html-template'
import { dayOfInstant } from './words.ts'

const styles = readFileSync(path.join(import.meta.dirname, 'page.css'), 'utf8')
/** Two peaks, one behind the other. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
  '<path fill="#7aa5d8" d="M20 7 31 27H9z"/><path fill="#2f5f9e" d="M12 11 23 27H1z"/></svg>'

interface PageParts {
  title: string
  /** What kind of thing the page is about, in a few words. */
  kicker: string
  body: SafeHtml
  /** When the record last changed; null where its changes were not kept. */
  asOf: string | null
}

/** A page that needs nothing but itself: no script, and nothing that is loaded from anywhere. */
export function renderPage({ title, kicker, body, asOf }: PageParts): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title} · Summitry</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON)}">
<style>${html.raw`${styles}`}</style>
</head>
<body>
<main>
<header>
<p class="kicker">${kicker}</p>
<h1>${title}</h1>
</header>
${body}
</main>
<footer>
<p>From the record of summit diplomacy that Summitry keeps${asOf === null ? '' : `, as it stood on ${dayOfInstant(asOf)}`}.
The outlines of the land are from Natural Earth.</p>
</footer>
</body>
</html>
`
  return String(page)
}
