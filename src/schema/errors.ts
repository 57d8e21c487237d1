import { GraphQLError } from 'graphql'

/** What a client asked for cannot be answered as it was asked; the message says what to change. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}
