import type { LineNotice, SluggedLine } from '../line.ts'
import type { Collection } from './collection.ts'
import { dateOf, periodOf, problemOfDate } from './dates.ts'
import { identifiedBy } from './identifiers.ts'
import type { Membership } from './popolo.ts'
import { proofOf } from './sources.ts'

interface Office {
  title: string
  of: string | null
  period: string | null
}

/** The people, with the offices that their memberships are, and the organizations. */
export function* participantsOf(collection: Collection): Generator<SluggedLine | LineNotice> {
  const identify = identifiedBy()
  const offices = yield* officesOf(collection)
  for (const [id, { slug, name, aliases, object }] of collection.persons) {
    const { file, line, summary, biography, identifiers } = object
    const { sources, citations } = proofOf(object)
    yield* sources
    const externalIds = yield* identify(object, identifiers)
    const description = summary ?? biography
    const held = offices.get(id) ?? []
    const input = { slug, name, aliases, kind: 'PERSON', description, offices: held, externalIds, citations }
    yield { file, line, type: 'Participant', input }
  }
  for (const { slug, name, object } of collection.organizations.values()) {
    const { file, line, abstract, description, identifiers, other_names } = object
    const { sources, citations } = proofOf(object)
    yield* sources
    const externalIds = yield* identify(object, identifiers)
    const others = other_names.flatMap((other) => (other.name === name ? [] : (other.name ?? [])))
    const input = {
      slug,
      name,
      aliases: [...new Set(others)],
      kind: 'ORGANIZATION',
      description: abstract ?? description,
      externalIds,
      citations,
    }
    yield { file, line, type: 'Participant', input }
  }
}

function* officesOf(collection: Collection): Generator<LineNotice, ReadonlyMap<string, readonly Office[]>> {
  const offices = new Map<string, Map<string, Office>>()
  for (const membership of collection.memberships) {
    const { person_id } = membership
    const read = officeOf(membership, collection)
    if (typeof read === 'string') yield { file: membership.file, line: membership.line, notice: read }
    else if (person_id !== null) {
      const ofPerson = offices.get(person_id) ?? new Map<string, Office>()
      offices.set(person_id, ofPerson.set(JSON.stringify(read), read))
    }
  }
  return new Map([...offices].map(([id, ofPerson]) => [id, [...ofPerson.values()]]))
}

/** The office that a membership is, or why it is none. */
function officeOf(
  membership: Membership,
  { persons, organizations, posts, periods }: Collection,
): Office | string {
  const { person_id, post_id, legislative_period_id } = membership
  if (person_id === null) return 'a membership of no person: it is left out'
  if (!persons.has(person_id)) return `a membership of ${person_id}, who is no person here: it is left out`
  const post = post_id === null ? undefined : posts.get(post_id)
  const title = post?.label ?? membership.label ?? membership.role ?? post?.role ?? null
  if (title === null) return `a membership of ${person_id} without a role, a label and a post: it is left out`
  const organization_id = membership.organization_id ?? post?.organization_id ?? null
  const organization = organization_id === null ? undefined : organizations.get(organization_id)
  if (organization_id !== null && !organization) {
    return `a membership of ${person_id} in ${organization_id}, which is no organization here: it is left out`
  }
  const term = legislative_period_id === null ? undefined : periods.get(legislative_period_id)
  const period = periodOf({
    start: dateOf(membership.start_date ?? term?.start_date ?? null),
    end: dateOf(membership.end_date ?? term?.end_date ?? null),
  })
  const problem = problemOfDate(period)
  if (problem !== null) return `a membership of ${person_id}: ${problem}: it is left out`
  return { title, of: organization?.slug ?? null, period }
}
