import { type Identity, identityOf } from './identity.ts'
import { isOrdinal } from './name-likeness.ts'
import type { Occurrence } from './occurrence.ts'
import { yearsBetween } from './time.ts'

/** Somebody of whom no more is known than a short name and for whom they act. */
export interface Unknown {
  occurrence: Occurrence
  realm: string
}

/** How long nobody may be heard of under a name for it to be the same person still, in years: in an office of one sort. */
const LONGEST_SILENCE = 8

/** The same in offices of two sorts. */
const LONGEST_CHANGE = 3

/** The same for monarchs. */
const LONGEST_REIGN = 30

/** Those whom no row names in full: within a realm one person for each name and time. */
export function shortlyNamed(unknown: readonly Unknown[]): Identity[] {
  const groups = Map.groupBy(
    atHome(unknown),
    ({ occurrence, realm }) => `${realm} ${nameOf(occurrence).join(' ')}`,
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const occurrences = group.map(({ occurrence }) => occurrence)
    return parted(occurrences).map((part) => ({ ...identityOf(part), realm: first?.realm ?? null }))
  })
}

/**
 * With the realm of monarchs who are named without a state while abroad: name and number tell whose they are, where in
 * their time one is known elsewhere, and none in the country visited.
 */
function atHome(unknown: readonly Unknown[]): Unknown[] {
  const isMonarch = ({ occurrence }: Unknown) =>
    occurrence.rank === 'SOVEREIGN' && occurrence.sounds.some(isOrdinal)
  const keyOf = ({ occurrence }: Unknown) => occurrence.sounds.join(' ')
  const known = Map.groupBy(
    unknown.filter((one) => isMonarch(one) && one.occurrence.affiliation !== null),
    keyOf,
  )
  return unknown.map((one) => {
    const namesakes =
      isMonarch(one) && one.occurrence.affiliation === null ? (known.get(keyOf(one)) ?? []) : []
    const near = namesakes.filter(
      ({ occurrence }) => Math.abs(yearsBetween(occurrence.day, one.occurrence.day)) <= LONGEST_REIGN,
    )
    const [home, ...others] = new Set(near.map(({ realm }) => realm))
    const isClear = home !== undefined && others.length === 0
    return isClear ? { ...one, realm: home } : one
  })
}

/** The name as it sounds, without the number of a monarch. */
function nameOf({ sounds }: Occurrence): string[] {
  return sounds.filter((word) => !isOrdinal(word))
}

/** Those of one name: apart by the numbers of monarchs, and where too long a time lies between them. */
function parted(occurrences: readonly Occurrence[]): Occurrence[][] {
  const parts: Occurrence[][] = []
  for (const occurrence of occurrences.toSorted(byDay)) {
    const part = parts.findLast((one) => isSame(one, occurrence))
    if (part === undefined) parts.push([occurrence])
    else part.push(occurrence)
  }
  return parts
}

function isSame(part: readonly Occurrence[], { day, rank, sounds, capacity }: Occurrence): boolean {
  const last = part.at(-1)
  if (last === undefined) return false
  const number = sounds.find(isOrdinal)
  const numbers = part.flatMap((one) => one.sounds.filter(isOrdinal))
  if (number !== undefined && numbers.length > 0 && !numbers.includes(number)) return false
  // Whoever has been king for long does not become prince.
  const king = part.find((one) => one.rank === 'SOVEREIGN' && !isPrince(one.capacity))
  if (isPrince(capacity) && king !== undefined && yearsBetween(king.day, day) > LONGEST_CHANGE) return false
  const silence = yearsBetween(last.day, day)
  if (rank === 'SOVEREIGN' && last.rank === 'SOVEREIGN') return silence <= LONGEST_REIGN
  return silence <= (rank === last.rank ? LONGEST_SILENCE : LONGEST_CHANGE)
}

function isPrince(capacity: string | null): boolean {
  return /\bPrince/.test(capacity ?? '')
}

function byDay(one: Occurrence, other: Occurrence): number {
  return one.day < other.day ? -1 : 1
}
