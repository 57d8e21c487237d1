import { slugFrom } from '../../domain/slug.ts'

const UUID = /^([0-9a-f]{8})-[0-9a-f]{4}-/i

/**
 * Gives entries of one type their slugs. Of several with one name the first has the slug of the name, those that follow
 * the ID behind it; where a name has no Latin letters, the ID alone is the slug. Null where that has none either.
 */
export function slugGiver(): (entry: { name: string; id: string }) => string | null {
  const taken = new Set<string>()
  return ({ name, id }) => {
    const base = slugFrom(name) || slugFrom(id)
    if (base === '') return null
    const suffix = UUID.exec(id)?.[1] ?? id
    let slug = base
    for (let copy = 1; taken.has(slug); copy += 1)
      slug = slugFrom(`${base} ${suffix}${copy > 1 ? ` ${copy}` : ''}`)
    taken.add(slug)
    return slug
  }
}
