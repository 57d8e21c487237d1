import type { Transaction } from '../database/transaction.ts'
import type { CheckedEntries } from './check/entries.ts'
import { deriveAgreementPhases } from './derive/agreement-phases.ts'
import { countEncounters } from './derive/encounters.ts'
import { deriveNewSearch } from './derive/search.ts'
import { sendEntries } from './rows/send-entries.ts'

/** Writes the rows of new entries that were checked, and all that follows from them but for what they contest. */
export async function insertEntries(tx: Transaction, checked: CheckedEntries): Promise<void> {
  await sendEntries(tx, checked)
  deriveNewSearch(
    tx,
    checked.entries.map(({ id }) => id),
  )
  countEncounters(
    tx,
    checked.byType.Meeting.map(({ id }) => id),
  )
  await deriveAgreementPhases(
    tx,
    checked.byType.Agreement.map(({ id }) => id),
  )
}
