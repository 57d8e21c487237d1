import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth'
import { parse } from 'graphql'
import type { Plugin } from 'graphql-yoga'

/** The size of a request's body, in bytes. */
export const MAX_BODY = 1_000_000
/** The tokens of a document, names and signs alike. */
const MAX_TOKENS = 1_000
/** How deep fields are nested, fragments resolved. Introspection is deeper, and allowed. */
const MAX_DEPTH = 15

/** Refuses documents that are too long, before they are parsed to their end, or too deep. */
export function documentLimits(): Plugin[] {
  return [
    {
      onParse({ setParseFn }) {
        setParseFn((source, options) => parse(source, { ...options, maxTokens: MAX_TOKENS }))
      },
    },
    maxDepthPlugin({ n: MAX_DEPTH, flattenFragments: true }),
  ]
}
