import { isDeepStrictEqual } from 'node:util'
import type { SluggedType } from '../../domain/global-id.ts'
import { LOG, named, referring, renamed } from '../basis/tags.ts'
import { traitsOf } from '../basis/traits.ts'
import { type Reference, referencesIn } from './references.ts'

/** A change as the log has it. */
export interface Change {
  type: SluggedType
  id: string
  slug: string
  before: object | null
  after: object | null
}

/** What changes touch. */
export interface Touched {
  /** The tags that follow from the changes themselves. */
  tags: ReadonlySet<string>
  /** Where to look for what else they touch. */
  around: Around
}

/** What the record has to be asked for: whom names lead to, and what follows from statements. */
export interface Around {
  /** The entries that were named, and of which types those are that name them. */
  references: readonly (Reference & { by: SluggedType })[]
  /** The statements that were written. */
  statements: readonly string[]
  /** Those of which something else follows than before, for what is reported in them. */
  moved: readonly string[]
  /** The participants who became anonymous, or known by name. */
  unmasked: readonly string[]
  /** Those who are gone: their names may lead to others now. */
  gone: readonly string[]
}

/** From what, of a statement, follows how those are known that are reported in it. */
const HEARD = ['speaker', 'onBehalfOf', 'reportedIn']

/** What changes touch, as the log tells it. What else they touch, neighbourhood.ts finds in the record. */
export function touchedBy(changes: readonly Change[]): Touched {
  const tags = new Set<string>()
  const references = new Map<string, Reference & { by: SluggedType }>()
  const of = (wanted: (change: Change) => boolean) => changes.filter(wanted).map(({ id }) => id)
  for (const change of changes) {
    const { type, id, slug, before, after } = change
    if (differ(change, ['name'])) tags.add(renamed(type))
    tags.add(LOG).add(id).add(named(type, slug)).add(type)
    for (const line of [before, after]) {
      for (const tag of line ? traitsOf(type, line) : []) tags.add(tag)
    }
    for (const reference of [...referencesIn(type, before), ...referencesIn(type, after)]) {
      const tag = referring(type, named(reference.type, reference.slug))
      tags.add(tag)
      references.set(tag, { ...reference, by: type })
    }
  }
  return {
    tags,
    around: {
      references: [...references.values()],
      statements: of(({ type }) => type === 'Statement'),
      moved: of((change) => change.type === 'Statement' && differ(change, HEARD)),
      unmasked: of((change) => change.type === 'Participant' && differ(change, ['isAnonymous'])),
      gone: of(({ type, after }) => type === 'Participant' && after === null),
    },
  }
}

/** Whether an entry was changed in one of these fields; one that is new, or gone, was not. */
function differ({ before, after }: Change, fields: readonly string[]): boolean {
  return (
    before !== null &&
    after !== null &&
    fields.some((field) => !isDeepStrictEqual(Reflect.get(before, field), Reflect.get(after, field)))
  )
}
