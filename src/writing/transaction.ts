import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import type { Transaction } from '../database/transaction.ts'
import { BusyError } from './errors.ts'
import type { Turns } from './turns.ts'

/** How long a write waits for another that has what it needs, before it lets those go first who need something else. */
const LOCK_WAIT = '1s'

/** How long it waits at most before it is tried anew, in milliseconds: longer each time. */
const FIRST_WAIT = 40
const LONGEST_WAIT = 2_000

/** What PostgreSQL says to one that waits for another, or for one that waits for it in turn. */
const WAITING = ['55P03', '40P01']

/**
 * What it says to the one that loses where two write at once: somebody else has taken the slug, or deleted what it
 * refers to (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const LOST_RACES = new Set(['23505', '23503', '23001', '40001', ...WAITING])

const databaseError = z.object({ code: z.string() })

/**
 * Runs a write in one transaction, when it is its turn: all of it or nothing. One that loses a race against another is
 * tried anew: what the other has done is on record then, and the rules tell what is wrong with it, if anything.
 *
 * @param options.patience for how long it is tried, in milliseconds
 * @throws {BusyError} where others have what it needs for longer than that
 */
export async function inTransaction<Result>(
  database: Database,
  options: { write: (tx: Transaction) => Promise<Result>; turns: Turns; patience: number },
): Promise<Result> {
  const { write, turns, patience } = options
  const attempt = async (tx: Transaction) => {
    await tx.execute`SELECT set_config('lock_timeout', ${LOCK_WAIT}, true)`
    return write(tx)
  }
  const deadline = Date.now() + patience
  for (let pause = FIRST_WAIT; ; pause = Math.min(2 * pause, LONGEST_WAIT)) {
    try {
      return await turns(() => database.transaction(attempt))
    } catch (error) {
      if (!isLostRace(error)) throw error
      if (Date.now() > deadline) throw WAITING.includes(codeOf(error) ?? '') ? new BusyError() : error
      // Not all of them at the same time again.
      await wait(Math.random() * pause)
    }
  }
}

/** Whether a transaction failed because others wrote at the same time. */
export function isLostRace(error: unknown): boolean {
  return LOST_RACES.has(codeOf(error) ?? '')
}

function codeOf(error: unknown): string | undefined {
  return databaseError.safeParse(error).data?.code
}
