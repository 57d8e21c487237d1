/** The longest URL, in characters. */
export const MAX_URL_LENGTH = 2000

/**
 * White space, control characters, invisible marks, halves of surrogate pairs: what a URL parser would hide.
 */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Cs}]/u

/**
 * Whether a text is an absolute http or https URL, of at most 2,000 characters, without white space or the
 * like.
 */
export function isUrl(text: string): boolean {
  if (text.length > MAX_URL_LENGTH || UNSEEN.test(text)) return false
  // The parser alone would accept "https:example.org".
  return /^https?:\/\/[^/]/i.test(text) && URL.canParse(text)
}
