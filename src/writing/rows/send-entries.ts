import type { Transaction } from '../../database/transaction.ts'
import type { SluggedType } from '../../domain/global-id.ts'
import type { CheckedByType, CheckedEntries } from '../check/entries.ts'
import { chunksOf } from '../chunks.ts'
import { withEvidence } from '../derive/new-evidence.ts'
import { type References, referencesAmong } from './references.ts'
import { rowsOf } from './rows-of.ts'
import { sendRows } from './send-rows.ts'
import { noParts, PART_TABLES, type Parts, type PartTable, type Row } from './tables.ts'

/** The tables of entries in an order that the foreign keys among them allow. */
const ENTRY_TABLES = ['Topic', 'Participant', 'Source', 'Meeting', 'Issue', 'Agreement', 'Statement'] as const

/** How many entries' rows are made at once: they take more room than the entries. */
const ENTRIES_AT_ONCE = 10_000

/** Sends the rows of checked entries to be written, first those of the entries themselves, then what belongs to them. */
export async function sendEntries(tx: Transaction, { byType, known }: CheckedEntries): Promise<void> {
  const references = referencesAmong(known)
  for (const type of ENTRY_TABLES) await sendOwn(tx, { type, byType, references })
  for (const type of ENTRY_TABLES) sendParts(tx, { type, byType, references })
}

interface Batch<Type extends SluggedType> {
  type: Type
  byType: CheckedByType
  references: References
}

async function sendOwn<Type extends SluggedType>(tx: Transaction, batch: Batch<Type>) {
  const { type, byType, references } = batch
  const outermostFirst = byType[type].toSorted((one, other) => one.depth - other.depth)
  for (const entries of chunksOf(outermostFirst, ENTRIES_AT_ONCE)) {
    const rows = entries.map((entry) => rowsOf[type].row(entry, references))
    sendRows(tx, type, type === 'Statement' ? await withEvidence(tx, rows) : rows)
  }
}

function sendParts<Type extends SluggedType>(tx: Transaction, batch: Batch<Type>) {
  const { type, byType, references } = batch
  for (const entries of chunksOf(byType[type], ENTRIES_AT_ONCE)) {
    const parts = noParts()
    for (const entry of entries) {
      const more = rowsOf[type].parts(entry, references)
      for (const table of PART_TABLES) append(parts, table, more[table] ?? [])
    }
    for (const table of PART_TABLES) sendRows(tx, table, parts[table])
  }
}

function append<Table extends PartTable>(parts: Parts, table: Table, rows: readonly Row<Table>[]) {
  for (const row of rows) parts[table].push(row)
}
