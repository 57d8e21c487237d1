import type { BrowserContext, Page } from 'playwright-core'

/** A person's visit to the playground, and all that went wrong in its course. */
export interface Visit {
  page: Page
  /** Requests to other hosts, requests that failed, errors on the page and what it warned of. */
  troubles: string[]
}

/** Opens an address and waits until a query can be run. */
export async function visit(context: BrowserContext, address: string): Promise<Visit> {
  const troubles: string[] = []
  const { host } = new URL(address)
  // Of the context, not of the page: workers ask for things too.
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (!['data:', 'blob:'].includes(url.protocol) && url.host !== host)
      troubles.push(`request to ${url.href}`)
  })
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText
    // The editor ends a worker that it has no more use for, loaded or not.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`${reason} at ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()} from ${response.url()}`)
  })
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => troubles.push(`on the page: ${error.error().message}`))

  const page = await context.newPage()
  await page.goto(address)
  await runButton(page).waitFor()
  await page.locator('.graphiql-query-editor .view-line').first().waitFor()
  return { page, troubles }
}

/** The names of the tabs, from left to right. */
export function tabNames(page: Page): Promise<string[]> {
  return page.locator('.graphiql-tab-button').allTextContents()
}

/** Turns to a tab by a click, and waits until the editor has taken its query over. */
export async function turnTo(page: Page, name: string): Promise<void> {
  const isActive = page.locator('.graphiql-tab-active', { hasText: name })
  if ((await isActive.count()) > 0) return
  await page.locator('.graphiql-tab-button', { hasText: name }).click()
  await isActive.waitFor()
  // Until then the button runs the operation of the tab before: GraphiQL waits for a pause in the typing.
  await page.waitForFunction(
    (name) => localStorage.getItem('graphiql:query')?.includes(`query ${name} `),
    name,
  )
}

/** Runs the query of the tab by the button, and gives the response's JSON. */
export async function run(page: Page): Promise<unknown> {
  const [response] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    runButton(page).click(),
  ])
  return response.json()
}

/** The answer as the person reads it, as far as it is in sight. */
export function shownAnswer(page: Page) {
  return page.locator('.result-window .view-lines')
}

function runButton(page: Page) {
  return page.locator('.graphiql-execute-button')
}
