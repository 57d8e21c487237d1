import { v7 } from 'uuid'
import type { Transaction } from '../database/transaction.ts'
import { entryTypeOf } from '../domain/entry-type.ts'
import type { SluggedType } from '../domain/global-id.ts'
import { Prisma } from '../generated/prisma/client.ts'
import type { ChangeAction } from '../generated/prisma/enums.ts'
import { jsonBatches } from './json-batches.ts'

/** The most changes of one set: the log is read set by set. */
export const CHANGES_AT_ONCE = 1_000

/** What a write did to an entry. */
export interface EntryChange {
  action: ChangeAction
  type: SluggedType
  id: string
  slug: string
  /** The entry as it was before, as an interchange line; null where it was created. */
  before: object | null
}

/**
 * Writes changes to the log, in their order, as the last thing that a transaction does: what each entry was left as is
 * read from the record. Where in the log they stand is told by the database when the transaction commits.
 *
 * @param actor who wrote: the name of an API key, or of an import
 */
export async function logChanges(
  tx: Transaction,
  { actor, changes }: { actor: string; changes: readonly EntryChange[] },
): Promise<void> {
  const rows = changes.map(({ action, type, id, slug, before }, place) => ({
    id: v7(),
    ordinal: place + 1,
    action,
    entryType: entryTypeOf(type),
    entryId: id,
    slug,
    before,
  }))
  for (const batch of jsonBatches(rows, CHANGES_AT_ONCE)) {
    const setId = v7()
    const changes = Prisma.sql`(
      SELECT ${setId}::uuid AS "setId", change.*
      FROM json_to_recordset(${batch}::json) AS change(
        "id" uuid, "ordinal" integer, "action" "ChangeAction", "entryType" "EntryType", "entryId" uuid, "slug" text,
        "before" json
      )
    )`
    await logSets(tx, { actor, setIds: [setId], changes })
  }
}

/** Writes sets of changes to the log: the rows of a relation `changes`, without what the entries were left as. */
export async function logSets(
  tx: Transaction,
  { actor, setIds, changes }: { actor: string; setIds: readonly string[]; changes: Prisma.Sql },
): Promise<void> {
  await tx.execute`
    WITH change_set AS (
      INSERT INTO "ChangeSet" ("id", "actor") SELECT unnest(${setIds}::uuid[]), ${actor} RETURNING "id"
    )
    INSERT INTO "Change" ("id", "setId", "ordinal", "action", "entryType", "entryId", "slug", "before", "after")
    SELECT change."id", change_set."id", change."ordinal", change."action", change."entryType", change."entryId",
      change."slug", change."before", entry."line"
    FROM ${changes} change JOIN change_set ON change_set."id" = change."setId"
    LEFT JOIN LATERAL (
      SELECT "line" FROM "EntryLine"
      WHERE "id" = change."entryId" AND "entryType" = change."entryType" OFFSET 0
    ) entry ON TRUE`
}
