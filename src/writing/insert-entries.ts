import type { SluggedType } from '../domain/global-id.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { CheckedEntries } from './check/entries.ts'
import { deriveAgreementPhases } from './derive/agreement-phases.ts'
import { deriveEvidence } from './derive/evidence.ts'
import { deriveSearch } from './derive/search.ts'
import { writeEntries } from './rows/write-entries.ts'

/** Writes the rows of new entries that were checked, and all that follows from them but for what they contest. */
export async function insertEntries(tx: Prisma.TransactionClient, checked: CheckedEntries): Promise<void> {
  await writeEntries(tx, checked)
  const idsOf = (type: SluggedType) => checked.byType[type].map(({ id }) => id)
  await deriveEvidence(tx, idsOf('Statement'))
  await deriveAgreementPhases(tx, idsOf('Agreement'))
  await deriveSearch(
    tx,
    checked.entries.map(({ id }) => id),
  )
}
