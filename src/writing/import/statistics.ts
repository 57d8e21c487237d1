import type { Transaction } from '../../database/transaction.ts'
import { SLUGGED_TYPES } from '../../domain/global-id.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { PART_TABLES } from '../rows/tables.ts'

/** From how many new entries on, and how many times as many as the last time, tables are looked at anew. */
const WORTH_IT = 2_500
const GROWTH = 4

const TABLES = Prisma.raw([...SLUGGED_TYPES, ...PART_TABLES].map((table) => `"${table}"`).join(', '))

/**
 * Keeps PostgreSQL's idea of the tables right while an import fills them: its own look comes after the commit, and until
 * then it would go through whole tables that it takes to be empty.
 *
 * @returns what is told how many entries are new so far
 */
export function keepStatistics(tx: Transaction): (created: number) => Promise<void> {
  let next = WORTH_IT
  return async (created) => {
    if (created < next) return
    await tx.execute`ANALYZE ${TABLES}`
    next = created * GROWTH
  }
}
