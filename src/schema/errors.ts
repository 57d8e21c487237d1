import { GraphQLError } from 'graphql'
import type { Viewer } from '../access/viewer.ts'
import type { Role } from '../generated/prisma/enums.ts'

/** What a client asked for cannot be answered as it was asked; the message says what to change. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}

/** What was asked for cannot be done now, and can be later. */
export function busy(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BUSY' } })
}

/** Whoever asks may not do what they ask for; the message says which key would do. */
export function notAllowed(viewer: Viewer | null, role: Role): GraphQLError {
  return viewer === null
    ? new GraphQLError(
        `This takes an API key with the role ${role}: send it as "Authorization: Bearer KEY".`,
        { extensions: { code: 'UNAUTHENTICATED' } },
      )
    : new GraphQLError(
        `This takes the role ${role}, and the key ${JSON.stringify(viewer.name)} has the role ${viewer.role}.`,
        { extensions: { code: 'FORBIDDEN' } },
      )
}
