/** Far longer than any tag that means something, and short enough to look at. */
const MAX_LENGTH = 100

/**
 * Whether a text is a well-formed BCP 47 language tag: `en`, `zh-Hant`, `es-419`; not `en_US`. A well-formed
 * tag may name a language that nobody knows. It is also what Intl takes for a locale.
 */
export function isLanguageTag(tag: string): boolean {
  if (tag.length === 0 || tag.length > MAX_LENGTH) return false
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
