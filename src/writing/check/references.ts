import type { SluggedType } from '../../domain/global-id.ts'
import { type Problem, problemAt, quoted } from '../input/problem.ts'
import { isRecord, type Mark, type Path, walkInput } from '../input/walk.ts'
import type { Draft } from './draft.ts'
import { type KnownEntries, readAs } from './known-entries.ts'

/** What entries name is there, nothing stands twice in a list that is to hold it once, and no link leads back. */
export function checkReferences(drafts: readonly Draft[], known: KnownEntries) {
  for (const { type, id, given, problems } of drafts) {
    walkInput(type, {
      input: given,
      visitor: {
        reference(text, { types, path }) {
          const found = known.find(text, types)
          if (!found) problems.push(unknownReference(text, types, path))
          else if (path[0] === 'links' && found.id === id) {
            problems.push(problemAt(path, 'INVALID', 'a statement cannot be linked to itself'))
          }
        },
        distinctList(members, { marks, path }) {
          problems.push(...duplicates({ members, marks, path, known }))
        },
      },
    })
  }
}

function unknownReference(text: string, types: readonly SluggedType[], path: Path): Problem {
  const nouns = types.map((type) => type.toLowerCase()).join(' or ')
  const [type] = types
  if (types.length > 1 && readAs(text, types) === null) {
    return problemAt(
      path,
      'INVALID',
      `${quoted(text)} does not name a ${nouns}: write it like ${type}:its-slug, or give the ID`,
    )
  }
  return problemAt(
    path,
    'UNKNOWN_REFERENCE',
    `there is no ${nouns} called ${quoted(text)}; give the slug or the ID of one that is on record or comes along`,
  )
}

/** The same entry may be named by its slug and by its ID: what counts is whom a reference means. */
function duplicates(options: {
  members: readonly unknown[]
  marks: readonly Mark[]
  path: Path
  known: KnownEntries
}): Problem[] {
  const { members, marks, path, known } = options
  const places = new Map<string, number>()
  const problems: Problem[] = []
  // Where one field tells the members apart, the problem is that field's.
  const field = marks.length === 1 ? (marks[0]?.field ?? null) : null
  const pathOf = (place: number) => [...path, place, ...(field === null ? [] : [field])]
  for (const [place, member] of members.entries()) {
    const values = marks.map((mark) => identify(mark, member, known))
    if (values.includes(null)) continue
    const key = JSON.stringify(values)
    const first = places.get(key)
    if (first === undefined) places.set(key, place)
    else problems.push(problemAt(pathOf(place), 'DUPLICATE', `is the same as ${pathOf(first).join('.')}`))
  }
  return problems
}

function identify({ field, types }: Mark, member: unknown, known: KnownEntries): string | null {
  const value = field === null ? member : isRecord(member) ? member[field] : null
  if (typeof value !== 'string') return null
  return (types && known.find(value, types)?.id) ?? value
}
