import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { Turns } from './turns.ts'

/** How long a write waits for a connection, and how long it may take, in milliseconds. */
const CONNECTION_WAIT = 10_000
const WRITING_TIME = 300_000

/** How often a write that lost a race is tried in all, and how long it waits at most before the second time. */
const MOST_ATTEMPTS = 8
const FIRST_WAIT = 20

/**
 * What PostgreSQL says to the one that loses where two write at once: somebody else has taken the slug, deleted what it
 * refers to, or waits for it in turn (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const LOST_RACES = new Set(['23505', '23503', '23001', '40001', '40P01'])

const databaseError = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
})

/**
 * Runs a write in one transaction, when it is its turn: all of it or nothing. One that loses a race against another is tried anew: what the
 * other has done is on record then, and the rules tell what is wrong with it, if anything.
 */
export async function inTransaction<Result>(
  database: Database,
  { write, turns }: { write: (tx: Prisma.TransactionClient) => Promise<Result>; turns: Turns },
): Promise<Result> {
  const options = { maxWait: CONNECTION_WAIT, timeout: WRITING_TIME }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await turns(() => database.prisma.$transaction(write, options))
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !hasLostRace(error)) throw error
      // Not all of them at the same time again.
      await wait(Math.random() * FIRST_WAIT * 2 ** attempt)
    }
  }
}

function hasLostRace(error: unknown): boolean {
  const { data } = databaseError.safeParse(error)
  return data !== undefined && LOST_RACES.has(data.meta.driverAdapterError.cause.originalCode)
}
