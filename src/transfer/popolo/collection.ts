import type { z } from 'zod'
import { fold } from '../../domain/folding.ts'
import type { InputFile } from '../format.ts'
import type { Line, LineNotice, LineProblem } from '../line.ts'
import { personSlug, readPersonName } from '../person/name.ts'
import { type FoundObject, objectsOf } from './objects.ts'
import {
  check,
  classes,
  type Event,
  type Membership,
  type Organization,
  type Person,
  type Post,
  type Speech,
} from './popolo.ts'
import { slugGiver } from './slugs.ts'

/** An object that becomes an entry. */
export interface Entry<Of> {
  slug: string
  name: string
  object: Of
}

/** All but the speeches of some files, by ID. */
export interface Collection {
  persons: Map<string, Entry<Person> & { aliases: string[] }>
  organizations: Map<string, Entry<Organization>>
  posts: Map<string, Post>
  memberships: Membership[]
  events: Map<string, Entry<Event>>
  /** All events, also those that are no meetings but the times of memberships. */
  periods: ReadonlyMap<string, Event>
  /** Who spoke at an event, and in which roles, by the IDs of both. */
  speakers: Map<string, Map<string, Set<string>>>
  /** The events whose speeches are counted from zero. */
  countedFromZero: Set<string>
  /** How many speeches each file has. */
  speechCounts: Map<InputFile, number>
}

/** What EveryPolitician has for events, and nobody meets at. */
const NO_MEETINGS: ReadonlySet<string> = new Set(['legislative period', 'general election'])

/** Reads the files for everything but the words of speeches. */
export async function* collect(
  files: readonly InputFile[],
): AsyncGenerator<LineNotice | LineProblem, Collection> {
  const found = {
    persons: new Map<string, Person>(),
    organizations: new Map<string, Organization>(),
    events: new Map<string, Event>(),
  }
  const collection: Omit<Collection, keyof typeof found> = {
    periods: found.events,
    posts: new Map(),
    memberships: [],
    speakers: new Map(),
    countedFromZero: new Set(),
    speechCounts: new Map(),
  }
  for (const file of files) {
    for await (const object of objectsOf(file)) {
      if (!('value' in object)) yield object
      else if (object.class === 'Person') yield* keep(object, classes.Person, found.persons)
      else if (object.class === 'Organization') yield* keep(object, classes.Organization, found.organizations)
      else if (object.class === 'Event') yield* keep(object, classes.Event, found.events)
      else if (object.class === 'Post') yield* keep(object, classes.Post, collection.posts)
      else if (object.class === 'Membership') {
        const membership = check(classes.Membership, object)
        yield* membership.problems
        if (membership.object) collection.memberships.push(membership.object)
      } else {
        collection.speechCounts.set(file, (collection.speechCounts.get(file) ?? 0) + 1)
        const speech = check(classes.Speech, object)
        if (speech.object) note(speech.object, collection)
      }
    }
  }
  return { ...collection, ...(yield* named(found)) }
}

/** Keeps an object by its ID; what is said of it in several places is put together. */
function* keep<Of extends object & { id: string | null }>(
  found: FoundObject,
  schema: z.ZodType<Of>,
  kept: Map<string, Line & Of>,
): Generator<LineNotice | LineProblem> {
  const { object, problems } = check(schema, found)
  yield* problems
  if (!object) return
  const { file, line, id } = object
  if (id === null) {
    yield {
      file,
      line,
      notice: `the ${found.class.toLowerCase()} has neither an ID nor a name: it is left out`,
    }
    return
  }
  const known = kept.get(id)
  kept.set(id, known ? together(known, object) : object)
}

/** What the first of two says, and what only the other does; of lists the members of both. */
function together<Of extends object>(one: Of, other: Of): Of {
  const all = { ...other, ...one }
  for (const [key, value] of Object.entries(one)) {
    const added: unknown = Reflect.get(other, key)
    if (value === null) Reflect.set(all, key, added)
    else if (Array.isArray(value) && Array.isArray(added)) {
      Reflect.set(all, key, distinct([...value, ...added]))
    }
  }
  return all
}

function distinct(members: readonly unknown[]): unknown[] {
  return [...new Map(members.map((member) => [JSON.stringify(member), member])).values()]
}

/** What an event is told by its speeches: who spoke, as what, and from which number on they are counted. */
function note({ event_id, creator_id, role, position }: Speech, { speakers, countedFromZero }: Notes) {
  if (event_id === null) return
  if (position === 0) countedFromZero.add(event_id)
  if (creator_id === null) return
  const ofEvent = speakers.get(event_id) ?? new Map<string, Set<string>>()
  speakers.set(event_id, ofEvent)
  const roles = ofEvent.get(creator_id) ?? new Set()
  ofEvent.set(creator_id, roles)
  if (role !== null) roles.add(role)
}

type Notes = Pick<Collection, 'speakers' | 'countedFromZero'>

/** Gives everything its slug; persons and organizations are participants alike. */
function* named(found: {
  persons: ReadonlyMap<string, Person>
  organizations: ReadonlyMap<string, Organization>
  events: ReadonlyMap<string, Event>
}): Generator<LineNotice, Pick<Collection, 'persons' | 'organizations' | 'events'>> {
  const participantSlug = slugGiver()
  const meetingSlug = slugGiver()
  const persons: Collection['persons'] = new Map()
  for (const [id, person] of found.persons) {
    const name = nameOf(person)
    const slug = name && participantSlug({ name: personSlug(name.name, null), id })
    if (slug) persons.set(id, { slug, ...name, object: person })
    else yield nameless(person, 'person')
  }
  const organizations: Collection['organizations'] = new Map()
  for (const [id, organization] of found.organizations) {
    const { name } = organization
    const slug = name && participantSlug({ name, id })
    if (slug) organizations.set(id, { slug, name, object: organization })
    else yield nameless(organization, 'organization')
  }
  const events: Collection['events'] = new Map()
  for (const [id, event] of found.events) {
    if (NO_MEETINGS.has(fold(event.classification ?? ''))) {
      const { file, line, classification } = event
      yield { file, line, notice: `${id} is a ${classification}, which is no meeting: it is left out` }
      continue
    }
    const name = event.name ?? id
    const slug = meetingSlug({ name, id })
    if (slug) events.set(id, { slug, name, object: event })
    else yield nameless(event, 'event')
  }
  return { persons, organizations, events }
}

function nameless({ file, line }: Line, what: string): LineNotice {
  return { file, line, notice: `the ${what} has no name: it is left out` }
}

/** The name as the record has names, and the other forms of it. */
function nameOf(person: Person): { name: string; aliases: string[] } | null {
  const { given_name, family_name, honorific_prefix, honorific_suffix, other_names } = person
  const printed = person.name ?? [given_name, family_name].filter((part) => part !== null).join(' ')
  const read = readPersonName(without(printed, { prefix: honorific_prefix, suffix: honorific_suffix }))
  if (!read) return null
  const others = [printed, ...read.aliases, ...other_names.flatMap(({ name }) => name ?? [])]
  return { name: read.name, aliases: [...new Set(others)].filter((other) => other !== read.name) }
}

function without(name: string, { prefix, suffix }: { prefix: string | null; suffix: string | null }): string {
  let bare = name
  if (prefix !== null && bare.startsWith(`${prefix} `)) bare = bare.slice(prefix.length + 1)
  if (suffix !== null && bare.endsWith(suffix)) bare = bare.slice(0, -suffix.length).replace(/[\s,]+$/, '')
  return bare
}
