import { GraphQLError } from 'graphql'
import { Prisma } from '../generated/prisma/client.ts'

/** How many errors are told of that stand behind one another. */
const DEEPEST = 5

/** What a log keeps of a fault. */
export interface ToldFault {
  type: string
  message: string
  /** What the database or the system calls it. */
  code?: string
  /** Where it was thrown, by its lines in the source. */
  frames?: string[]
  /** Of a field: where in the answer. */
  path?: string
  cause?: ToldFault
}

/**
 * What may be logged of a fault: what it is and where it happened, but nothing that a client sent. So none of an
 * error's own properties are taken that could hold it (a document, a statement's parameters, the row that a constraint
 * refuses), and of its message not the values.
 */
export function toldFault(fault: unknown, depth = 1): ToldFault {
  if (!(fault instanceof Error))
    return { type: typeof fault, message: 'Something was thrown that is no error' }
  const cause = fault instanceof GraphQLError ? fault.originalError : fault.cause
  const { path } = fault instanceof GraphQLError ? fault : {}
  return {
    type: fault.name,
    message: withoutValues(fault),
    ...('code' in fault && typeof fault.code === 'string' && { code: fault.code }),
    ...(path && { path: path.join('.') }),
    ...(cause !== undefined && cause !== null && depth < DEEPEST
      ? { cause: toldFault(cause, depth + 1) }
      : { frames: framesOf(fault) }),
  }
}

/** PostgreSQL quotes a value after a colon, or names it in brackets; Prisma shows the arguments of its call. */
function withoutValues(fault: Error): string {
  if (fault instanceof Prisma.PrismaClientValidationError) return 'Prisma refused the arguments of its call'
  const [last = ''] = fault.message.trim().split('\n').slice(-1)
  return last.replace(/: ".*$/, ': …').replace(/=\(.*\)/, '=(…)')
}

function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
}
