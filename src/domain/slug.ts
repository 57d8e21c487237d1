import { fold } from './folding.ts'

/** The longest slug, in characters. */
export const MAX_SLUG_LENGTH = 120

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Whether a text is a slug: words of a-z and 0-9 with single hyphens between, at most 120 characters. */
export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG_LENGTH && SLUG.test(text)
}

/**
 * A slug for a title or a name: "Côte d’Ivoire" becomes "cote-d-ivoire". What is too long ends after a whole
 * word. Letters other than Latin ones are left out, so that nothing can be left: then the answer is '', and
 * the slug has to come from somewhere else.
 */
export function slugFrom(text: string): string {
  const words = fold(text)
    .replace(/'(?=s\b)/g, '')
    .match(/[a-z0-9]+/g)
  let slug = ''
  for (const word of words ?? []) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > MAX_SLUG_LENGTH) return slug === '' ? word.slice(0, MAX_SLUG_LENGTH) : slug
    slug = longer
  }
  return slug
}
