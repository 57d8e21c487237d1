import type pg from 'pg'
import type { Sent } from './database.ts'
import { figuresOf, poolsOf, type ServiceLimits } from './pools.ts'
import { createStatements } from './prepared.ts'
import { followReplica } from './replica-following.ts'
import { troubleOf } from './trouble.ts'

/** A replica by its address, which need not be there: it is read when it can be. */
export function openReplica(
  url: string,
  {
    service,
    primary,
    isHeard,
  }: { service: ServiceLimits | undefined; primary: pg.Pool; isHeard: () => boolean },
) {
  const { pool, preparing } = poolsOf(url, service)
  const run = createStatements(pool, preparing)
  const following = followReplica({
    isHeard,
    async end() {
      const { rows } = await primary.query<{ end: string }>('SELECT pg_current_wal_lsn()::text AS "end"')
      return rows[0]?.end ?? ''
    },
    async has(end) {
      // One that follows no more keeps its place for ever.
      const { rows } = await pool.query<{ has: boolean | null }>(
        'SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= $1::pg_lsn AS "has"',
        [end],
      )
      return rows[0]?.has ?? false
    },
  })
  return {
    behind: following.behind,
    /** The rows; nothing where it is not to be read, or failed for a reason of its own. */
    async read<Row>(sent: Sent, byValues?: () => Sent | undefined): Promise<Row[] | undefined> {
      if (!following.isCurrent) return undefined
      try {
        return await run<Row>(sent, byValues)
      } catch (error) {
        const trouble = troubleOf(error)
        // To ask for the same elsewhere would take as long again.
        if (trouble === 'LATE') throw error
        if (trouble !== undefined) following.behind()
        return undefined
      }
    },
    pools: () => [figuresOf('replica planned', pool), figuresOf('replica prepared', preparing)],
    async close() {
      await following.close()
      await Promise.all([pool.end(), preparing.end()])
    },
  }
}
