import { z } from 'zod'

/**
 * What keeps a database from answering, whatever it is asked: a statement took longer than it may (LATE), the connection
 * was lost on which it was asked (LOST), or there is none to be had (AWAY).
 */
export type Trouble = 'LATE' | 'LOST' | 'AWAY'

/** By the codes of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html), of the system and of Prisma. */
const CODES: Readonly<Record<Trouble, ReadonlySet<string>>> = {
  LATE: new Set(['57014']),
  LOST: new Set(['57P01', '57P02', '57P05', '25P03', '08003', '08006', 'ECONNRESET', 'EPIPE', 'P1017']),
  AWAY: new Set([
    ...['57P03', '57P04', '53300', '08000', '08001', '08004', '08007', '08P01'],
    ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'],
    ...['P1001', 'P1002', 'P1008', 'P2024', 'P2037'],
  ]),
}

/** What the driver and its pool say without a code. */
const MESSAGES: Readonly<Record<string, Trouble>> = {
  'Connection terminated': 'LOST',
  'Connection terminated unexpectedly': 'LOST',
  'Client has encountered a connection error and is not queryable': 'LOST',
  'Client was closed and is not queryable': 'LOST',
  'Connection terminated due to connection timeout': 'AWAY',
  'timeout exceeded when trying to connect': 'AWAY',
  'timeout expired': 'AWAY',
  'Query read timeout': 'AWAY',
  'Cannot use a pool after calling end on the pool': 'AWAY',
}

const databaseError = z.object({
  code: z.string().optional().catch(undefined),
  message: z.string(),
  /** Of an error of Prisma's: what PostgreSQL said. */
  meta: z
    .object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) })
    .optional()
    .catch(undefined),
})

/** What is the matter with the database where that is why something failed, whoever asked it. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof UnfinishedTransactionError) return error.trouble
  const { data } = databaseError.safeParse(error)
  const codes = [data?.code ?? '', data?.meta?.driverAdapterError.cause.originalCode ?? '']
  for (const trouble of ['LATE', 'LOST', 'AWAY'] as const) {
    if (codes.some((code) => CODES[trouble].has(code))) return trouble
  }
  return MESSAGES[error.message]
}

/** A transaction that the database kept from its end. */
export class UnfinishedTransactionError extends Error {
  override readonly name = 'UnfinishedTransactionError'
  readonly trouble: Trouble
  /** Whether it was to be committed when the connection was lost; else nothing of it was written. */
  readonly mayBeWritten: boolean

  constructor(cause: unknown, { trouble, mayBeWritten }: { trouble: Trouble; mayBeWritten: boolean }) {
    super('A transaction did not come to its end', { cause })
    this.trouble = trouble
    this.mayBeWritten = mayBeWritten
  }
}

/** Reads once more where the connection was lost: of those that wait for the next request, each may have been cut off. */
export async function readAgainWhereLost<Read>(read: () => Promise<Read>): Promise<Read> {
  try {
    return await read()
  } catch (error) {
    if (troubleOf(error) !== 'LOST') throw error
    return read()
  }
}
