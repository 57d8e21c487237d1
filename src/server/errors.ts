import { GraphQLError } from 'graphql'

/**
 * What a client is told of an error. What was raised on purpose is told, with a stable code; anything else is
 * a fault of the service, of which the client learns nothing but that it happened.
 */
export function maskError(error: unknown): Error {
  if (isOnPurpose(error)) {
    // What graphql-js itself refuses once a document is valid are the values of variables.
    error.extensions['code'] ??= 'BAD_USER_INPUT'
    return error
  }
  const told = { extensions: { code: 'INTERNAL_SERVER_ERROR' } }
  return error instanceof GraphQLError
    ? new GraphQLError('Unexpected error.', { ...told, nodes: error.nodes, path: error.path })
    : new GraphQLError('Unexpected error.', told)
}

function isOnPurpose(error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError)) return false
  return error.originalError === undefined || isOnPurpose(error.originalError)
}
