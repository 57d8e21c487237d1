import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth'
import { maxDirectivesPlugin } from '@escape.tech/graphql-armor-max-directives'
import { GraphQLError, parse, type ValidationContext } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { LimitName, Limits } from '../../limits.ts'
import { overLimit } from './over-limit.ts'

/**
 * Refuses documents that are too long, before they are parsed to their end, and then those that are too deep or say too
 * much. The length comes first: whoever reads a document goes as deep as it is nested.
 */
export function documentLimits(limits: Limits): Plugin[] {
  const { MAX_ALIASES, MAX_DEPTH, MAX_DIRECTIVES, MAX_TOKENS } = limits
  return [
    {
      onParse({ setParseFn }) {
        setParseFn((source, options) => {
          try {
            return parse(source, { ...options, maxTokens: MAX_TOKENS })
          } catch (error) {
            throw isTooLong(error) ? tooLong(MAX_TOKENS) : error
          }
        })
      },
    },
    maxDepthPlugin({
      n: MAX_DEPTH,
      flattenFragments: true,
      ...reporting('MAX_DEPTH', `Fields are nested more than ${MAX_DEPTH} deep.`),
    }),
    maxAliasesPlugin({
      n: MAX_ALIASES,
      ...reporting('MAX_ALIASES', `The operation has more than ${MAX_ALIASES} aliases.`),
    }),
    maxDirectivesPlugin({
      n: MAX_DIRECTIVES,
      ...reporting('MAX_DIRECTIVES', `The operation has more than ${MAX_DIRECTIVES} directives.`),
    }),
  ]
}

/** Reported as what it is: left alone, the plugins throw something that calls itself a syntax error. */
function reporting(limit: LimitName, message: string) {
  function report(context: ValidationContext | null) {
    context?.reportError(
      overLimit(limit, `${message} Ask for less at a time.`, { code: 'GRAPHQL_VALIDATION_FAILED' }),
    )
  }
  return { propagateOnRejection: false, onReject: [report] }
}

/** graphql-js tells of it as of any other error of syntax. */
function isTooLong(error: unknown): boolean {
  return (
    error instanceof GraphQLError &&
    /^Syntax Error: Document contains more that \d+ tokens/.test(error.message)
  )
}

function tooLong(most: number): GraphQLError {
  return overLimit('MAX_TOKENS', `The document has more than ${most} tokens. Ask for less at a time.`, {
    code: 'GRAPHQL_PARSE_FAILED',
  })
}
