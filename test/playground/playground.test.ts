// The playground in a real browser: each example runs by the button, has an answer, and nothing leaves the machine.
import { getOperationAST, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { readExamples } from '../../src/server/playground/examples.ts'
import { runningServer } from '../harness/running-server.ts'
import { inChromium, isBrowserMissing } from './chromium.ts'
import { unanswered } from './unanswered.ts'
import { run, shownAnswer, tabNames, turnTo, visit } from './visit.ts'

const examples = (await readExamples()).map((text) => {
  const operation = getOperationAST(parse(text))
  return { text, operation, name: operation?.name?.value ?? 'unnamed' }
})
const names = examples.map(({ name }) => name)

test.each(examples)(
  'the example $name says what it asks, and asks it without variables',
  ({ text, operation }) => {
    expect(text).toMatch(/^# .+\.\n#\n# /)
    expect(operation?.name).toBeDefined()
    expect(operation?.variableDefinitions).toHaveLength(0)
  },
)

describe.skipIf(isBrowserMissing())('in a browser', () => {
  const server = runningServer()
  const browser = inChromium()

  test('the address of the service leads to it, and the first example is in sight', async () => {
    await using context = await browser.open()
    const { page, troubles } = await visit(context, new URL('/', server()).href)
    expect(new URL(page.url()).pathname).toBe('/graphql')
    expect(await page.title()).toBe('Summitry playground')
    expect(await tabNames(page)).toEqual(names)
    expect(await page.locator('.graphiql-tab-active').textContent()).toContain(names[0])
    expect(troubles).toEqual([])
  })

  test('each example has an answer to all that it asks', async () => {
    await using context = await browser.open()
    const { page, troubles } = await visit(context, server())
    for (const name of names) {
      await turnTo(page, name)
      const answer = await run(page)
      expect.soft(answer, name).not.toHaveProperty('errors')
      expect.soft(answer, name).toHaveProperty('data')
      expect.soft(unanswered(answer), name).toEqual([])
      await expect.poll(() => shownAnswer(page).textContent()).toContain('"data"')
    }
    expect(troubles).toEqual([])
  })

  test('a tab can be turned to after the window has changed', async () => {
    await using context = await browser.open()
    const { page } = await visit(context, server())
    await page.setViewportSize({ width: 1000, height: 700 })
    await turnTo(page, 'Hearsay')
    expect(await run(page)).toHaveProperty('data.byLavrov')
  })

  test('its other panes work without leaving the machine either', async () => {
    await using context = await browser.open()
    const { page, troubles } = await visit(context, server())
    await page.getByLabel('Show Documentation Explorer').click()
    await page.getByText('All Schema Types').waitFor()
    await page.getByLabel('Show GraphiQL Explorer').click()
    await page.locator('.graphiql-explorer-root, .docExplorerWrap').first().waitFor()
    await page.getByLabel('Open settings dialog').click()
    await page.getByText('Persist headers').waitFor()
    expect(troubles).toEqual([])
  })

  test('a link with a query opens that query before the examples', async () => {
    await using context = await browser.open()
    const { page, troubles } = await visit(
      context,
      `${server()}?query=query Linked { topics { totalCount } }`,
    )
    expect(await tabNames(page)).toEqual(['Linked', ...names])
    expect(await run(page)).toEqual({ data: { topics: { totalCount: expect.any(Number) } } })
    expect(troubles).toEqual([])
  })

  test('in a narrow window the answer stands below the query', async () => {
    await using context = await browser.open({ viewport: { width: 400, height: 800 } })
    const { page } = await visit(context, server())
    const query = await page.locator('.graphiql-query-editor').boundingBox()
    const answer = await page.locator('.graphiql-response').boundingBox()
    expect(answer?.y).toBeGreaterThanOrEqual((query?.y ?? 0) + (query?.height ?? 0))
    expect(answer?.width).toBeGreaterThan(300)
    await run(page)
    // A long answer does not lie over the buttons.
    await page.getByLabel('Show Documentation Explorer').click({ timeout: 5_000 })
  })

  test.each(['light', 'dark'] as const)('it is %s where the person’s system is', async (colorScheme) => {
    await using context = await browser.open({ colorScheme })
    const { page } = await visit(context, server())
    const background = await page
      .locator('.graphiql-container .graphiql-container')
      .evaluate((element) => getComputedStyle(element).backgroundColor)
    const brightness = Math.max(...(background.match(/\d+/g) ?? []).map(Number))
    if (colorScheme === 'dark') expect(brightness).toBeLessThan(100)
    else expect(brightness).toBeGreaterThan(200)
  })
})
