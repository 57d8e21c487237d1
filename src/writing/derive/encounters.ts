import type { Transaction } from '../../database/transaction.ts'
import { Prisma } from '../../generated/prisma/client.ts'

/** How often two participants met at some meetings, and the first and the last time, as the table Encounter has it. */
interface Encounter {
  participantId: string
  counterpartId: string
  meetingCount: number
  first: string | null
  last: string | null
}

/** Who meets whom at meetings as they stand. To be asked before they are changed or deleted. */
export async function encountersAt(
  tx: Transaction,
  meetingIds: readonly string[],
): Promise<readonly Encounter[]> {
  if (meetingIds.length === 0) return []
  return tx.query<Encounter>`
    SELECT "participantId", "counterpartId", count(*)::integer AS "meetingCount", min("inTime") AS "first", max("inTime") AS "last"
    FROM "EncounterAt" WHERE "meetingId" = ANY(${meetingIds}::uuid[]) GROUP BY 1, 2`
}

/** Counts those who meet at new meetings. */
export function countEncounters(tx: Transaction, meetingIds: readonly string[]): void {
  if (meetingIds.length === 0) return
  // In one order, so that whoever counts some of the same waits for the other rather than for each other.
  tx.send`
    INSERT INTO "Encounter" ("participantId", "counterpartId", "meetingCount", "first", "last")
    SELECT "participantId", "counterpartId", count(*), min("inTime"), max("inTime")
    FROM "EncounterAt" WHERE "meetingId" = ANY(${meetingIds}::uuid[]) GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT ("participantId", "counterpartId") DO UPDATE SET
      "meetingCount" = "Encounter"."meetingCount" + excluded."meetingCount",
      "first" = LEAST("Encounter"."first", excluded."first"), "last" = GREATEST("Encounter"."last", excluded."last")`
}

/**
 * Counts anew those who met at meetings that were changed or deleted, or meet there now. Counts are added and taken away,
 * never told from what can be seen: others may write meetings of the same participants at the same time.
 *
 * @param before who met at them (`encountersAt`)
 * @param meetingIds those of the meetings that are still there
 */
export async function deriveEncounters(
  tx: Transaction,
  { before, meetingIds }: { before: readonly Encounter[]; meetingIds: readonly string[] },
): Promise<void> {
  countEncounters(tx, meetingIds)
  if (before.length === 0) return
  const ended = Prisma.sql`json_populate_recordset(NULL::"Encounter", ${JSON.stringify(before)}::json) ended`
  const isEnded = Prisma.sql`encounter."participantId" = ended."participantId" AND encounter."counterpartId" = ended."counterpartId"`
  await tx.execute`
    SELECT FROM "Encounter" encounter JOIN ${ended} ON ${isEnded}
    ORDER BY encounter."participantId", encounter."counterpartId" FOR UPDATE OF encounter`
  await tx.execute`
    DELETE FROM "Encounter" encounter USING ${ended}
    WHERE ${isEnded} AND encounter."meetingCount" = ended."meetingCount"`
  await tx.execute`
    UPDATE "Encounter" encounter SET "meetingCount" = encounter."meetingCount" - ended."meetingCount"
    FROM ${ended} WHERE ${isEnded}`
  // The first or the last of them may be gone; nobody else can change the others any more.
  await tx.execute`
    UPDATE "Encounter" encounter SET "first" = found."first", "last" = found."last"
    FROM (
      SELECT "participantId", "counterpartId", min("inTime") AS "first", max("inTime") AS "last"
      FROM (
        SELECT encounter."participantId", encounter."counterpartId" FROM "Encounter" encounter JOIN ${ended} ON ${isEnded}
        WHERE (encounter."first" < ended."first" AND encounter."last" > ended."last") IS NOT TRUE
      ) uncertain JOIN "EncounterAt" USING ("participantId", "counterpartId")
      GROUP BY 1, 2
    ) found
    WHERE encounter."participantId" = found."participantId" AND encounter."counterpartId" = found."counterpartId"`
}
