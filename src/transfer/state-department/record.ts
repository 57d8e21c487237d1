import { withArticle } from '../../domain/states.ts'
import type { NewEntry } from '../../writing/check/draft.ts'
import type { EntryLine, Line, LineNotice } from '../line.ts'
import { type Attendee, attendancesIn, attendeesOf } from './attendances.ts'
import { edtfOf } from './edtf-days.ts'
import { actingEntry, personEntry, summitEntry } from './entries.ts'
import { type HistorianState, historianState, isUngoverned, UNITED_STATES } from './historian-states.ts'
import type { Occurrence } from './occurrence.ts'
import { officeBook } from './offices.ts'
import { organizationBySlug } from './organizations.ts'
import type { Acting, Parties } from './parties.ts'
import type { Person } from './people.ts'
import { destinationOf, placeOf } from './places.ts'
import { type FirstRow, register } from './register.ts'
import type { Row } from './row.ts'
import { citationOf, locatorOf, sourceOf } from './sources.ts'
import type { Summit } from './summits.ts'
import type { Survey } from './survey.ts'

const NOBODY: Parties = { guests: [], others: [] }

/** Makes entries of rows: a meeting of each, and in the end whoever took part in any, and where it is all from. */
export function record({ parties, people, summits, summitsByRow }: Survey) {
  const seen = new Set<string>()
  const kinds = register<Row['kind']>()
  const persons = register<Person>()
  const actors = register<string>()
  const acting = new Map<string, Acting>()
  const attendeesBySummit = new Map<Summit, { row: FirstRow; attendees: Attendee[] }[]>()
  const offices = officeBook()

  function* meetingOf(row: Row): Generator<EntryLine | LineNotice> {
    const notices = noticesAt(row)
    const locator = locatorOf(row)
    if (seen.has(locator)) {
      yield notices(`${locator} is there already: this one is left out`)
      return
    }
    seen.add(locator)
    const state = historianState(row.country)
    if (state === null)
      yield notices(`${row.country.printed} is no state that is known here: the host is left out`)
    if (row.days === null)
      yield notices('the days are missing, or end before they begin: left out, and so is who was met')
    const named = parties.get(locator) ?? NOBODY
    yield* [...named.guests, ...named.others].flatMap((occurrence) => oddity(occurrence) ?? []).map(notices)
    const first = { file: row.file, line: row.line, day: row.days?.start ?? '', locator }
    const those = attendeesOf(row, { ...named, people })
    for (const { person, acting } of those) {
      persons.add(person, first)
      if (acting !== null) note(acting, first)
    }
    noteOffices(row, those)
    kinds.add(row.kind, first)
    const host = row.kind === 'visit' ? UNITED_STATES : isUngoverned(row.country.slug) ? null : state
    if (host !== null) note(host, first)
    const [summit, ...others] = summitsByRow.get(locator) ?? []
    for (const one of summitsByRow.get(locator) ?? []) {
      attendeesBySummit.set(one, [...(attendeesBySummit.get(one) ?? []), { row: first, attendees: those }])
    }
    if (others.length > 0)
      yield notices(`several summits are named: the meeting hangs under ${summit?.slug} alone`)
    yield {
      file: row.file,
      line: row.line,
      type: 'Meeting',
      input: {
        slug: slugOf(row),
        title: titleOf(row, those, state),
        ...(row.remarks === '' ? {} : { summary: row.remarks }),
        kind: 'VISIT',
        format: 'IN_PERSON',
        ...(row.days === null ? {} : { date: edtfOf(row.days) }),
        place: row.kind === 'trip' ? placeOf(row, state) : { name: UNITED_STATES.name, countryCode: 'US' },
        ...(summit === undefined ? {} : { parent: summit.slug }),
        participants: attendancesIn(those, host),
        externalIds: [{ scheme: `history.state.gov ${row.kind}`, value: row.id }],
        citations: [citationOf(locator)],
      },
    }
  }

  /** What is odd about somebody who is named. */
  function oddity(occurrence: Occurrence): string | null {
    const { printed, isPresent, isDead } = occurrence
    const several = people.unclear.get(occurrence)
    if (several?.length) return `${printed} can be ${several.join(' or ')}: left out`
    if (several) return `who ${printed} is, and for whom they act, cannot be told: left out`
    return isPresent || isDead ? null : `that ${printed} was there is not said: left out`
  }

  function noteOffices({ days, kind }: Row, those: readonly Attendee[]) {
    for (const { occurrence, person, acting } of those) {
      if (days === null || acting === null || !('kind' in acting)) continue
      const capacity =
        kind === 'trip' ? occurrence.capacity?.replace(/ of the United States$/, '') : occurrence.capacity
      offices.add({ person, capacity: capacity ?? null, state: acting, days })
    }
  }

  function note(one: Acting, row: FirstRow) {
    acting.set(one.slug, one)
    actors.add(one.slug, row)
  }

  /** Whatever is told once: the summits, whoever took part, and the sources. */
  function* gathered(): Generator<EntryLine> {
    for (const summit of summits) {
      const those = (attendeesBySummit.get(summit) ?? []).toSorted((one, other) =>
        one.row.locator < other.row.locator ? -1 : 1,
      )
      const first = those[0]?.row
      if (first === undefined) continue
      note(summit.state, first)
      const organization =
        summit.series.organization === null ? null : organizationBySlug(summit.series.organization)
      if (organization !== null) note(organization, first)
      const attendees = those.flatMap((one) => one.attendees)
      yield at(first, summitEntry(summit, { attendees, organization: organization?.slug ?? null }))
    }
    const held = offices.byPerson()
    for (const [person, row] of persons.entries())
      yield at(row, personEntry(person, { offices: held.get(person) ?? [], row }))
    for (const [slug, row] of actors.entries()) {
      const one = acting.get(slug)
      if (one !== undefined) yield at(row, actingEntry(one, row))
    }
    for (const [kind, row] of kinds.entries()) yield at(row, sourceOf(kind))
  }

  return { meetingOf, gathered }
}

function at({ file, line }: Line, entry: NewEntry): EntryLine {
  return { file, line, ...entry }
}

function noticesAt({ file, line }: Line) {
  return (notice: string): LineNotice => ({ file, line, notice })
}

function slugOf(row: Row): string {
  return row.kind === 'visit' ? `visit-to-us-${row.id}` : `us-${row.role}-trip-${row.id}`
}

function titleOf(row: Row, attendees: readonly Attendee[], state: HistorianState | null): string {
  if (row.kind === 'trip') {
    const [traveller] = attendees
    return `Visit of ${traveller?.person.name ?? row.traveller} to ${destinationOf(row)}`
  }
  const from = state === null ? row.country.printed : withArticle(state.name)
  return `Visit of ${row.visitor} of ${from} to the United States`
}
