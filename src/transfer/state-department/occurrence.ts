import type { Day } from '../../domain/day.ts'
import { type PersonName, readPersonName } from '../person/name.ts'
import type { Affiliation } from './affiliation.ts'
import { type HistorianState, stateOf, UNITED_STATES } from './historian-states.ts'
import type { Mention } from './mentions.ts'
import { soundsOf } from './name-likeness.ts'
import { isAmerican, isRank, type OfficeRank, officeRank } from './office-rank.ts'
import { usLeader } from './us-leaders.ts'

/** Somebody who is named in a row, before it is known who that is. */
export interface Occurrence {
  /** The row: "trip 3730". */
  row: string
  day: Day
  /** Title and name as printed. */
  printed: string
  name: PersonName
  capacity: string | null
  rank: OfficeRank
  /** For whom they act, as the row says; for a visitor, the state that they come from. */
  affiliation: Affiliation | null
  /** Whether the row says that they were there; else it says that they had died, or only names them. */
  isPresent: boolean
  isDead: boolean
  isOneOfSeveral: boolean
  isAccompanied: boolean
  /** The words of the name as they sound. */
  sounds: readonly string[]
  /** The states for which they may act where the row does not say, the likelier first. */
  supposed: readonly HistorianState[]
}

/** Where and when somebody is named, and the country that stands to reason where none is printed. */
export interface Setting {
  row: string
  day: Day
  /** The country of the row, or null where nobody governs it. */
  country: HistorianState | null
  /** Whether that is the state for which those who are named act, beyond doubt: visitors. */
  isCertain: boolean
}

/** Whoever is pope acts for it, wherever they are. */
const HOLY_SEE = stateOf('VA')

/** Offices that a state has, so that whoever holds one acts for a state. */
const NATIONAL: ReadonlySet<OfficeRank> = new Set(['SOVEREIGN', 'HEAD', 'MINISTER'])

/** Somebody who is named, with what the setting says of them; null where no name is left without its title. */
export function occurrenceOf(mention: Mention, { row, day, country, isCertain }: Setting): Occurrence | null {
  const leader = leaderOf(mention, day)
  const name = readPersonName(leader ?? mention.name)
  if (name === null) return null
  const { capacity } = mention
  const rank = officeRank(capacity)
  const aliases = leader === null ? name.aliases : []
  const { isPresent, isDead, isOneOfSeveral, isAccompanied } = mention
  const sounds = soundsOf(name.name)
  const printed = [capacity, mention.name].filter((words) => words !== null).join(' ')
  const common = {
    row,
    day,
    printed,
    name: { ...name, aliases },
    capacity,
    rank,
    isPresent,
    isDead,
    isOneOfSeveral,
    isAccompanied,
    sounds,
  }
  if (leader !== null || (mention.affiliation === null && isAmerican(capacity)))
    return { ...common, affiliation: { state: UNITED_STATES }, supposed: [] }
  if (capacity === 'Pope') return { ...common, affiliation: { state: HOLY_SEE }, supposed: [] }
  if (mention.affiliation !== null) return { ...common, affiliation: mention.affiliation, supposed: [] }
  if (isCertain && country !== null) return { ...common, affiliation: { state: country }, supposed: [] }
  const inherited =
    mention.inherited !== null && 'state' in mention.inherited ? [mention.inherited.state] : []
  const countries = country === null ? [] : [country]
  const actsForState = NATIONAL.has(rank) || isRank(capacity)
  return { ...common, affiliation: null, supposed: actsForState ? [...countries, ...inherited] : [] }
}

/** The president or vice president of the United States that is meant, unless another state is printed. */
function leaderOf({ name, capacity, affiliation }: Mention, day: Day): string | null {
  const isAmerican = affiliation === null || ('state' in affiliation && affiliation.state === UNITED_STATES)
  return capacity === null || !isAmerican ? null : usLeader({ capacity, name, day })
}
