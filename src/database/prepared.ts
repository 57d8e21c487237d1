import type pg from 'pg'
import type { Sent } from './database.ts'
import { isPlannedAlike } from './generic-plan.ts'

/** From how many uses on it is asked whether a statement can be prepared. */
const JUDGED_FROM = 3
/** How long the answer holds, in milliseconds: tables grow. */
const JUDGED_FOR = 60_000
/** How many statements are known by their texts, and how long these are at most, in characters. */
const MOST_KNOWN = 1_000
const LONGEST_KNOWN = 50_000
/** How many statements a connection prepares before another takes its place. */
const MOST_PREPARED = 300

interface Known {
  uses: number
  /** The moment of the last answer, in milliseconds. */
  judgedAt: number
  /** The name under which it is prepared, while it can be. */
  name?: string | undefined
}

/**
 * Runs statements on the connections of a pool, those that come again and again as prepared statements: to plan one of
 * ours takes the server longer than to run it. A prepared statement has one plan for all values, so that only those are
 * prepared whose plan the values make no difference to (isPlannedAlike); all others are planned for each request, or
 * replaced by what stands for them. Each of the two has connections of its own: on those of `preparing` the server is to
 * make one plan (plan_cache_mode), where it would rather trust its guesses at what other plans cost.
 */
export function createStatements(pool: pg.Pool, preparing: pg.Pool) {
  const known = new Map<string, Known>()
  const preparedOn = new WeakMap<pg.PoolClient, Set<string>>()
  let names = 0

  /** What is known of a statement; what was not used for the longest time is forgotten. */
  function recall(sql: string): Known {
    const found = known.get(sql) ?? { uses: 0, judgedAt: Number.NEGATIVE_INFINITY }
    known.delete(sql)
    known.set(sql, found)
    if (known.size > MOST_KNOWN) for (const [oldest] of known.entries().take(1)) known.delete(oldest)
    return found
  }

  /** Meanwhile, and for good, requests go on without: whatever fails here is only not prepared. */
  async function judge(sql: string, { statement, values }: { statement: Known; values: number }) {
    const client = await preparing.connect()
    try {
      const isAlike = await isPlannedAlike(client, { sql, values })
      statement.name = isAlike ? (statement.name ?? `s${++names}`) : undefined
      client.release()
    } catch (error) {
      client.release(error instanceof Error ? error : true)
    }
  }

  async function runPrepared<Row>(query: { name: string; text: string; values: unknown[] }): Promise<Row[]> {
    const client = await preparing.connect()
    const prepared = preparedOn.get(client) ?? new Set()
    preparedOn.set(client, prepared.add(query.name))
    try {
      const { rows } = await client.query<Row & pg.QueryResultRow>(query)
      client.release(prepared.size >= MOST_PREPARED)
      return rows
    } catch (error) {
      client.release(error instanceof Error ? error : true)
      throw error
    }
  }

  return async function run<Row>(
    { sql, parameters }: Sent,
    byValues?: () => Sent | undefined,
  ): Promise<Row[]> {
    const values = [...parameters]
    if (sql.length <= LONGEST_KNOWN) {
      const statement = recall(sql)
      const now = performance.now()
      statement.uses += 1
      if (statement.uses >= JUDGED_FROM && now - statement.judgedAt > JUDGED_FOR) {
        statement.judgedAt = now
        judge(sql, { statement, values: values.length }).catch(() => undefined)
      }
      if (statement.name !== undefined) return runPrepared({ name: statement.name, text: sql, values })
    }
    const other = byValues?.()
    if (other) return run(other)
    return (await pool.query<Row & pg.QueryResultRow>(sql, values)).rows
  }
}
