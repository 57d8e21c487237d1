import { readTypedReference, type SluggedType } from '../domain/global-id.ts'
import type { EntryLine } from './entry-lines.ts'
import { isRecord, type Path, walkInput } from './input/walk.ts'

/** A participant who is another one, by their slugs. */
export interface Merge {
  duplicate: string
  keep: string
}

/**
 * An entry that names a participant, as it reads once that is another one. Who stood twice in a list stands once
 * then, with all that was said of either; what was said of the first counts where there can be only one.
 */
export function withMerged(line: EntryLine, merge: Merge): EntryLine {
  const merged = structuredClone(line)
  walkInput(line.type, {
    input: line,
    visitor: {
      reference(text, { types, path }) {
        const kept = types.includes('Participant') ? renamed(text, types, merge) : text
        if (kept !== text) put(merged, path, kept)
      },
    },
  })
  walkInput(line.type, {
    input: merged,
    visitor: {
      distinctList(members, { marks, path }) {
        const [mark] = marks
        if (marks.length === 1 && mark?.types?.includes('Participant')) {
          put(merged, path, joined(members, mark.field).map(withoutSelf))
        }
      },
    },
  })
  return { ...merged, ...withoutSelf(merged), type: line.type, slug: line.slug }
}

/** The participant who is kept, with what is known of the duplicate besides. */
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
function joined(members: readonly unknown[], field: string | null): unknown[] {
  const markOf = (member: unknown) => (field !== null && isRecord(member) ? member[field] : member)
  return [...Map.groupBy(members, markOf).values()].map((same) => same.reduce(join))
}

function join(one: unknown, other: unknown): unknown {
  if (!isRecord(one) || !isRecord(other)) return one
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

/** Nobody acts on behalf of themselves. */
function withoutSelf(part: unknown): object {
  if (!isRecord(part)) return Object(part)
  const actor = part['participant'] ?? part['speaker']
  const { onBehalfOf, ...rest } = part
  return onBehalfOf === undefined || onBehalfOf === actor ? rest : part
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function distinct(members: readonly unknown[]): unknown[] {
  return [...new Map(members.map((member) => [JSON.stringify(member), member])).values()]
}
