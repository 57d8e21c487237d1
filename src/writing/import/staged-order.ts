import type { Transaction } from '../../database/transaction.ts'
import type { NestedType } from '../scope.ts'
import { CHARACTERS_AT_ONCE, ENTRIES_AT_ONCE } from './batch-size.ts'
import { stagedScope } from './staged-scope.ts'

const NESTED_TYPES: readonly NestedType[] = ['Topic', 'Meeting', 'Statement']

/** Finds out, once all is staged, what lies within what, and puts it in an order in which it can be written. */
export async function putInOrder(tx: Transaction): Promise<void> {
  await tx.execute`ANALYZE "Staged"`
  for (const type of NESTED_TYPES) await findOutward(tx, type)
  await tx.execute`CREATE INDEX ON "Staged" ("outwardId") WHERE "outwardId" IS NOT NULL`
  await giveTurns(tx)
  await tx.execute`ANALYZE "Staged", "StagedIdentifier"`
}

/** Puts what is not refused in an order in which it can be written. */
export async function giveTurns(tx: Transaction): Promise<void> {
  await findDepths(tx)
  await tx.execute`TRUNCATE "StagedTurn"`
  await tx.execute`
    INSERT INTO "StagedTurn" ("number", "batch", "place")
    SELECT row_number() OVER turns,
      (row_number() OVER turns - 1) / ${ENTRIES_AT_ONCE}::integer + sum("size") OVER turns / ${CHARACTERS_AT_ONCE}::integer,
      "place"
    FROM "Staged" WHERE NOT "isRefused" WINDOW turns AS (ORDER BY "turn", "depth", "place")`
  await tx.execute`ANALYZE "StagedTurn"`
}

/** Finds out how deep each lies within others that are staged. What goes round in a circle has no depth of its own. */
async function findDepths(tx: Transaction): Promise<void> {
  await tx.execute`
    WITH RECURSIVE placed("id", "depth") AS (
      SELECT outermost."id", 1 FROM "Staged" outermost
      WHERE NOT outermost."isRefused"
        AND outermost."id" IN (SELECT "outwardId" FROM "Staged" WHERE "outwardId" IS NOT NULL)
        AND NOT EXISTS (SELECT FROM "Staged" WHERE "id" = outermost."outwardId" AND NOT "isRefused")
      UNION ALL
      SELECT inner_one."id", placed."depth" + 1
      FROM placed JOIN "Staged" inner_one ON inner_one."outwardId" = placed."id" AND NOT inner_one."isRefused"
    )
    UPDATE "Staged" SET "depth" = placed."depth" FROM placed
    WHERE "Staged"."id" = placed."id" AND "Staged"."depth" <> placed."depth"`
}

async function findOutward(tx: Transaction, type: NestedType): Promise<void> {
  await tx.execute`
    UPDATE "Staged" SET "outwardId" = named."entryId" FROM ${stagedScope.names(type)} named
    WHERE "Staged"."type" = ${type} AND "Staged"."outward" = named."slug"`
}
