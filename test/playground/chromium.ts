import { existsSync } from 'node:fs'
import { type BrowserContext, chromium } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

/** Where Debian's package puts it. */
const EXECUTABLE = '/usr/bin/chromium'

/** Whether the tests in a browser are left out: only on a person's machine, and never in silence. */
export function isBrowserMissing(): boolean {
  if (existsSync(EXECUTABLE) || process.env['CI']) return false
  console.warn(
    `The playground is not tested in a browser: there is no ${EXECUTABLE} (apt-get install chromium).`,
  )
  return true
}

/** A browser for all tests of a group, in which each of them has what it keeps to itself. */
export function inChromium(): { open(look?: Look): Promise<BrowserContext> } {
  let launched: Awaited<ReturnType<typeof chromium.launch>> | undefined
  beforeAll(async () => {
    launched = await chromium.launch({
      executablePath: EXECUTABLE,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
  })
  afterAll(() => launched?.close())
  return {
    async open(look) {
      if (!launched) throw new Error('The browser is there from the first test of the group on')
      return launched.newContext(look)
    },
  }
}

/** How a person has set up their browser. */
export interface Look {
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
}
