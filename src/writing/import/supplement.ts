import type { SluggedType } from '../../domain/global-id.ts'
import { isRecord, type Mark, walkInput } from '../input/walk.ts'
import { isEmpty } from './record-words.ts'

type Input = Readonly<Record<string, unknown>>

/**
 * An entry with what another line says of it besides. Nothing is taken away: what the entry says stays, the line fills in
 * what it leaves open, and the members of its lists join those that are there. Where lists hold nothing twice, what the
 * line says of a member that is there is added to it. Another name of a participant becomes an alias.
 *
 * @param line in the words in which the record says it, so that what it says again is told from what is new
 */
export function supplemented(type: SluggedType, entry: Input, line: Input): Input {
  const marks = marksOf(type, line)
  const fields = Object.keys({ ...entry, ...line })
  const joined = Object.fromEntries(
    fields.map((field) => [field, join(entry[field], line[field], marks.get(field) ?? null)]),
  )
  return { ...joined, ...otherNames(type, line, joined) }
}

/** What tells the members of the lists apart that hold nothing twice, by field. */
function marksOf(type: SluggedType, line: Input): ReadonlyMap<string, readonly Mark[]> {
  const found = new Map<string, readonly Mark[]>()
  walkInput(type, {
    input: line,
    visitor: {
      distinctList(_, { marks, path: [field, ...within] }) {
        if (typeof field === 'string' && within.length === 0) found.set(field, marks)
      },
    },
  })
  return found
}

function join(one: unknown, other: unknown, marks: readonly Mark[] | null): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return joinLists(one, other, marks)
  return isEmpty(one) ? other : one
}

function joinLists(one: readonly unknown[], other: readonly unknown[], marks: readonly Mark[] | null) {
  const keyOf = (member: unknown) =>
    marks && isRecord(member)
      ? JSON.stringify(marks.map(({ field }) => member[field ?? '']))
      : whatItSays(member)
  const members = new Map<string, unknown>()
  for (const member of [...one, ...other]) {
    const key = keyOf(member)
    const there = members.get(key)
    members.set(key, isRecord(there) && isRecord(member) ? joinMembers(there, member) : member)
  }
  return [...members.values()]
}

/** A member as a text that is the same for members that say the same. */
function whatItSays(member: unknown): string {
  if (!isRecord(member)) return JSON.stringify(member)
  const said = Object.entries(member).filter(([, value]) => !isEmpty(value))
  return JSON.stringify(said.sort(([one], [other]) => (one < other ? -1 : 1)))
}

function joinMembers(one: Input, other: Input): Input {
  return Object.fromEntries(
    Object.keys({ ...one, ...other }).map((field) => [field, join(one[field], other[field], null)]),
  )
}

function otherNames(type: SluggedType, line: Input, joined: Input): Input {
  if (type !== 'Participant') return {}
  const { name, aliases } = joined
  const names = new Set([...(Array.isArray(aliases) ? aliases : []), line['name']])
  names.delete(name)
  return { aliases: [...names] }
}
