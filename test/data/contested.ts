import type { Transaction } from '../../src/database/transaction.ts'

/**
 * Tells of a whole record what is contested. src/writing tells it of what was just written, and looks things up by
 * indexes; here everything is read once, before there are any. The test holds the one against the other.
 */
export async function markContested(tx: Transaction): Promise<void> {
  await tx.execute`
    UPDATE "Issue" SET "isContested" = true WHERE "id" IN (
      SELECT position."issueId"
      FROM "Position" position JOIN "Statement" statement ON statement."id" = position."statementId"
      WHERE position."stance" IN ('AFFIRMS', 'DENIES')
      GROUP BY position."issueId"
      HAVING bool_or(position."stance" = 'AFFIRMS') AND bool_or(position."stance" = 'DENIES')
        AND min(statement."sideId"::text) <> max(statement."sideId"::text)
    )`
  // Somebody else takes the opposite stance: of those who do, the first or the last is another side.
  await tx.execute`
    WITH taken AS (
      SELECT position."issueId", position."stance", position."statementId", statement."sideId"::text AS "side"
      FROM "Position" position JOIN "Statement" statement ON statement."id" = position."statementId"
      WHERE position."stance" IN ('AFFIRMS', 'DENIES')
    ), ends AS (
      SELECT "issueId", "stance", min("side") AS "first", max("side") AS "last" FROM taken GROUP BY 1, 2
    )
    UPDATE "Statement" SET "isContested" = true WHERE "id" IN (
      SELECT taken."statementId"
      FROM taken JOIN ends ON ends."issueId" = taken."issueId" AND ends."stance" <> taken."stance"
        AND (ends."first" <> taken."side" OR ends."last" <> taken."side")
      UNION
      SELECT "fromId" FROM "StatementLink" WHERE "kind" = 'CONTRADICTS'
      UNION
      SELECT "toId" FROM "StatementLink" WHERE "kind" = 'CONTRADICTS'
    )`
  await tx.execute`
    WITH RECURSIVE outward("id") AS (
      SELECT position."statementId"
      FROM "Position" position JOIN "Issue" issue ON issue."id" = position."issueId" AND issue."isContested"
      UNION
      SELECT report."reportedInId"
      FROM outward JOIN "Statement" report ON report."id" = outward."id" AND report."reportedInId" IS NOT NULL
    )
    UPDATE "Meeting" SET "isContested" = true WHERE "id" IN (
      SELECT "meetingId" FROM "Statement" JOIN outward USING ("id")
      UNION
      SELECT "meetingId" FROM "StatementAbout" JOIN outward ON outward."id" = "statementId"
    )`
}
