import { parseHTML } from 'linkedom'
import { type Ask, askSchema } from '../../src/report/ask.ts'
import { meetingPage } from '../../src/report/meeting/page.ts'
import { readMeeting } from '../../src/report/meeting/read.ts'
import { participantPage } from '../../src/report/participant/page.ts'
import { readParticipant } from '../../src/report/participant/read.ts'
import { openDoors } from '../../src/server/doors.ts'
import type { TestService } from '../harness/service.ts'

/** Asks the schema on a test's database. */
export function asking({ database }: TestService): Ask {
  const doors = openDoors(database)
  return askSchema({ ...doors, viewer: null, isReadingRestricted: false, lastEvent: { id: null } })
}

/** The page of a participant as its HTML. */
export async function pageOfParticipant(service: TestService, slug: string): Promise<string> {
  const record = await readParticipant(asking(service), slug)
  if (!record) throw new Error(`There is no participant ${slug}`)
  return participantPage(record)
}

/** The page of a meeting as its HTML. */
export async function pageOfMeeting(service: TestService, slug: string): Promise<string> {
  const record = await readMeeting(asking(service), slug)
  if (!record) throw new Error(`There is no meeting ${slug}`)
  return meetingPage(record)
}

/** A page as a reader has it. */
export interface ReadPage {
  document: Document
  /** The texts of all elements that a selector finds, without the breaks of lines. */
  texts(selector: string): string[]
  /** The table of a section, row by row, its head first. */
  table(section: string): string[][]
}

export function read(page: string): ReadPage {
  const { document } = parseHTML(page)
  const all = (selector: string) => [...document.querySelectorAll(selector)]
  const textOf = (element: Element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
  return {
    document,
    texts: (selector) => all(selector).map(textOf),
    table: (section) =>
      all(`section[aria-labelledby="${section}"] tr`).map((row) =>
        [...row.querySelectorAll('th, td')].map(textOf),
      ),
  }
}
