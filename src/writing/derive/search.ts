import type { Prisma } from '../../generated/prisma/client.ts'

/** Writes anew by which words these entries are found. */
export async function deriveSearch(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM "SearchPart" WHERE "entryId" = ANY(${ids}::uuid[])`
  await tx.$executeRaw`INSERT INTO "SearchPart" SELECT * FROM "SearchPartText" WHERE "entryId" = ANY(${ids}::uuid[])`
}
