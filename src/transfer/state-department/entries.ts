import type { NewEntry } from '../../writing/check/draft.ts'
import { type AttendanceInput, type Attendee, attendancesIn } from './attendances.ts'
import type { HeldOffice } from './offices.ts'
import type { Acting } from './parties.ts'
import type { Person } from './people.ts'
import type { FirstRow } from './register.ts'
import { citationOf } from './sources.ts'
import type { Summit } from './summits.ts'

/**
 * A summit, with all who came to it by any row.
 *
 * @param organization the slug of the one whose members met; null where that is none
 */
export function summitEntry(
  summit: Summit,
  { attendees, organization }: { attendees: readonly Attendee[]; organization: string | null },
): NewEntry {
  const { slug, title, date, town, state, rows } = summit
  const people = attendancesIn(attendees, state)
  const participants: AttendanceInput[] = [
    ...people,
    ...(organization === null ? [] : [{ participant: organization, roles: ['PRINCIPAL' as const] }]),
  ]
  const code = state.countryCode === null ? {} : { countryCode: state.countryCode }
  const [row = ''] = rows
  return {
    type: 'Meeting',
    input: {
      ...{ slug, title, kind: 'SUMMIT', format: 'IN_PERSON', date },
      place: { name: town ?? state.name, ...code },
      participants,
      citations: [
        { ...citationOf(row), note: 'The days are those on which all whom the rows name were there.' },
      ],
    },
  }
}

/** A person, with the offices in which they are attested; proved by the first row that names them. */
export function personEntry(
  { slug, name, aliases, state }: Person,
  { offices, row: { locator } }: { offices: readonly HeldOffice[]; row: FirstRow },
): NewEntry {
  const code = state?.countryCode ? { countryCode: state.countryCode } : {}
  return {
    type: 'Participant',
    input: { slug, name, aliases, kind: 'PERSON', ...code, offices, citations: [citationOf(locator)] },
  }
}

/** A state or an organization; proved by the first row in which it has a part. */
export function actingEntry(one: Acting, { locator }: FirstRow): NewEntry {
  const kind = 'kind' in one ? one.kind : 'ORGANIZATION'
  const code = 'countryCode' in one && one.countryCode !== null ? { countryCode: one.countryCode } : {}
  const { slug, name, aliases } = one
  return {
    type: 'Participant',
    input: { slug, name, aliases, kind, ...code, citations: [citationOf(locator)] },
  }
}
