import { withArticle } from '../../domain/states.ts'
import type { AttendanceRole } from '../../generated/prisma/enums.ts'
import { UNITED_STATES } from './historian-states.ts'
import type { Occurrence } from './occurrence.ts'
import type { Acting } from './parties.ts'
import type { Person } from './people.ts'

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

/** The capacity of those who travel for the United States: "Secretary of State of the United States". */
export function americanCapacity(title: string): string {
  return `${title} of ${withArticle(UNITED_STATES.name)}`
}

/** Whoever goes in somebody's train is no principal, and neither is a minister among those who lead their states. */
export function roleOf({ rank }: Occurrence, { isOfLeaders }: { isOfLeaders: boolean }): AttendanceRole {
  return isOfLeaders && rank !== 'SOVEREIGN' && rank !== 'HEAD' ? 'DELEGATE' : 'PRINCIPAL'
}
