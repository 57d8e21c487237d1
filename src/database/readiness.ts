import { setTimeout as wait } from 'node:timers/promises'
import { isUpToDate } from './migrate.ts'

/** Whether a database can serve requests, or what keeps it from that. */
export type Readiness = 'READY' | 'UNREACHABLE' | 'NOT_MIGRATED' | 'NOT_LISTENING'

/** How long a database may take to tell, in milliseconds: less than the second after which orchestrators give up. */
export const READINESS_WAIT = 800

/** Asks a database whether it has the schema of this version; one that does not tell in time is not reachable. */
export async function readinessOf(
  query: (sql: string) => Promise<{ name: string }[]>,
): Promise<'READY' | 'UNREACHABLE' | 'NOT_MIGRATED'> {
  const told = new AbortController()
  const asked = isUpToDate(query).then(
    (isMigrated) => (isMigrated ? 'READY' : 'NOT_MIGRATED'),
    () => 'UNREACHABLE' as const,
  )
  const late = wait(READINESS_WAIT, 'UNREACHABLE' as const, { signal: told.signal }).catch(
    () => 'UNREACHABLE' as const,
  )
  const readiness = await Promise.race([asked, late])
  told.abort()
  return readiness
}
