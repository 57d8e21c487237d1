import type { PGlite } from '@electric-sql/pglite'
import type pg from 'pg'
import { Prisma } from '../generated/prisma/client.ts'
import type { OnStatement } from './on-statement.ts'
import { troubleOf, UnfinishedTransactionError } from './trouble.ts'

/** A statement as a template whose values become its parameters, or as it was put together before. */
type Written = [sql: Prisma.Sql] | [texts: TemplateStringsArray, ...values: unknown[]]

/**
 * A transaction. Its statements run one after the other in the order in which they are asked for, and none has to be
 * answered before the next is sent. Once one has failed, all that come later fail as it did.
 */
export interface Transaction {
  /** The rows that a statement gives. */
  query<Row>(...statement: Written): Promise<Row[]>
  /** Runs a statement that gives nothing. */
  execute(...statement: Written): Promise<void>
  /**
   * Sends a statement without waiting for it. That it failed is told to whoever asks for something next, and else at the
   * end: the transaction commits nothing then.
   */
  send(...statement: Written): void
}

/** What may be said of a transaction as a whole. */
export interface TransactionOptions {
  /** Whether all of its statements see the record as it was at the first. */
  isSnapshot?: boolean
  /** Whether its statements may take as long as they will: it does what is done once, and nobody waits for it. */
  mayTakeLong?: boolean
}

type Send = <Row>(text: string, values: unknown[]) => Promise<Row[]>

/** More than any statement takes, in milliseconds: the driver takes 0 for nothing said. */
const FOR_EVER = 2 ** 31 - 1

/**
 * Runs an act in a transaction on a connection of the pool: all of it or nothing.
 *
 * @throws {UnfinishedTransactionError} where the database is the reason that it has no end
 */
export async function transactOnServer<Outcome>(
  pool: pg.Pool,
  act: (tx: Transaction) => Promise<Outcome>,
  options: TransactionOptions & { onStatement?: OnStatement | undefined },
): Promise<Outcome> {
  const { isSnapshot = false, mayTakeLong = false, onStatement } = options
  const client = await pool.connect().catch((error) => {
    throw unfinished(error, { isCommitting: false })
  })
  const limit = mayTakeLong ? { query_timeout: FOR_EVER } : {}
  const send: Send = async <Row>(text: string, values: unknown[]) => {
    return (await client.query<Row & pg.QueryResultRow>({ text, values, ...limit })).rows
  }
  const run = (text: string) => {
    onStatement?.(text)
    return client.query({ text, ...limit })
  }
  let isCommitting = false
  try {
    await run(isSnapshot ? 'BEGIN ISOLATION LEVEL REPEATABLE READ' : 'BEGIN')
    if (mayTakeLong) await run('SET LOCAL statement_timeout = 0')
    const outcome = await actAlong(send, { act, onStatement })
    isCommitting = true
    await run('COMMIT')
    client.release()
    return outcome
  } catch (error) {
    // A connection that cannot even take it back is not used again.
    await client.query('ROLLBACK').then(
      () => client.release(),
      () => client.release(true),
    )
    throw unfinished(error, { isCommitting })
  }
}

/** The same error, but where it is the database's. One whose time is over was taken back by the server. */
function unfinished(error: unknown, { isCommitting }: { isCommitting: boolean }): unknown {
  const trouble = troubleOf(error)
  if (trouble === undefined) return error
  return new UnfinishedTransactionError(error, { trouble, mayBeWritten: isCommitting && trouble !== 'LATE' })
}

/** The same on the embedded database, where everybody else waits meanwhile. */
export function transactEmbedded<Outcome>(
  pglite: PGlite,
  act: (tx: Transaction) => Promise<Outcome>,
  { isSnapshot = false, onStatement }: TransactionOptions & { onStatement?: OnStatement | undefined },
): Promise<Outcome> {
  onStatement?.('BEGIN')
  return pglite.transaction(async (connection) => {
    const send: Send = async <Row>(text: string, values: unknown[]) => {
      return (await connection.query<Row>(text, values)).rows
    }
    if (isSnapshot) await connection.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    const outcome = await actAlong(send, { act, onStatement })
    onStatement?.('COMMIT')
    return outcome
  })
}

/** Acts, and comes back when all that was sent has been answered. */
export async function actAlong<Outcome>(
  send: Send,
  options: { act: (tx: Transaction) => Promise<Outcome>; onStatement?: OnStatement | undefined },
): Promise<Outcome> {
  const { act, onStatement } = options
  let failure: { error: unknown } | undefined
  let last: Promise<unknown> = Promise.resolve()
  const run = <Row>(written: Written) => {
    const { text, values } = isTemplate(written) ? Prisma.sql(...written) : written[0]
    onStatement?.(text)
    const answer = send<Row>(text, values).catch((error: unknown) => {
      failure ??= { error }
      throw failure.error
    })
    last = answer.catch(() => undefined)
    return answer
  }
  const outcome = await act({
    query: <Row>(...written: Written) => run<Row>(written),
    execute: async (...written) => void (await run(written)),
    send: (...written) => void run(written),
  })
  await last
  if (failure) throw failure.error
  return outcome
}

function isTemplate(written: Written): written is Exclude<Written, [Prisma.Sql]> {
  return !(written[0] instanceof Prisma.Sql)
}
