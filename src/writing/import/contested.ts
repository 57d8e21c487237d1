import type { Transaction } from '../../database/transaction.ts'
import { deriveContested } from '../derive/contested.ts'

/** How many stances, or links, are looked at at once. */
const AT_ONCE = 10_000

/** What sorts before every UUID, but one that nobody has. */
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/**
 * Tells what the new statements of an import contest, once all of them are there: issue by issue, for of each all stances
 * are looked at, those of the others too.
 */
export async function deriveContestedStaged(tx: Transaction): Promise<void> {
  let [issue, statement] = [BEFORE_ALL, BEFORE_ALL]
  for (;;) {
    const stances = await tx.query<{ issueId: string; statementId: string }>`
      SELECT position."issueId", position."statementId"
      FROM "Position" position JOIN "Staged" ON "Staged"."id" = position."statementId"
      WHERE "Staged"."version" IS NULL AND (position."issueId", position."statementId") > (${issue}::uuid, ${statement}::uuid)
      ORDER BY position."issueId", position."statementId" LIMIT ${AT_ONCE}`
    const last = stances.at(-1)
    if (!last) break
    await derive(
      tx,
      stances.map(({ statementId }) => statementId),
    )
    ;[issue, statement] = [last.issueId, last.statementId]
  }
  for (let from = BEFORE_ALL; ; ) {
    const links = await tx.query<{ fromId: string }>`
      SELECT DISTINCT link."fromId"
      FROM "StatementLink" link JOIN "Staged" ON "Staged"."id" = link."fromId"
      WHERE "Staged"."version" IS NULL AND link."kind" = 'CONTRADICTS' AND link."fromId" > ${from}::uuid
      ORDER BY link."fromId" LIMIT ${AT_ONCE}`
    const last = links.at(-1)
    if (!last) break
    await derive(
      tx,
      links.map(({ fromId }) => fromId),
    )
    from = last.fromId
  }
}

function derive(tx: Transaction, statements: string[]): Promise<void> {
  return deriveContested(tx, { statements: [...new Set(statements)], linked: [], issues: [], meetings: [] })
}
