// The client made with the client preset, as its user sees it.
import { expect, test } from 'vitest'
import { runningServer } from '../harness/running-server.ts'
import { meetingPages } from './meeting-pages.ts'

const url = runningServer()

const TRUMP = '  - Donald Trump for United States'
const TILLERSON = '  - Rex Tillerson for United States, ASSERT:'
const REPORT = '  Source: News report on the first meeting of Trump and Putin, Hamburg, July 2017, paragraph'

const OLDER = `
Joint news conference of Trump and Duda, Warsaw (6 July 2017; Warsaw, PL)
${TRUMP}, ASSERT: I think it was Russia, but I think it was probably other people and/or countries.
${TRUMP}, ASSERT: Nobody really knows for sure.
${REPORT} 7

Tillerson’s briefing of reporters after the Hamburg meeting (possibly 7 July 2017; place unknown)
${TILLERSON} That is why both presidents had their minds on what comes next.
${TILLERSON} Nothing points to the United States and Russia ever seeing eye to eye on the matter.
${TILLERSON} Putin denied that Russia had had a hand in the election.
  … and 3 more
${REPORT} 3`

const NEWER = `
First face-to-face meeting of Trump and Putin, Hamburg (7 July 2017; Hamburg, DE)
  - Vladimir Putin for Russia, DENY: Russia kept out of the election. [HEARSAY]
  - Vladimir Putin for Russia, DENY: Russia had no hand in the election. [REPORTED]
${TRUMP}, AGREE: He accepts what Putin says: Russia kept out of the election. [REPORTED]
  … and 1 more
${REPORT} 1
${REPORT} 3
${REPORT} 4
${REPORT} 13

G20 summit in Hamburg (7–8 July 2017; Hamburg, DE)
${REPORT} 3`

test('the client pages through the meetings and renders each page from its fragments', async () => {
  expect(await Array.fromAsync(meetingPages(url(), 2))).toEqual([OLDER.trimStart(), NEWER.trimStart()])
})

test('what the service refuses is thrown with its words', async () => {
  await expect(meetingPages(url(), 1000).next()).rejects.toThrow(
    'Query.meetings: "first" is 1000, and a page has 0 to 100.',
  )
})
