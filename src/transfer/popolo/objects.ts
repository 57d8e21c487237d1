import path from 'node:path'
import { quoted } from '../../writing/input/problem.ts'
import { isRecord } from '../../writing/input/walk.ts'
import type { InputFile } from '../format.ts'
import type { LineNotice, LineProblem } from '../line.ts'
import { itemsOf } from './json-items.ts'
import { type ClassName, LISTS, OTHER_LISTS } from './popolo.ts'

/** An object of one of the classes, its properties not checked yet. */
export interface FoundObject {
  file: string
  line: number
  class: ClassName
  value: Record<string, unknown>
}

/** Of what class an object is by the first of these properties that it has, where nothing else says it. */
const TELLTALES: readonly [property: string, of: ClassName][] = [
  ['creator_id', 'Speech'],
  ['creator', 'Speech'],
  ['event_id', 'Speech'],
  ['person_id', 'Membership'],
  ['post_id', 'Membership'],
  ['attendees', 'Event'],
  ['location', 'Event'],
  ['label', 'Post'],
  ['family_name', 'Person'],
  ['given_name', 'Person'],
  ['birth_date', 'Person'],
  ['gender', 'Person'],
  ['founding_date', 'Organization'],
  ['dissolution_date', 'Organization'],
]

/** The objects of a file; those that have others within them come without them, and refer to them. */
export async function* objectsOf(file: InputFile): AsyncGenerator<FoundObject | LineNotice | LineProblem> {
  const others = new Map<string, number>()
  for await (const item of itemsOf(file, [...LISTS.keys(), ...OTHER_LISTS])) {
    const at = { file: file.name, line: item.line }
    if (!('value' in item)) yield item
    else if (item.list !== null && OTHER_LISTS.includes(item.list)) {
      others.set(item.list, (others.get(item.list) ?? 0) + 1)
    } else if (!isRecord(item.value))
      yield { ...at, notice: `${quoted(item.value)} is no object: it is left out` }
    else {
      const of = classOf(item.list, { file: file.name, value: item.value })
      if (of) yield* apart({ ...at, class: of, value: item.value })
      else
        yield {
          ...at,
          notice: `${quoted(item.value)} is of no class of Popolo that is known: it is left out`,
        }
    }
  }
  for (const [list, count] of others) {
    yield { file: file.name, line: 1, notice: `${list} have no place in the record: ${count} are left out` }
  }
}

function classOf(
  key: string | null,
  { file, value }: { file: string; value: Record<string, unknown> },
): ClassName | null {
  const named = LISTS.get(key ?? path.basename(file).toLowerCase().split('.')[0] ?? '')
  return named ?? TELLTALES.find(([property]) => property in value)?.[1] ?? null
}

/** What can stand within an object in place of its ID, or as a list: the class, and which of the two refers to the other. */
const WITHIN: Readonly<Record<ClassName, readonly Within[]>> = {
  Person: [
    { property: 'memberships', class: 'Membership', back: 'person_id' },
    { property: 'speeches', class: 'Speech', back: 'creator_id' },
  ],
  Organization: [
    { property: 'memberships', class: 'Membership', back: 'organization_id' },
    { property: 'posts', class: 'Post', back: 'organization_id' },
    { property: 'children', class: 'Organization', back: 'parent_id' },
    { property: 'parent', class: 'Organization', to: 'parent_id' },
  ],
  Post: [
    { property: 'memberships', class: 'Membership', back: 'post_id' },
    { property: 'organization', class: 'Organization', to: 'organization_id' },
  ],
  Membership: [
    { property: 'person', class: 'Person', to: 'person_id' },
    { property: 'organization', class: 'Organization', to: 'organization_id' },
    { property: 'post', class: 'Post', to: 'post_id' },
  ],
  Event: [
    { property: 'children', class: 'Event', back: 'parent_id' },
    { property: 'attendees', class: 'Person' },
    { property: 'organization', class: 'Organization', to: 'organization_id' },
    { property: 'parent', class: 'Event', to: 'parent_id' },
  ],
  Speech: [
    { property: 'creator', class: 'Person', to: 'creator_id' },
    { property: 'audience', class: 'Person', to: 'audience_id' },
    { property: 'event', class: 'Event', to: 'event_id' },
  ],
}

interface Within {
  property: string
  class: ClassName
  /** The property of the inner object that refers to the outer one. */
  back?: string
  /** The property of the outer object that refers to the inner one. */
  to?: string
}

function* apart(object: FoundObject): Generator<FoundObject> {
  const value: Record<string, unknown> = { ...object.value, id: idOf(object.value) }
  if (object.class === 'Speech') nameCreator(value)
  const inner: FoundObject[] = []
  for (const { property, class: of, back, to } of WITHIN[object.class]) {
    const members = [value[property]].flat().filter(isRecord)
    for (const member of members) {
      const id = idOf(member)
      const outer = back && value['id'] ? { [back]: value['id'] } : {}
      if (!isReference(member)) inner.push({ ...object, class: of, value: { ...member, id, ...outer } })
      if (to && isBlank(value[to])) value[to] = id
    }
    if (property === 'attendees') value[property] = members.map((member) => ({ id: idOf(member) }))
  }
  yield { ...object, value }
  for (const other of inner) yield* apart(other)
}

/** Where transcripts know no more than a name, they have a property that the specification lacks. */
function nameCreator(speech: Record<string, unknown>) {
  const { creator_id, creator, creator_name } = speech
  if (isBlank(creator_id) && isBlank(creator) && !isBlank(creator_name)) {
    speech['creator'] = { name: creator_name }
  }
}

/** Whether there is nothing but an ID. */
function isReference(value: Record<string, unknown>): boolean {
  return Object.keys(value).every((property) => property === 'id' || property === '_id')
}

function isBlank(value: unknown): boolean {
  return (value ?? '') === ''
}

/** Whoever has no ID is known by the name. */
function idOf({ id, _id, name }: Record<string, unknown>): unknown {
  return [id, _id, name].find((known) => !isBlank(known)) ?? null
}
