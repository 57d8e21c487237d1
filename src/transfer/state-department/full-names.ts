import { fold } from '../../domain/folding.ts'
import { isKnownName } from '../person/known-names.ts'
import { type Identity, identityOf, realmOf } from './identity.ts'
import { areSame, isMisprint, isShorter } from './name-likeness.ts'
import type { Occurrence } from './occurrence.ts'
import { yearsApart, yearsBetween } from './time.ts'

/** When two names are one person’s: how alike they have to be, and how near in time. */
interface Rule {
  isAlike(one: readonly string[], other: readonly string[]): boolean
  mostYears: number
  /** Whether they have to have held offices of one sort. */
  ofOneRank: boolean
}

/** From the surest on. */
const RULES: readonly Rule[] = [
  { isAlike: areSame, mostYears: 15, ofOneRank: false },
  { isAlike: isShorter, mostYears: 12, ofOneRank: false },
  { isAlike: isMisprint, mostYears: 8, ofOneRank: true },
]

/** A longer time without a word of somebody, in years, and whoever has the name then is somebody else. */
const LONGEST_SILENCE = 20

/**
 * The people whom rows name in full, each of them once: the same name, whoever has it acts for; and within a state those
 * whose names differ in spelling, in what is left out, or by a misprint, where only one other can be meant.
 */
export function fullyNamed(occurrences: readonly Occurrence[]): Identity[] {
  const byName = Map.groupBy(occurrences, ({ name }) => fold(name.name).replaceAll('-', ' '))
  const apart = [...byName.values()].flatMap(byState).flatMap(byTime).map(identityOf)
  const byRealm = Map.groupBy(apart, ({ realm }) => realm)
  return [...byRealm.values()].flatMap(merged)
}

/** Those of one name, apart where rows say that they act for states that do not follow each other. */
function byState(occurrences: Occurrence[]): Occurrence[][] {
  const { realm } = identityOf(occurrences)
  const byRealm = Map.groupBy(occurrences, ({ affiliation }) =>
    affiliation !== null && 'state' in affiliation ? realmOf(affiliation.state) : realm,
  )
  return [...byRealm.values()]
}

/** Those of one name, apart where nobody of that name is heard of for a long time. */
function byTime(occurrences: Occurrence[]): Occurrence[][] {
  const parts: Occurrence[][] = []
  for (const occurrence of occurrences.toSorted((one, other) => (one.day < other.day ? -1 : 1))) {
    const part = parts.at(-1)
    const last = part?.at(-1)?.day
    const isSilent = last !== undefined && yearsBetween(last, occurrence.day) > LONGEST_SILENCE
    if (part === undefined || (isSilent && !isKnownName(occurrence.name.name))) parts.push([occurrence])
    else part.push(occurrence)
  }
  return parts
}

function merged(identities: readonly Identity[]): Identity[] {
  const fewer = RULES.reduce<Identity[]>(mergedBy, [...identities])
  // What was ambiguous may be so no longer, once those are joined who made it so.
  return fewer.length < identities.length ? merged(fewer) : fewer
}

/** Joins those whom a rule finds alike, beginning with the rarest, as long as only one other is like them. */
function mergedBy(identities: Identity[], rule: Rule): Identity[] {
  const rest = [...identities].sort(byRarity)
  const done: Identity[] = []
  for (let one = rest.shift(); one !== undefined; one = rest.shift()) {
    const rare = one
    const alike = [...rest, ...done].filter((other) => areAlike(rare, other, rule))
    const [only] = alike
    if (only === undefined || (alike.length > 1 && !areOne(alike))) {
      done.push(rare)
      continue
    }
    const joined = identityOf([rare, ...alike].flatMap(({ occurrences }) => occurrences))
    for (const other of alike) remove(other, rest, done)
    rest.push(joined)
  }
  return done
}

/** Whether all of them are one person for certain: their names have the same words. */
function areOne(identities: readonly Identity[]): boolean {
  const [first, ...others] = identities
  return others.every((other) =>
    first?.sounds.some((one) => other.sounds.some((sounds) => areSame(one, sounds))),
  )
}

function areAlike(one: Identity, other: Identity, { isAlike, mostYears, ofOneRank }: Rule): boolean {
  if (yearsApart(one.time, other.time) > mostYears) return false
  if (ofOneRank && ![...one.ranks.keys()].some((rank) => other.ranks.has(rank))) return false
  return one.sounds.some((sounds) => other.sounds.some((others) => isAlike(sounds, others)))
}

function byRarity(one: Identity, other: Identity): number {
  return one.occurrences.length - other.occurrences.length || (nameOf(one) < nameOf(other) ? -1 : 1)
}

function nameOf({ occurrences: [first] }: Identity): string {
  return fold(first?.name.name ?? '')
}

function remove(identity: Identity, ...lists: Identity[][]) {
  for (const list of lists) {
    const place = list.indexOf(identity)
    if (place >= 0) list.splice(place, 1)
  }
}
