import { withArticle } from '../../domain/states.ts'
import type { AttendanceRole } from '../../generated/prisma/enums.ts'
import { UNITED_STATES } from './historian-states.ts'
import type { Occurrence } from './occurrence.ts'
import { type Acting, onBehalfOf, type Parties } from './parties.ts'
import type { People, Person } from './people.ts'
import type { Row } from './row.ts'

/** Somebody who was at a meeting, as an import line has it. */
export interface AttendanceInput {
  participant: string
  roles: AttendanceRole[]
  capacity?: string
  onBehalfOf?: string
}

/** Somebody whom a row names, who they are, and for whom they acted. */
export interface Attendee {
  occurrence: Occurrence
  person: Person
  acting: Acting | null
  role: AttendanceRole
}

/** The attendances of people, each once, and of the state that was host. */
export function attendancesIn(attendees: readonly Attendee[], host: Acting | null): AttendanceInput[] {
  const byPerson = Map.groupBy(attendees, ({ person }) => person.slug)
  const people = [...byPerson.values()].flatMap((theirs) => {
    const [first] = theirs
    return first === undefined ? [] : [attendanceOf(first, [...new Set(theirs.map(({ role }) => role))])]
  })
  return host === null ? people : [...people, { participant: host.slug, roles: ['HOST'] }]
}

function attendanceOf(
  { occurrence: { capacity }, person, acting }: Attendee,
  roles: AttendanceRole[],
): AttendanceInput {
  return {
    participant: person.slug,
    roles,
    ...(capacity === null ? {} : { capacity }),
    ...(acting === null ? {} : { onBehalfOf: acting.slug }),
  }
}

/** Those whom a row names and of whom it is known who they are: first who came, then whom they met. */
export function attendeesOf(row: Row, { guests, others, people }: Parties & { people: People }): Attendee[] {
  const isAccompanying = others.some(({ isAccompanied }) => isAccompanied)
  const isOfLeaders = row.kind === 'visit' || row.role === 'president' || isAccompanying
  const known = (occurrence: Occurrence, role: AttendanceRole): Attendee[] => {
    const person = people.byOccurrence.get(occurrence)
    return person === undefined ? [] : [{ occurrence, person, acting: onBehalfOf(occurrence, person), role }]
  }
  const came =
    row.kind === 'visit'
      ? guests.flatMap((guest) => known(guest, 'PRINCIPAL'))
      : guests.flatMap((guest) => known(guest, isAccompanying ? 'DELEGATE' : 'PRINCIPAL')).map(asAmerican)
  return [...came, ...others.flatMap((occurrence) => known(occurrence, roleOf(occurrence, { isOfLeaders })))]
}

/** The title of those who travel for the United States is told with the state: "Secretary of State of the United States". */
function asAmerican({ occurrence, ...attendee }: Attendee): Attendee {
  const capacity = `${occurrence.capacity ?? ''} of ${withArticle(UNITED_STATES.name)}`
  return { ...attendee, occurrence: { ...occurrence, capacity } }
}

/** Whoever goes in somebody's train is no principal, and neither is a minister among those who lead their states. */
function roleOf({ rank }: Occurrence, { isOfLeaders }: { isOfLeaders: boolean }): AttendanceRole {
  return isOfLeaders && rank !== 'SOVEREIGN' && rank !== 'HEAD' ? 'DELEGATE' : 'PRINCIPAL'
}
