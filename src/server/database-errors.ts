import { GraphQLError } from 'graphql'
import { type Trouble, troubleOf, UnfinishedTransactionError } from '../database/trouble.ts'
import type { Limits } from '../limits.ts'

/** The code of what could not be done since the database is away. */
export const UNAVAILABLE = 'SERVICE_UNAVAILABLE'
const TIMEOUT = 'TIMEOUT'

/** What is the matter with the database, and what failed there. */
interface Found {
  trouble: Trouble
  failed: unknown
}

/** What is the matter with the database where that is behind an error. */
export function troubleBehind(error: unknown): Found | undefined {
  const behind = error instanceof GraphQLError ? error.originalError : undefined
  if (behind) return troubleBehind(behind)
  const trouble = troubleOf(error)
  return trouble && { trouble, failed: error }
}

/** What a client is told of an error behind which is the database; nothing of any other. */
export function databaseError(error: unknown, limits: Limits): GraphQLError | undefined {
  const found = troubleBehind(error)
  if (!found) return undefined
  const isLate = found.trouble === 'LATE'
  const extensions = isLate ? { code: TIMEOUT, limit: 'MAX_STATEMENT_MS' } : { code: UNAVAILABLE }
  const { nodes = null, path = null } = error instanceof GraphQLError ? error : {}
  return new GraphQLError(messageOf(found, limits), { nodes, path, extensions })
}

/** Whether that is what a client is told. */
export function isDatabaseError({ extensions: { code, limit } }: GraphQLError): boolean {
  return code === UNAVAILABLE || (code === TIMEOUT && limit === 'MAX_STATEMENT_MS')
}

/** It says what is true of a mutation: whoever sends it again may write twice. */
function messageOf({ trouble, failed }: Found, { MAX_STATEMENT_MS }: Limits): string {
  const what =
    trouble === 'LATE'
      ? `The database took longer than ${MAX_STATEMENT_MS} ms for a statement of the operation.`
      : 'The database is not available at the moment.'
  const isOfWrite = failed instanceof UnfinishedTransactionError
  if (isOfWrite && failed.mayBeWritten)
    return `${what} The connection was lost while this was being written, and whether it was is not known: look before you send it again.`
  const advice =
    trouble === 'LATE' ? 'Ask for less at a time.' : 'Nothing is wrong with the request: send it again.'
  // What was read then may have been read after a write.
  return `${what} ${advice} ${isOfWrite ? 'Nothing was written.' : 'What a mutation writes may have been written.'}`
}
