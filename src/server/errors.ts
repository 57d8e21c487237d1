import { GraphQLError, Kind } from 'graphql'
import { defaultLimits, type Limits } from '../limits.ts'
import { databaseError, isDatabaseError } from './database-errors.ts'
import { requestId } from './request-id.ts'

/** Why a request is not answered at all; for whatever a client can put right, the message says what to change. */
export function httpError(
  message: string,
  { code = 'BAD_REQUEST', status = 400, headers = {} } = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status, headers } } })
}

const FAULT = 'INTERNAL_SERVER_ERROR'

/**
 * What a client is told of an error. What was raised on purpose is told, with a stable code, and so is that the database is
 * away or too slow; anything else is a fault of the service, which is logged, and of which the client learns nothing but that it happened, and the ID of
 * the request under which the log tells more.
 */
export function errorMask(log: (fault: unknown) => void, limits: Limits = defaultLimits) {
  return (error: unknown): Error => {
    if (isOnPurpose(error)) {
      error.extensions['code'] ??= 'BAD_USER_INPUT'
      return error
    }
    log(error)
    const told = databaseError(error, limits)
    if (told) return told
    const id = requestId()
    const extensions = { code: FAULT, ...(id !== undefined && { requestId: id }) }
    return error instanceof GraphQLError && error.path
      ? new GraphQLError('Unexpected error.', { extensions, nodes: error.nodes, path: error.path })
      : new GraphQLError('Unexpected error.', { extensions: { ...extensions, http: { status: 500 } } })
  }
}

/** Whether an error is a fault of the service or of its database, told to the client already or not yet. */
export function isFault(error: GraphQLError): boolean {
  return error.extensions['code'] === FAULT || isDatabaseError(error) || !isOnPurpose(error)
}

function isOnPurpose(error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError)) return false
  if (error.originalError && !isOnPurpose(error.originalError)) return false
  return 'code' in error.extensions || isOfInput(error)
}

/**
 * Whether graphql-js itself refuses what the client sent: values of variables, before it executes anything, and
 * arguments, at which the error points then. What it says of a field is about what the service gave it.
 */
function isOfInput({ path, nodes }: GraphQLError): boolean {
  return path === undefined || (nodes ?? []).some(({ kind }) => kind !== Kind.FIELD)
}
