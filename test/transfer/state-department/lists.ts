import type { InputFile } from '../../../src/transfer/format.ts'
import type { EntryLine, LineNotice, LineProblem } from '../../../src/transfer/line.ts'
import { stateDepartment } from '../../../src/transfer/state-department/format.ts'

interface TripRow {
  id?: string
  role?: string
  name?: string
  from?: string
  until?: string
  country?: [slug: string, printed: string]
  locale?: string
  remarks?: string
}

interface VisitRow {
  id?: string
  from?: string
  until?: string
  visitor?: string
  country?: [slug: string, printed: string]
  remarks?: string
}

/** A row of a list of trips, on one line. */
export function trip(row: TripRow = {}): string {
  const { id = '1', role = 'president', name = 'Donald J. Trump', from = '2017-05-02', until = from } = row
  const { country: [slug, printed] = ['poland', 'Poland'], locale = 'Warsaw', remarks = '' } = row
  return `<trip role="${role}" who="x"><id>${id}</id><role>${role}</role><name>${name}</name><start-date>${from}</start-date><end-date>${until}</end-date><country id="${slug}">${printed}</country><locale>${locale}</locale><remarks>${remarks}</remarks></trip>`
}

/** A row of a list of visits, on one line. */
export function visit(row: VisitRow = {}): string {
  const { id = '1', from = '2017-05-02', until = from, visitor = 'President Andrzej Duda' } = row
  const { country: [slug, printed] = ['poland', 'Poland'], remarks = '' } = row
  return `<visit><id>${id}</id><start-date>${from}</start-date><end-date>${until}</end-date><visitor>${visitor}</visitor><from id="${slug}">${printed}</from><description>${remarks}</description></visit>`
}

export function trips(...rows: string[]): InputFile {
  return file(
    'trips.xml',
    ['<?xml version="1.0" encoding="UTF-8"?>', '<trips>', ...rows, '</trips>'].join('\n'),
  )
}

export function visits(...rows: string[]): InputFile {
  return file('visits.xml', ['<visits>', ...rows, '</visits>'].join('\n'))
}

/** A file that comes in pieces of a few bytes, which end within words and letters. */
export function file(name: string, text: string): InputFile {
  const bytes = new TextEncoder().encode(text)
  return {
    name,
    async *bytes() {
      for (let start = 0; start < bytes.length; start += 7) yield bytes.subarray(start, start + 7)
    },
  }
}

/** What the format reads from files, by what it is. */
export async function read(...files: InputFile[]) {
  const entries: EntryLine[] = []
  const problems: LineProblem[] = []
  const notices: LineNotice[] = []
  for await (const one of stateDepartment.read(files)) {
    if ('notice' in one) notices.push(one)
    else if ('code' in one) problems.push(one)
    else entries.push(one)
  }
  return { entries, problems, notices }
}

/** The inputs of entries by their slugs. */
export function inputsOf(entries: readonly EntryLine[]): Map<string, Record<string, unknown>> {
  return new Map(
    entries.map(({ input }) => {
      if (typeof input !== 'object' || input === null || !('slug' in input))
        throw new TypeError('An entry has a slug')
      return [String(input.slug), { ...input }]
    }),
  )
}

/** Who takes part in the meeting of a slug: slug, roles, capacity and on whose behalf. */
export function participantsOf(entries: readonly EntryLine[], slug: string): unknown {
  return inputsOf(entries).get(slug)?.['participants']
}
