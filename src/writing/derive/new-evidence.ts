import type { Transaction } from '../../database/transaction.ts'
import { evidenceWithin } from '../../domain/evidence.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Evidence } from '../../generated/prisma/enums.ts'
import { outwardSql } from '../links.ts'
import type { PlainRow } from '../rows/stored-rows.ts'

/** What a statement's row has of its chain. */
interface Told {
  outermostId: string
  evidence: Evidence
}

/**
 * The rows of new statements, with how each is known and which statement is the outermost of its chain. Those that come
 * along and in which others are reported come before these; the rest of the chains is on record, and locked.
 */
export async function withEvidence(tx: Transaction, rows: readonly PlainRow[]): Promise<PlainRow[]> {
  const fresh = new Set(rows.map(({ id }) => id))
  const outerIds = new Set(
    rows.flatMap(({ reportedInId }) =>
      typeof reportedInId === 'string' && !fresh.has(reportedInId) ? [reportedInId] : [],
    ),
  )
  const speakers = await lockSpeakers(tx, new Set(rows.map(({ speakerId }) => String(speakerId))), outerIds)
  const told = await toldOf(tx, outerIds)
  return rows.map((row) => {
    const outer = told.get(String(row['reportedInId']))
    const isAnonymous = speakers.get(String(row['speakerId'])) ?? false
    const chain: Told = {
      outermostId: outer?.outermostId ?? String(row['id']),
      evidence: evidenceWithin(outer?.evidence ?? null, { isAnonymous }),
    }
    told.set(String(row['id']), chain)
    return { ...row, ...chain }
  })
}

/**
 * Whoever has somebody speak and whoever makes that one known by name take turns; many can have them speak at once.
 *
 * @returns whether they are anonymous, by their IDs
 */
async function lockSpeakers(
  tx: Transaction,
  speakerIds: ReadonlySet<string>,
  outerIds: ReadonlySet<string>,
): Promise<Map<string, boolean>> {
  const ofChains = Prisma.sql`
    UNION
    SELECT "speakerId" FROM "Statement" WHERE "id" IN (
      WITH RECURSIVE outward("id") AS (${outwardSql('Statement', [...outerIds])}) SELECT "id" FROM outward
    )`
  const speakers = await tx.query<{ id: string; isAnonymous: boolean }>`
    SELECT "id", "isAnonymous" FROM "Participant" WHERE "id" IN (
      SELECT unnest(${[...speakerIds]}::uuid[]) ${outerIds.size > 0 ? ofChains : Prisma.empty}
    ) ORDER BY "id" FOR SHARE`
  return new Map(speakers.map(({ id, isAnonymous }) => [id, isAnonymous]))
}

async function toldOf(tx: Transaction, ids: ReadonlySet<string>): Promise<Map<string, Told>> {
  if (ids.size === 0) return new Map()
  const statements = await tx.query<Told & { id: string }>`
    SELECT "id", "outermostId", "evidence" FROM "Statement" WHERE "id" = ANY(${[...ids]}::uuid[])`
  return new Map(statements.map(({ id, ...told }) => [id, told]))
}
