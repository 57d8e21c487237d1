import { v7 } from 'uuid'
import type { Transaction } from '../../database/transaction.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { CHANGES_AT_ONCE, logSets } from '../change-log.ts'

/** How many sets a statement writes: to plan how the lines are read takes as long as to read a thousand of them. */
const SETS_AT_ONCE = 10

/**
 * Writes to the log what an import did, in the order in which the entries came: all that were new, and of the others
 * those of which is kept what they were before.
 *
 * @param onLogged told how many are in the log so far
 */
export async function logStaged(
  tx: Transaction,
  { actor, onLogged }: { actor: string; onLogged: (done: number) => void },
): Promise<void> {
  let done = 0
  let last = -1
  for (;;) {
    const rows = await tx.query<{ place: number }>`
      SELECT "place" FROM "Staged"
      WHERE "place" > ${last} AND NOT "isRefused" AND ("version" IS NULL OR "before" IS NOT NULL)
      ORDER BY "place" LIMIT ${SETS_AT_ONCE * CHANGES_AT_ONCE}`
    if (rows.length === 0) return
    const places = rows.map(({ place }) => place)
    const setIds = Array.from({ length: Math.ceil(places.length / CHANGES_AT_ONCE) }, () => v7())
    const sets = places.map((_, index) => setIds[Math.floor(index / CHANGES_AT_ONCE)])
    const ids = places.map(() => v7())
    const ordinals = places.map((_, index) => done + index + 1)
    await logSets(tx, {
      actor,
      setIds,
      changes: Prisma.sql`(
        SELECT made."id", made."setId", made."ordinal", staged."id" AS "entryId", staged."slug", staged."before",
          (CASE WHEN staged."version" IS NULL THEN 'CREATE' ELSE 'UPDATE' END)::"ChangeAction" AS "action",
          upper(staged."type")::"EntryType" AS "entryType"
        FROM unnest(${ids}::uuid[], ${sets}::uuid[], ${places}::integer[], ${ordinals}::integer[])
          AS made("id", "setId", "place", "ordinal")
        JOIN "Staged" staged ON staged."place" = made."place"
      )`,
    })
    done += places.length
    last = places.at(-1) ?? last
    onLogged(done)
  }
}
