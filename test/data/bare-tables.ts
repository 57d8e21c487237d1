import type { Transaction } from '../../src/database/transaction.ts'
import { Prisma } from '../../src/generated/prisma/client.ts'

/**
 * Takes indexes and foreign keys off the tables while something is done, and puts them back as they were: a
 * million rows are indexed and checked in one go ten times as fast as one by one. Primary keys stay. Within the
 * caller's transaction, so that nobody ever sees the tables without them. `only` names a table, where it is one.
 */
export async function withBareTables(
  tx: Transaction,
  options: { act: () => Promise<void>; onStep: (step: string) => void; only?: string },
): Promise<void> {
  const { only = null } = options
  const foreignKeys = await tx.query<{ drop: string; add: string }>`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS "drop",
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS "add"
    FROM pg_constraint
    WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
      AND (${only}::text IS NULL OR conrelid = to_regclass(quote_ident(${only})))
    ORDER BY conrelid::regclass::text, conname`
  const indexes = await tx.query<{ drop: string; add: string }>`
    SELECT format('DROP INDEX %s', indexrelid::regclass) AS "drop", pg_get_indexdef(indexrelid) AS "add"
    FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE relnamespace = current_schema()::regnamespace
      AND (${only}::text IS NULL OR indrelid = to_regclass(quote_ident(${only})))
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
    ORDER BY indrelid::regclass::text, relname`

  for (const { drop } of [...foreignKeys, ...indexes]) await tx.execute(Prisma.raw(drop))
  await options.act()
  options.onStep('Building the indexes …')
  for (const { add } of indexes) await tx.execute(Prisma.raw(add))
  options.onStep('Checking the foreign keys …')
  for (const { add } of foreignKeys) await tx.execute(Prisma.raw(add))
}
