import { type ASTNode, GraphQLError } from 'graphql'
import type { LimitName } from '../../limits.ts'

interface Options {
  code?: string
  /** Where in the document. */
  nodes?: readonly ASTNode[] | undefined
  /** The status of HTTP; GraphQL's own for what is wrong in an operation where it is left out. */
  status?: number
  headers?: Readonly<Record<string, string>>
}

/** A request asks for more than a limit, which the error names; the message says what to change. */
export function overLimit(
  limit: LimitName,
  message: string,
  { code = 'BAD_USER_INPUT', nodes, status, headers }: Options = {},
): GraphQLError {
  // `spec`: to a client that takes nothing newer than application/json, errors of GraphQL come with 200.
  const http = status === undefined ? { spec: true, status: 400 } : { status, headers }
  return new GraphQLError(message, { nodes: nodes ?? null, extensions: { code, limit, http } })
}
