import type { Transaction } from '../../database/transaction.ts'

/** Writes anew by which words these entries are found. */
export function deriveSearch(tx: Transaction, ids: readonly string[]): void {
  tx.send`DELETE FROM "SearchPart" WHERE "entryId" = ANY(${ids}::uuid[])`
  deriveNewSearch(tx, ids)
}

/** Writes by which words entries are found that are new. */
export function deriveNewSearch(tx: Transaction, ids: readonly string[]): void {
  tx.send`INSERT INTO "SearchPart" SELECT * FROM "SearchPartText" WHERE "entryId" = ANY(${ids}::uuid[])`
}
