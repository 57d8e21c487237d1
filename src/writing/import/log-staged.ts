import { v7 } from 'uuid'
import type { Transaction } from '../../database/transaction.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { CHANGES_AT_ONCE, logSet } from '../change-log.ts'

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
      ORDER BY "place" LIMIT ${CHANGES_AT_ONCE}`
    if (rows.length === 0) return
    const places = rows.map(({ place }) => place)
    const ids = places.map(() => v7())
    const ordinals = places.map((_, index) => done + index + 1)
    await logSet(
      tx,
      actor,
      Prisma.sql`(
        SELECT made."id", made."ordinal", staged."id" AS "entryId", staged."slug", staged."before",
          (CASE WHEN staged."version" IS NULL THEN 'CREATE' ELSE 'UPDATE' END)::"ChangeAction" AS "action",
          upper(staged."type")::"EntryType" AS "entryType"
        FROM unnest(${ids}::uuid[], ${places}::integer[], ${ordinals}::integer[]) AS made("id", "place", "ordinal")
        JOIN "Staged" staged ON staged."place" = made."place"
      ) change`,
    )
    done += places.length
    last = places.at(-1) ?? last
    onLogged(done)
  }
}
