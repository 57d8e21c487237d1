import type { Day } from '../../domain/day.ts'
import type { Affiliation } from './affiliation.ts'
import type { HistorianState } from './historian-states.ts'
import { mostOften } from './most-often.ts'
import type { Occurrence } from './occurrence.ts'
import type { OfficeRank } from './office-rank.ts'
import { type Attested, attested } from './time.ts'

/** Those occurrences that are one person. */
export interface Identity {
  occurrences: Occurrence[]
  /** The writings of the name, each as it sounds. */
  sounds: readonly (readonly string[])[]
  /** The sorts of offices that they had, each with the time for which it is attested. */
  ranks: ReadonlyMap<OfficeRank, Attested>
  time: Attested
  /** A day on which a row says that whoever had the family name then had died; null where none does. */
  death: Day | null
  /** The realm of the state that they act for, see `realmOf`, or else the organization; null where none is known. */
  realm: string | null
}

/** States that follow each other, by their codes: whoever acted for the one and then the other is one person. */
const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ['SUHH', 'RU'],
  ['CSHH', 'CZ'],
  ['YUCS', 'RS'],
  ['CSXX', 'RS'],
  ['DDDE', 'DE'],
])

/** The realm of whomever somebody acts for. */
export function realmOfAffiliation(affiliation: Affiliation): string {
  return 'state' in affiliation ? realmOf(affiliation.state) : affiliation.organization.slug
}

/** What a state and those that it followed have in common. */
export function realmOf({ slug, countryCode }: HistorianState): string {
  return countryCode === null ? slug : (SUCCESSORS.get(countryCode) ?? countryCode)
}

/** The person that occurrences make. */
export function identityOf(occurrences: readonly Occurrence[]): Identity {
  const names = new Map(occurrences.map(({ sounds }) => [sounds.join(' '), sounds]))
  const days = occurrences.map(({ day }) => day)
  return {
    occurrences: [...occurrences],
    sounds: [...names.values()],
    ranks: ranksOf(occurrences),
    time: attested(days),
    death: null,
    realm: mostOften(realmsOf(occurrences)),
  }
}

/** When each sort of office is attested; what somebody was formerly counts where nothing else is known. */
function ranksOf(occurrences: readonly Occurrence[]): Map<OfficeRank, Attested> {
  return new Map(
    [...Map.groupBy(occurrences, ({ rank }) => rank)].map(([rank, those]) => {
      const held = those.filter(({ capacity }) => !/former/i.test(capacity ?? ''))
      return [rank, attested((held.length > 0 ? held : those).map(({ day }) => day))]
    }),
  )
}

/** Somebody with more days on which they are attested, in the offices that they had then. */
export function extended(identity: Identity, occurrences: readonly Occurrence[]): Identity {
  const more = ranksOf(occurrences)
  const ranks = new Map(
    [...identity.ranks].map(([rank, time]) => {
      const added = more.get(rank)
      return [rank, added === undefined ? time : attested([time.first, time.last, added.first, added.last])]
    }),
  )
  const days = occurrences.map(({ day }) => day)
  return { ...identity, ranks, time: attested([identity.time.first, identity.time.last, ...days]) }
}

/**
 * The realms for which rows say that somebody acts, as often as they say so: those of states, or else of organizations;
 * where no row says, those that stand to reason.
 */
function realmsOf(occurrences: readonly Occurrence[]): string[] {
  const printed = occurrences.flatMap(({ affiliation }) => (affiliation === null ? [] : [affiliation]))
  const states = printed.flatMap((one) => ('state' in one ? [realmOf(one.state)] : []))
  if (states.length > 0) return states
  const organizations = printed.flatMap((one) => ('organization' in one ? [one.organization.slug] : []))
  return organizations.length > 0
    ? organizations
    : occurrences.flatMap(({ supposed }) => supposed.map(realmOf))
}
