import { SLUGGED_TYPES, type SluggedType } from '../../domain/global-id.ts'

/** An entry that another refers to, as lines of the log do. */
export interface Reference {
  type: SluggedType
  slug: string
}

/** Where in a line others are named, and of which type they are; `typed` names say so themselves, as `Type:slug`. */
type Names = SluggedType | 'typed' | { readonly [field: string]: Names }

const citations: Names = { source: 'Source' }

const names: Readonly<Record<SluggedType, Names>> = {
  Meeting: {
    parent: 'Meeting',
    participants: { participant: 'Participant', onBehalfOf: 'Participant' },
    topics: 'Topic',
    citations,
  },
  Participant: { offices: { of: 'Participant' }, citations },
  Statement: {
    speaker: 'Participant',
    onBehalfOf: 'Participant',
    addressees: 'Participant',
    meeting: 'Meeting',
    about: 'typed',
    reportedIn: 'Statement',
    positions: { issue: 'Issue' },
    links: { to: 'Statement' },
    topics: 'Topic',
    citations,
  },
  Agreement: {
    meeting: 'Meeting',
    parties: { participant: 'Participant' },
    provisions: { obliges: 'Participant' },
    events: { participants: 'Participant', meeting: 'Meeting', citations },
    topics: 'Topic',
    citations,
  },
  Issue: { topics: 'Topic', citations },
  Topic: { broader: 'Topic', citations },
  Source: { author: 'Participant', citations },
}

/** The entries that a line of an entry names, some of them more than once. */
export function referencesIn(type: SluggedType, line: object | null): Reference[] {
  return line === null ? [] : namedIn(line, names[type])
}

function namedIn(value: unknown, names: Names): Reference[] {
  if (Array.isArray(value)) return value.flatMap((one) => namedIn(one, names))
  if (typeof names === 'object') {
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(names).flatMap(([field, inside]) => namedIn(Reflect.get(value, field), inside))
  }
  if (typeof value !== 'string') return []
  if (names !== 'typed') return [{ type: names, slug: value }]
  const [name, slug = ''] = value.split(':')
  const type = SLUGGED_TYPES.find((one) => one === name)
  return type ? [{ type, slug }] : []
}
