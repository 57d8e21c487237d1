/** Where the page finds what it is made of. */
export interface PageParts {
  endpoint: string
  styles: string[]
  /** In the order in which they run. */
  scripts: string[]
  /** By the name under which the editor asks for them. */
  workers: Record<string, string>
  tabs: string[]
}

const TITLE = 'Summitry'
/** Two peaks, one behind the other. */
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="28" height="28">' +
  '<path fill="#7aa5d8" d="M20 7 31 27H9z"/><path fill="#2f5f9e" d="M12 11 23 27H1z"/></svg>'

/** The playground's page: small, and all that it loads comes from this service. */
export function renderPage({ endpoint, styles, scripts, workers, tabs }: PageParts): string {
  const settings = { endpoint, title: TITLE, logo: LOGO, tabs, workers }
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${TITLE} playground</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(LOGO)}">
${styles.map((style) => `<link rel="stylesheet" href="${style}">`).join('\n')}
</head>
<body>
<div id="root">Opening the playground…</div>
<noscript>The playground needs JavaScript. Programs post their queries to ${endpoint} as JSON.</noscript>
<script type="application/json" id="settings">${asData(settings)}</script>
${scripts.map((script) => `<script src="${script}"></script>`).join('\n')}
</body>
</html>
`
}

/** JSON that cannot end the script element around it. */
function asData(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
