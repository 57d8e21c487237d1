import { readTypedReference, type SluggedType } from '../domain/global-id.ts'
import type { EntryLine } from './entry-lines.ts'
import { isRecord, type Path, walkInput } from './input/walk.ts'

/** A period in two fields is one thing that is said: a beginning and an end of two periods are none. */
const BOUNDS = ['since', 'until']

/** A participant who is another one, by their slugs. */
export interface Merge {
  duplicate: string
  keep: string
}

/**
 * An entry that names a participant, as it reads once that is another one. Who stood twice in a list stands once
 * then, with all that was said of either; where there can be only one, what was said of the one kept counts.
 */
export function withMerged(line: EntryLine, merge: Merge): EntryLine {
  const merged = structuredClone(line)
  const renamedAt = new Set<string>()
  walkInput(line.type, {
    input: line,
    visitor: {
      reference(text, { types, path }) {
        const kept = types.includes('Participant') ? renamed(text, types, merge) : text
        if (kept === text) return
        put(merged, path, kept)
        renamedAt.add(JSON.stringify(path))
      },
    },
  })
  walkInput(line.type, {
    input: merged,
    visitor: {
      distinctList(members, { marks, path }) {
        const [mark] = marks
        if (marks.length > 1 || !mark?.types?.includes('Participant')) return
        const within = mark.field === null ? [] : [mark.field]
        const isRenamed = (place: number) => renamedAt.has(JSON.stringify([...path, place, ...within]))
        put(merged, path, joined(members, { field: mark.field, isRenamed }).map(withoutSelf))
      },
    },
  })
  if (merged['onBehalfOf'] === merged['speaker']) delete merged['onBehalfOf']
  return merged
}

/** The participant who is kept, with what is known of the duplicate besides; neither line names the duplicate any more. */
export function mergedParticipant(keep: EntryLine, duplicate: EntryLine): EntryLine {
  const names = [...listOf(keep['aliases']), duplicate['name'], ...listOf(duplicate['aliases'])]
  return {
    ...duplicate,
    ...keep,
    aliases: [...new Set(names)].filter((name) => name !== keep['name']),
    ...Object.fromEntries(
      ['offices', 'externalIds', 'citations'].map((field) => [
        field,
        distinct([...listOf(keep[field]), ...listOf(duplicate[field])]),
      ]),
    ),
  }
}

function renamed(text: string, types: readonly SluggedType[], { duplicate, keep }: Merge): string {
  if (types.length === 1) return text === duplicate ? keep : text
  const named = readTypedReference(text)
  const isDuplicate = named?.type === 'Participant' && 'slug' in named && named.slug === duplicate
  return isDuplicate ? `Participant:${keep}` : text
}

function put(within: unknown, path: Path, value: unknown) {
  const holder = path.slice(0, -1).reduce<unknown>((part, key) => Reflect.get(Object(part), key), within)
  Reflect.set(Object(holder), path.at(-1) ?? '', value)
}

/** The members of a list, those that are of one participant made one. */
function joined(
  members: readonly unknown[],
  { field, isRenamed }: { field: string | null; isRenamed: (place: number) => boolean },
): unknown[] {
  const marked = members.map((member, place) => ({
    member,
    isRenamed: isRenamed(place),
    mark: field !== null && isRecord(member) ? member[field] : member,
  }))
  return [...Map.groupBy(marked, ({ mark }) => mark).values()].map((same) =>
    same
      .toSorted((one, other) => Number(one.isRenamed) - Number(other.isRenamed))
      .map(({ member }) => member)
      .reduce(join),
  )
}

function join(one: unknown, joining: unknown): unknown {
  if (!isRecord(one) || !isRecord(joining)) return one
  const other = BOUNDS.some((bound) => bound in one) ? without(joining, BOUNDS) : joining
  const fields = Object.keys({ ...one, ...other })
  return Object.fromEntries(
    fields.map((field) => {
      const value = one[field] ?? other[field]
      return [
        field,
        Array.isArray(value) ? distinct([...listOf(one[field]), ...listOf(other[field])]) : value,
      ]
    }),
  )
}

function without(part: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(part).filter(([field]) => !fields.includes(field)))
}

/** Nobody acts on behalf of themselves. */
function withoutSelf(part: unknown): unknown {
  if (!isRecord(part)) return part
  const { onBehalfOf, ...rest } = part
  return onBehalfOf === part['participant'] ? rest : part
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function distinct(members: readonly unknown[]): unknown[] {
  return [...new Map(members.map((member) => [JSON.stringify(member), member])).values()]
}
