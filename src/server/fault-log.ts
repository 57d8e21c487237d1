import type { Trouble } from '../database/trouble.ts'
import { troubleBehind } from './database-errors.ts'
import { toldFault } from './fault.ts'
import type { Log } from './log.ts'

/** How long nothing more is said of a database that is away, in milliseconds. */
const SILENT_FOR = 10_000

const told: Readonly<Record<Trouble, string>> = {
  LATE: 'The database takes too long',
  LOST: 'The connection to the database was lost',
  AWAY: 'The database cannot be reached',
}

/**
 * Logs faults. That the database is away is met by every request, and is nothing that a place in the source tells of: it
 * is said once, and then every ten seconds at most, with how often it was met.
 */
export function faultLog(log: Log): (fault: unknown) => void {
  const met = new Map<Trouble, { times: number; saidAt: number }>()
  return (fault) => {
    const trouble = troubleBehind(fault)?.trouble
    if (trouble === undefined) {
      log.error({ fault: toldFault(fault) }, 'Fault')
      return
    }
    const { times, saidAt } = met.get(trouble) ?? { times: 0, saidAt: Number.NEGATIVE_INFINITY }
    const now = performance.now()
    const isTold = now - saidAt >= SILENT_FOR
    if (isTold) log.error({ times: times + 1, ...innermost(toldFault(fault)) }, told[trouble])
    met.set(trouble, isTold ? { times: 0, saidAt: now } : { times: times + 1, saidAt })
  }
}

/** What was said first, without where. */
function innermost({ cause, message, code }: ReturnType<typeof toldFault>): object {
  return cause ? innermost(cause) : { message, ...(code !== undefined && { code }) }
}
