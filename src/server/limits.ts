import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth'
import { GraphQLError, parse, type ValidationContext } from 'graphql'
import type { Plugin } from 'graphql-yoga'

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
    maxDepthPlugin({
      n: MAX_DEPTH,
      flattenFragments: true,
      // Reported as what it is: left alone, the plugin throws something that calls itself a syntax error.
      propagateOnRejection: false,
      onReject: [reportDepth],
    }),
  ]
}

function reportDepth(context: ValidationContext | null) {
  const message = `Fields are nested more than ${MAX_DEPTH} deep. Ask for less at a time.`
  context?.reportError(new GraphQLError(message))
}
