import type { DocumentNode } from 'graphql'
import { LRUCache } from 'lru-cache'

/** How many documents are kept. */
const MOST = 1_024
/** How many characters they have together: parsed, a document takes several times what its text does. */
const MOST_CHARACTERS = 8_000_000
/** A document that anybody means is shorter, as it has so many tokens at most. */
const LONGEST = 100_000

/**
 * Keeps documents, parsed and validated, for the next request with the same text, and what is wrong with those that
 * cannot be parsed. Yoga's own cache counts documents only, and each may be as long as a request.
 */
export function documentCache() {
  return { documentCache: byText<DocumentNode>(), errorCache: byText<Error>() }
}

function byText<Value extends object>() {
  return new LRUCache<string, Value>({
    max: MOST,
    maxSize: MOST_CHARACTERS,
    maxEntrySize: LONGEST,
    // Nothing has no size.
    sizeCalculation: (_value, text) => text.length + 1,
  })
}
