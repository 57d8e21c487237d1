import { fold } from '../../domain/folding.ts'
import type { LineNotice, SluggedLine } from '../line.ts'
import type { Collection } from './collection.ts'
import { dateOf, periodOf, problemOfDate } from './dates.ts'
import { identifiedBy } from './identifiers.ts'
import type { Event } from './popolo.ts'
import { proofOf } from './sources.ts'

/** What events are plainly, by their classification; any other is OTHER. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['summit', 'SUMMIT'],
  ['bilateral', 'BILATERAL'],
  ['bilateral meeting', 'BILATERAL'],
  ['multilateral meeting', 'MULTILATERAL'],
  ['call', 'CALL'],
  ['phone call', 'CALL'],
  ['visit', 'VISIT'],
  ['state visit', 'VISIT'],
  ['negotiation', 'NEGOTIATION'],
  ['negotiations', 'NEGOTIATION'],
  ['session', 'SESSION'],
  ['legislative session', 'SESSION'],
  ['sitting', 'SESSION'],
  ['plenary', 'SESSION'],
  ['debate', 'SESSION'],
  ['hearing', 'HEARING'],
  ['news conference', 'NEWS_CONFERENCE'],
  ['press conference', 'NEWS_CONFERENCE'],
  ['briefing', 'BRIEFING'],
])

/** The statuses of iCalendar, which the specification takes over, and the one that it lacks; any other says nothing. */
const STATUSES: ReadonlyMap<string, string> = new Map([
  ['tentative', 'PLANNED'],
  ['confirmed', 'HELD'],
  ['postponed', 'POSTPONED'],
  ['cancelled', 'CANCELLED'],
  ['canceled', 'CANCELLED'],
])

/** The role of a speaker, of those that the specification lists, that says more than that they spoke. */
const CHAIR = 'chair'

/** The events as meetings: with who organized them, who attended them, and who spoke. */
export function* meetingsOf(collection: Collection): Generator<SluggedLine | LineNotice> {
  const identify = identifiedBy()
  for (const [id, { slug, name, object }] of collection.events) {
    const { file, line, description, location, classification, status, identifiers, parent_id } = object
    const { sources, citations } = proofOf(object)
    yield* sources
    const parent = parent_id === null ? undefined : collection.events.get(parent_id)
    if (parent_id !== null && !parent)
      yield { file, line, notice: `${id} is part of ${parent_id}, which is no event here` }
    const input = {
      slug,
      title: name,
      summary: description,
      kind: KINDS.get(fold(classification ?? '')) ?? 'OTHER',
      status: STATUSES.get(fold(status ?? '')) ?? null,
      date: yield* dateOfEvent(object),
      place: location === null ? null : { name: location },
      parent: parent?.slug ?? null,
      participants: yield* attendances(object, { id, collection }),
      externalIds: yield* identify(object, identifiers),
      citations,
    }
    yield { file, line, type: 'Meeting', input }
  }
}

function* dateOfEvent({ file, line, start_date, end_date }: Event): Generator<LineNotice, string | null> {
  const start = dateOf(start_date)
  // An event without an end took place when it began: it does not go on.
  const date = end_date === null ? start : periodOf({ start, end: dateOf(end_date) })
  const problem = problemOfDate(date)
  if (problem === null) return date
  yield { file, line, notice: problem }
  return null
}

interface Attendance {
  participant: string
  roles: string[]
  capacity: string | null
}

function* attendances(
  event: Event,
  { id, collection }: { id: string; collection: Collection },
): Generator<LineNotice, Attendance[]> {
  const { file, line, organization_id, attendees } = event
  const { persons, organizations, speakers } = collection
  const list = new Map<string, Attendance>()
  const organization = organization_id === null ? undefined : organizations.get(organization_id)
  if (organization)
    list.set(organization.slug, { participant: organization.slug, roles: ['HOST'], capacity: null })
  else if (organization_id !== null) {
    yield { file, line, notice: `${organization_id}, who organized ${id}, is no organization here` }
  }
  for (const attendee of attendees) {
    const person = attendee.id === null ? undefined : persons.get(attendee.id)
    if (person) list.set(person.slug, { participant: person.slug, roles: ['PRINCIPAL'], capacity: null })
    else yield { file, line, notice: `${attendee.id ?? 'somebody'}, who attended ${id}, is no person here` }
  }
  for (const [speaker, as] of speakers.get(id) ?? []) {
    const person = persons.get(speaker)
    if (!person) continue
    const { roles = [] } = list.get(person.slug) ?? {}
    const isChair = [...as].some((role) => fold(role) === CHAIR)
    list.set(person.slug, {
      participant: person.slug,
      roles: [...roles, ...(isChair ? ['CHAIR'] : []), 'SPEAKER'],
      capacity: [...as].join(', ') || null,
    })
  }
  return [...list.values()]
}
