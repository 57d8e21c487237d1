import type { Day } from '../../domain/day.ts'
import {
  type HistorianState,
  historianState,
  isUngoverned,
  stateOf,
  UNITED_STATES,
} from './historian-states.ts'
import { realmOf } from './identity.ts'
import { guest, type Mention, mentionsIn, visitorsIn } from './mentions.ts'
import { type Occurrence, occurrenceOf, type Setting } from './occurrence.ts'
import type { Person } from './people.ts'
import type { Row, Trip } from './row.ts'
import { locatorOf } from './sources.ts'

/** Whoever a row names: who came, and whom they met. */
export interface Parties {
  /** Whose trip or visit it is. */
  guests: Occurrence[]
  others: Occurrence[]
}

const AS_PRESIDENT_ELECT = /\[Visit made as President-elect/

/** Whoever a row names; without days it cannot be known who is meant. */
export function partiesOf(row: Row, days: NonNullable<Row['days']>): Parties {
  const country = isUngoverned(row.country.slug) ? null : historianState(row.country)
  const setting: Setting = { row: locatorOf(row), day: days.start, country, isCertain: row.kind === 'visit' }
  const guests = row.kind === 'visit' ? visitorsIn(row.visitor) : [travellerOf(row)]
  return {
    guests: occurrencesOf(guests, setting),
    others: occurrencesOf(mentionsIn(row.remarks), { ...setting, isCertain: false }),
  }
}

function travellerOf(trip: Trip): Mention {
  return guest({ name: trip.traveller, capacity: titleOf(trip), affiliation: { state: UNITED_STATES } })
}

function titleOf({ role, remarks }: Trip): string {
  if (role === 'secretary') return 'Secretary of State'
  return AS_PRESIDENT_ELECT.test(remarks) ? 'President-elect' : 'President'
}

function occurrencesOf(mentions: readonly Mention[], setting: Setting): Occurrence[] {
  return mentions.flatMap((mention) => occurrenceOf(mention, setting) ?? [])
}

/** The day on which the Soviet Union was no more. */
const END_OF_SOVIET_UNION: Day = '1991-12-26'

/**
 * On whose behalf somebody was there: whom the row prints beside them, or else the state of whoever has an office of a
 * state. Null for those who are not in office any more.
 */
export function onBehalfOf(
  { affiliation, rank, capacity, day }: Occurrence,
  { state }: Person,
): Acting | null {
  if (/former/i.test(capacity ?? '')) return null
  if (affiliation !== null) return 'state' in affiliation ? affiliation.state : affiliation.organization
  if (rank === 'OTHER' || state === null) return null
  if (realmOf(state) !== 'RU') return state
  return stateOf(day < END_OF_SOVIET_UNION ? 'SUHH' : 'RU')
}

/** A state or an organization. */
export type Acting = HistorianState | { slug: string; name: string; aliases: readonly string[] }
