import { fold } from '../../domain/folding.ts'
import { type Identity, realmOf, realmOfAffiliation } from './identity.ts'
import { isOrdinal } from './name-likeness.ts'
import type { Occurrence } from './occurrence.ts'
import { isRank } from './office-rank.ts'
import { yearsFrom } from './time.ts'

/** Who is meant by a name that is none in full: somebody known, nobody known, or several who cannot be told apart. */
export type Meant = { identity: Identity } | { realm: string } | { several: readonly Identity[] }

/** How far from the time for which somebody is attested a name can still mean them, in years, from near to far. */
const REACHES = [0, 1, 4]

/** The same where the sort of office is another, a minister who became president, or the country. */
const SHORT_REACH = 1

/** The same for monarchs, whose first names are theirs alone as long as nobody follows them who has it too. */
const LONG_REACH = 40

/** The people of each realm, to look for whom a short name means. */
export type PeopleByRealm = ReadonlyMap<string, readonly Identity[]>

/**
 * Whom a name without a given name means: of the people of the state for whom it acts, whoever has that name and an
 * office of that sort, and is attested nearest to that day. Where several are, or the state is not known, it is not said.
 *
 * @returns the realm to which somebody belongs whom no row names in full; several, or none, where it cannot be known
 */
export function meantBy(occurrence: Occurrence, people: PeopleByRealm): Meant {
  const { affiliation, supposed, rank, capacity, isOneOfSeveral } = occurrence
  const realms =
    affiliation === null ? [...new Set(supposed.map(realmOf))] : [realmOfAffiliation(affiliation)]
  for (const realm of realms) {
    const found = nearest(occurrence, people.get(realm) ?? [])
    if (found !== null) return found
  }
  const [realm, ...others] = realms
  if (realm === undefined || others.length > 0 || isRank(capacity)) return { several: [] }
  if (affiliation !== null) return { realm }
  if (isOneOfSeveral) return { several: [] }
  // Nobody of the country visited: somebody from elsewhere has come there too, if it is clear who.
  const elsewhere = [...people].flatMap(([other, theirs]) =>
    other === realm
      ? []
      : theirs.filter((identity) => identity.ranks.has(rank) && isFamilyName(occurrence, identity)),
  )
  const found = [...new Set(elsewhere)].filter(
    (identity) => isWithin(SHORT_REACH, occurrence, identity) && isSpelled(occurrence, identity),
  )
  return found.length === 0 ? { realm } : oneOf(found)
}

function nearest(occurrence: Occurrence, people: readonly Identity[]): Meant | null {
  const called = people.filter((identity) => isCalled(occurrence, identity))
  const ofRank = called.filter(({ ranks }) => ranks.has(occurrence.rank))
  for (const reach of occurrence.rank === 'SOVEREIGN' ? [...REACHES, LONG_REACH] : REACHES) {
    const near = likeliest(
      occurrence,
      ofRank.filter((identity) => isWithin(reach, occurrence, identity)),
    )
    const found = reach === LONG_REACH ? near.filter((identity) => isGivenName(occurrence, identity)) : near
    if (found.length > 0) return oneOf(found)
  }
  const [other, ...more] = called.filter((identity) => isFamilyName(occurrence, identity))
  const isMeant = other !== undefined && more.length === 0 && isWithin(SHORT_REACH, occurrence, other)
  return isMeant && canChangeTo(occurrence, other) ? { identity: other } : null
}

/** Whether whoever has one sort of office is easily found in another: ministers and generals become presidents. */
function canChangeTo({ rank, capacity }: Occurrence, { ranks }: Identity): boolean {
  return rank === 'HEAD'
    ? ranks.has('MINISTER')
    : (rank === 'MINISTER' || isRank(capacity)) && ranks.has('HEAD')
}

function oneOf(found: readonly Identity[]): Meant {
  const [only] = found
  return only !== undefined && found.length === 1 ? { identity: only } : { several: found }
}

function isWithin(reach: number, { day, rank }: Occurrence, { time, ranks, death }: Identity): boolean {
  // Whoever is named after the funeral has the name of the one who died.
  if (death !== null && (day < death ? death < time.first : time.last < death)) return false
  return yearsFrom(day, ranks.get(rank) ?? time) <= reach
}

function isCalled({ sounds, rank }: Occurrence, identity: Identity): boolean {
  const [words, number] = [sounds.filter((word) => !isOrdinal(word)), sounds.find(isOrdinal)]
  return identity.sounds.some((full) => {
    const theirs = full.find(isOrdinal)
    const isSameNumber =
      number === undefined || theirs === undefined
        ? rank === 'SOVEREIGN' || number === theirs
        : number === theirs
    return isSameNumber && words.every((sound) => full.includes(sound))
  })
}

/**
 * Sovereigns go by the first of their names, and by the last only where an article is printed before it: King Salman is
 * neither his son Mohammed bin Salman nor his grandson. Others go by the last, so that whoever has it comes before
 * whoever has it in another place.
 */
function likeliest(occurrence: Occurrence, identities: Identity[]): Identity[] {
  const ofFamily = identities.filter((identity) => isFamilyName(occurrence, identity))
  if (occurrence.rank !== 'SOVEREIGN') return ofFamily.length > 0 ? ofFamily : identities
  if (/^al[- ]/i.test(occurrence.name.name)) return ofFamily
  return identities.filter((identity) => isGivenName(occurrence, identity))
}

function isGivenName({ sounds }: Occurrence, identity: Identity): boolean {
  return identity.sounds.some((full) => full[0] === sounds[0])
}

/** Whether the family name is spelled as it is: across the world, names that sound alike are not the same. */
function isSpelled({ name }: Occurrence, { occurrences }: Identity): boolean {
  const last = fold(name.name).split(' ').at(-1)
  return occurrences.some((one) => fold(one.name.name).split(' ').at(-1) === last)
}

function isFamilyName({ sounds }: Occurrence, identity: Identity): boolean {
  return identity.sounds.some((full) => full.at(-1) === sounds.at(-1))
}
