import { fold } from '../../domain/folding.ts'
import { slugFrom } from '../../domain/slug.ts'
import { personSlug } from '../person/name.ts'
import { shortlyNamed, type Unknown } from './family-names.ts'
import { fullyNamed } from './full-names.ts'
import type { HistorianState } from './historian-states.ts'
import { extended, type Identity, realmOf, realmOfAffiliation } from './identity.ts'
import { mostOften } from './most-often.ts'
import type { Occurrence } from './occurrence.ts'
import { meantBy, type PeopleByRealm } from './short-names.ts'

/** A person whom rows name. */
export interface Person {
  slug: string
  name: string
  aliases: string[]
  /** The state for which they act mostly; null where no row says. */
  state: HistorianState | null
  occurrences: readonly Occurrence[]
}

/** Who the occurrences are, and those of which it cannot be said. */
export interface People {
  byOccurrence: ReadonlyMap<Occurrence, Person>
  all: readonly Person[]
  /** Names that fit several people: their slugs. */
  unclear: ReadonlyMap<Occurrence, string[]>
}

/** Finds out who is who among all who are named. The outcome does not depend on the order. */
export function peopleIn(occurrences: readonly Occurrence[]): People {
  const full = fullyNamed(occurrences.filter(({ name, isPresent }) => isPresent && !name.isShort))
  const deaths = occurrences.filter(({ isDead }) => isDead)
  const short = occurrences.filter(({ name, isPresent }) => isPresent && name.isShort)
  const { found, unknown, unclear } = assigned(
    short,
    full.map((identity) => withDeath(identity, deaths)),
  )
  const people = withSlugs([
    ...found.map(({ identity, short }) => ({
      ...identity,
      occurrences: [...identity.occurrences, ...short],
    })),
    ...shortlyNamed(unknown),
  ])
  const slugs = new Map(found.map(({ identity }, place) => [identity.occurrences, people[place]?.slug ?? '']))
  return {
    all: people,
    byOccurrence: new Map(
      people.flatMap((person) => person.occurrences.map((occurrence) => [occurrence, person] as const)),
    ),
    unclear: new Map(
      unclear.map(({ occurrence, several }) => [
        occurrence,
        several.map((identity) => slugs.get(identity.occurrences) ?? '').sort(),
      ]),
    ),
  }
}

/** With the day on which a row says that somebody of their name and state had died. */
function withDeath(identity: Identity, dead: readonly Occurrence[]): Identity {
  const days = dead.filter((one) => isNamesake(one, identity)).map(({ day }) => day)
  return { ...identity, death: days.sort()[0] ?? null }
}

/** Whether somebody has the name that tells a person from others of the state: monarchs the first, others the last. */
function isNamesake(
  { affiliation, supposed, sounds, rank }: Occurrence,
  { realm, sounds: names }: Identity,
): boolean {
  const realms = affiliation === null ? supposed.map(realmOf) : [realmOfAffiliation(affiliation)]
  if (realm === null || !realms.includes(realm)) return false
  return names.some((name) => (rank === 'SOVEREIGN' ? name[0] === sounds[0] : name.at(-1) === sounds.at(-1)))
}

interface Assigned {
  found: { identity: Identity; short: Occurrence[] }[]
  unknown: Unknown[]
  unclear: { occurrence: Occurrence; several: readonly Identity[] }[]
}

/**
 * Finds out whom short names mean, from those on that are nearest to people named in full: whoever is found extends the
 * time for which they are attested, and so brings the next one near.
 */
function assigned(short: readonly Occurrence[], full: readonly Identity[]): Assigned {
  const found = full.map((identity) => ({ identity, short: [] as Occurrence[] }))
  let rest = short
  for (;;) {
    const people = peopleByRealm(found.map(({ identity }) => identity))
    const meant = rest.map((occurrence) => ({ occurrence, meant: meantBy(occurrence, people) }))
    const places = new Map(found.map(({ identity }, place) => [identity, place]))
    const clear = meant.flatMap(({ occurrence, meant }) =>
      'identity' in meant ? [{ occurrence, identity: meant.identity }] : [],
    )
    if (clear.length === 0) {
      return {
        found,
        unknown: meant.flatMap(({ occurrence, meant }) =>
          'realm' in meant ? [{ occurrence, realm: meant.realm }] : [],
        ),
        unclear: meant.flatMap(({ occurrence, meant }) =>
          'several' in meant ? [{ occurrence, several: meant.several }] : [],
        ),
      }
    }
    for (const [identity, theirs] of Map.groupBy(clear, (one) => one.identity)) {
      const entry = found[places.get(identity) ?? -1]
      if (entry === undefined) continue
      entry.short.push(...theirs.map(({ occurrence }) => occurrence))
      entry.identity = extended(
        identity,
        theirs.map(({ occurrence }) => occurrence),
      )
    }
    const done = new Set(clear.map(({ occurrence }) => occurrence))
    rest = rest.filter((occurrence) => !done.has(occurrence))
  }
}

/** People by everything that they act for: organizations, and states, which are supposed where none is printed. */
function peopleByRealm(identities: readonly Identity[]): PeopleByRealm {
  const pairs = identities.flatMap((identity) => {
    const { occurrences } = identity
    const printed = occurrences.flatMap(({ affiliation }) => (affiliation === null ? [] : [affiliation]))
    const isKnown = printed.some((affiliation) => 'state' in affiliation)
    const supposed = isKnown ? [] : occurrences.flatMap((occurrence) => occurrence.supposed)
    const realms = new Set([...printed.map(realmOfAffiliation), ...supposed.map(realmOf)])
    return [...realms].map((realm) => ({ realm, identity }))
  })
  return new Map(
    [...Map.groupBy(pairs, ({ realm }) => realm)].map(([realm, those]) => [
      realm,
      those.map(({ identity }) => identity),
    ]),
  )
}

/** People with slugs of their own: of namesakes the first in time has the plain one. */
function withSlugs(identities: readonly Identity[]): Person[] {
  const people = identities.map(personOf)
  const slugs = new Map<Person, string>()
  const taken = new Set<string>()
  for (const person of people.toSorted((one, other) => (firstRow(one) < firstRow(other) ? -1 : 1))) {
    const slug = slugsFor(person).find((wished) => !taken.has(wished)) ?? person.slug
    taken.add(slug)
    slugs.set(person, slug)
  }
  return people.map((person) => ({ ...person, slug: slugs.get(person) ?? person.slug }))
}

/** The day and the row in which somebody is first named. */
function firstRow({ occurrences }: Person): string {
  return [...occurrences].map(({ day, row }) => `${day} ${row}`).sort()[0] ?? ''
}

/** The slugs that would do, the plainest first: namesakes are told apart by their states, then by when they are named. */
function slugsFor(person: Person): string[] {
  const { slug, state } = person
  const ofState = state === null || slug.endsWith(`-${state.slug}`) ? slug : `${slug}-${state.slug}`
  const first = firstRow(person)
  return [slug, ofState, `${ofState}-${first.slice(0, 4)}`, slugFrom(`${ofState} ${first}`)]
}

function personOf(identity: Identity): Person {
  const { occurrences } = identity
  const full = occurrences.filter(({ name }) => !name.isShort)
  const named = full.length > 0 ? full : occurrences
  const key = mostOften(named.map(({ name }) => fold(name.name)))
  // Of one name in several writings the one that has its accents, if it is written so at least once.
  const writings = named.map(({ name }) => name.name).filter((name) => fold(name) === key)
  const name =
    writings.toSorted().findLast((writing) => /[^\x20-\x7e’]/.test(writing)) ?? mostOften(writings) ?? ''
  const forms = full.flatMap(({ name }) => [name.name, ...name.aliases])
  const aliases = [...new Map(forms.map((form) => [fold(form), form])).values()].filter(
    (form) => fold(form) !== fold(name),
  )
  const state = stateFor(identity)
  return {
    slug: personSlug(name, state?.slug ?? identity.realm),
    name,
    aliases: aliases.sort(),
    state,
    occurrences,
  }
}

/** The state for which somebody acts most often, as rows say; else the one that stands to reason. */
function stateFor({ occurrences }: Identity): HistorianState | null {
  const states = occurrences.flatMap(({ affiliation }) =>
    affiliation !== null && 'state' in affiliation ? [affiliation.state] : [],
  )
  const slug = mostOften(states.map((state) => state.slug))
  if (slug !== null) return states.find((state) => state.slug === slug) ?? null
  const supposed = occurrences.flatMap((occurrence) => occurrence.supposed)
  const likely = mostOften(supposed.map((state) => state.slug))
  return supposed.find((state) => state.slug === likely) ?? null
}
