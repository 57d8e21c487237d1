import type { InputFile } from '../format.ts'
import { readElements } from './elements.ts'
import type { Occurrence } from './occurrence.ts'
import { type Parties, partiesOf } from './parties.ts'
import { type People, peopleIn } from './people.ts'
import { isListed, type Row, readRow } from './row.ts'
import { locatorOf } from './sources.ts'
import { type Attendance, attendancesOf, type Summit, summitsOf } from './summits.ts'

/** What has to be known of all rows before any of them can be told: who is who, and which summits there were. */
export interface Survey {
  parties: ReadonlyMap<string, Parties>
  people: People
  summits: readonly Summit[]
  /** The summits that a row names, by its locator, the first of them first. */
  summitsByRow: ReadonlyMap<string, Summit[]>
}

/** Reads all rows of files for what can only be known from all of them. */
export async function survey(files: readonly InputFile[]): Promise<Survey> {
  const parties = new Map<string, Parties>()
  const attendances: Attendance[] = []
  for (const file of files) {
    for await (const row of rowsOf(file)) {
      const locator = locatorOf(row)
      if (row.days === null || parties.has(locator)) continue
      parties.set(locator, partiesOf(row, row.days))
      attendances.push(...attendancesOf(row, row.days))
    }
  }
  const named: Occurrence[] = [...parties.values()].flatMap(({ guests, others }) => [...guests, ...others])
  const summits = summitsOf(attendances)
  return { parties, people: peopleIn(named), summits, summitsByRow: byRow(summits, attendances) }
}

async function* rowsOf(file: InputFile): AsyncGenerator<Row> {
  for await (const element of readElements(file)) {
    if ('code' in element || !isListed(element)) continue
    const row = readRow(element)
    if (!('code' in row)) yield row
  }
}

function byRow(summits: readonly Summit[], attendances: readonly Attendance[]): Map<string, Summit[]> {
  const rows = Map.groupBy(attendances, ({ row }) => row)
  return new Map(
    [...rows].map(([row, named]) => [
      row,
      named.flatMap(
        ({ series }) =>
          summits.find((one) => one.series.slug === series.slug && one.rows.includes(row)) ?? [],
      ),
    ]),
  )
}
