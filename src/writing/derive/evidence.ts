import type { Transaction } from '../../database/transaction.ts'
import { evidenceOf } from '../../domain/evidence.ts'
import type { Evidence } from '../../generated/prisma/enums.ts'
import { chunksOf } from '../chunks.ts'
import { inwardSql, outwardSql } from '../links.ts'

const STATEMENTS_AT_ONCE = 10_000

/**
 * Tells anew, of statements and of everything reported in them, how they are known and which statement is the
 * outermost of their chain. For statements whose chain or speaker changed, and for those of a participant who
 * became anonymous or known by name.
 */
export async function deriveEvidence(tx: Transaction, statementIds: readonly string[]): Promise<void> {
  for (const ids of chunksOf(statementIds, STATEMENTS_AT_ONCE)) {
    await lockSpeakers(tx, ids)
    await update(tx, await chainsOf(tx, ids))
  }
}

interface Chain {
  id: string
  outermostId: string
  /** Whether the speakers are anonymous, from that of the statement itself outward. */
  anonymous: boolean[]
}

/** Whoever has somebody speak and whoever makes that one known by name take turns; many can have them speak at once. */
async function lockSpeakers(tx: Transaction, ids: readonly string[]) {
  await tx.execute`
    WITH RECURSIVE outward("id") AS (${outwardSql('Statement', ids)}),
    inward("id") AS (${inwardSql('Statement', ids)})
    SELECT FROM "Participant" WHERE "id" IN (
      SELECT "speakerId" FROM "Statement" WHERE "id" IN (SELECT "id" FROM outward UNION SELECT "id" FROM inward)
    ) ORDER BY "id" FOR SHARE`
}

/**
 * OFFSET 0 keeps PostgreSQL from turning the steps outward into joins: it takes recursion to find ten times what it
 * starts from, and reads the whole table rather than look up a few rows.
 */
function chainsOf(tx: Transaction, ids: readonly string[]): Promise<Chain[]> {
  return tx.query<Chain>`
    WITH RECURSIVE inward("id") AS (${inwardSql('Statement', ids)}),
    chain("id", "linkId", "depth") AS (
      SELECT "id", "id", 1 FROM inward
      UNION ALL
      SELECT chain."id", link."reportedInId", chain."depth" + 1
      FROM chain, LATERAL (SELECT "reportedInId" FROM "Statement" WHERE "id" = chain."linkId" OFFSET 0) link
      WHERE link."reportedInId" IS NOT NULL
    )
    SELECT chain."id",
      (array_agg(chain."linkId" ORDER BY chain."depth" DESC))[1] AS "outermostId",
      array_agg(speaker."isAnonymous" ORDER BY chain."depth") AS "anonymous"
    FROM chain, LATERAL (
      SELECT speaker."isAnonymous"
      FROM "Statement" link JOIN "Participant" speaker ON speaker."id" = link."speakerId"
      WHERE link."id" = chain."linkId" OFFSET 0
    ) speaker
    GROUP BY chain."id"`
}

async function update(tx: Transaction, chains: readonly Chain[]) {
  const ids = chains.map(({ id }) => id)
  const outermostIds = chains.map(({ outermostId }) => outermostId)
  const evidence = chains.map(
    ({ anonymous }): Evidence => evidenceOf(anonymous.map((isAnonymous) => ({ isAnonymous }))),
  )
  await tx.execute`
    UPDATE "Statement" statement SET "outermostId" = derived."outermostId", "evidence" = derived."evidence"
    FROM unnest(${ids}::uuid[], ${outermostIds}::uuid[], ${evidence}::text[]::"Evidence"[])
      AS derived("id", "outermostId", "evidence")
    WHERE statement."id" = derived."id"
      AND (statement."outermostId", statement."evidence") IS DISTINCT FROM (derived."outermostId", derived."evidence")`
}
