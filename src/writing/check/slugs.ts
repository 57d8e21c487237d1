import { problemAt } from '../input/problem.ts'
import type { Draft } from './draft.ts'
import { freeSlug } from './free-slug.ts'
import type { KnownEntries } from './known-entries.ts'

/** Slugs are unique within their type. Drafts that came without one get one. */
export function checkSlugs(drafts: readonly Draft[], known: KnownEntries) {
  const drafted = new Set<string>()
  const nameOf = ({ type }: Draft, slug: string) => `${type}:${slug}`
  for (const draft of drafts) {
    const { type, slug } = draft
    if (slug === null) continue
    const noun = type.toLowerCase()
    if (drafted.has(nameOf(draft, slug))) {
      draft.problems.push(
        problemAt(['slug'], 'DUPLICATE', `${slug} is the slug of another ${noun} that comes along`),
      )
    }
    drafted.add(nameOf(draft, slug))
    const id = known.idOnRecord(type, slug)
    if (id === null || id === draft.id) continue
    const problem = problemAt(
      ['slug'],
      'SLUG_TAKEN',
      `there is already a ${noun} with the slug ${slug}: give another`,
    )
    draft.problems.push({ ...problem, existing: { type, id } })
  }
  for (const draft of drafts) {
    if (draft.wishedSlug === null) continue
    const isTaken = (slug: string) =>
      drafted.has(nameOf(draft, slug)) || known.idOnRecord(draft.type, slug) !== null
    draft.slug = freeSlug(draft.wishedSlug, isTaken)
    drafted.add(nameOf(draft, draft.slug))
  }
}
