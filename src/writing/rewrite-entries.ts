import type { Transaction } from '../database/transaction.ts'
import { SLUGGED_TYPES, type SluggedType } from '../domain/global-id.ts'
import type { EntryChange } from './change-log.ts'
import type { CheckedByType, CheckedEntries } from './check/entries.ts'
import { chunksOf } from './chunks.ts'
import { deriveAgreementPhases } from './derive/agreement-phases.ts'
import { bearingOf, deriveContested } from './derive/contested.ts'
import { deriveEncounters, encountersAt } from './derive/encounters.ts'
import { deriveEvidence } from './derive/evidence.ts'
import { deriveSearch } from './derive/search.ts'
import { entryLines } from './entry-lines.ts'
import { keepIds } from './rows/keep-ids.ts'
import { type References, referencesAmong } from './rows/references.ts'
import {
  addDifferences,
  type Differences,
  differingRows,
  updateEntryRows,
  writeDifferences,
} from './rows/rewrite-rows.ts'
import { rowsOf } from './rows/rows-of.ts'
import { canonical, type EntryRows, type PlainRow, storedRows } from './rows/stored-rows.ts'
import { PART_TABLES, type Parts, type PartTable } from './rows/tables.ts'

const ENTRIES_AT_ONCE = 10_000

/**
 * Makes entries on record say what checked ones say, within the caller's transaction, who has locked them. What stays
 * the same is not written: rows of a list keep their IDs, and an entry that does not change has no new version.
 *
 * @returns the changes of those that change, for the log
 */
export async function rewriteEntries(
  tx: Transaction,
  { byType, known }: CheckedEntries,
): Promise<EntryChange[]> {
  const references = referencesAmong(known)
  const changes: EntryChange[] = []
  for (const type of SLUGGED_TYPES) {
    for (const made of madeEntries({ type, byType, references })) {
      changes.push(...(await rewrite(tx, type, made)))
    }
  }
  return changes
}

/**
 * The IDs of those entries on record that say something else than the checked ones, or are gone. Nothing needs to be
 * locked.
 */
export async function differingEntries(
  tx: Transaction,
  { byType, known }: CheckedEntries,
): Promise<Set<string>> {
  const references = referencesAmong(known)
  const differing = new Set<string>()
  for (const type of SLUGGED_TYPES) {
    for (const made of madeEntries({ type, byType, references })) {
      const stored = await storedFor(tx, type, made)
      const isThere = ({ id }: MadeEntry) => stored.has(id)
      for (const { id } of made.filter((entry) => !isThere(entry))) differing.add(id)
      for (const { id } of compare(made.filter(isThere), stored).rows) differing.add(String(id))
    }
  }
  return differing
}

interface Batch<Type extends SluggedType> {
  type: Type
  byType: CheckedByType
  references: References
}

function* madeEntries<Type extends SluggedType>({
  type,
  byType,
  references,
}: Batch<Type>): Generator<MadeEntry[]> {
  for (const entries of chunksOf(byType[type], ENTRIES_AT_ONCE)) {
    yield entries.map((entry) => ({
      id: entry.id,
      row: rowsOf[type].row(entry, references),
      parts: rowsOf[type].parts(entry, references),
    }))
  }
}

interface MadeEntry {
  id: string
  row: PlainRow
  parts: Partial<Parts>
}

/** @returns the changes of those entries that change */
async function rewrite(
  tx: Transaction,
  type: SluggedType,
  made: readonly MadeEntry[],
): Promise<EntryChange[]> {
  const stored = await storedFor(tx, type, made)
  const { rows, differences } = compare(made, stored)
  if (rows.length === 0) return []

  const ids = rows.map(({ id }) => String(id))
  const lines = await entryLines(tx, type, ids)
  const bearing = await bearingOf(tx, type === 'Statement' ? ids : [])
  const metOtherwise = type === 'Meeting' ? meetingsMetOtherwise({ rows, stored, differences }) : []
  const encounters = await encountersAt(tx, metOtherwise)
  await updateEntryRows(tx, type, rows)
  await writeDifferences(tx, differences)
  await deriveEvidence(tx, await heardOtherwise(tx, { type, rows, stored }))
  await deriveContested(tx, bearing)
  await deriveEncounters(tx, { before: encounters, meetingIds: metOtherwise })
  if (type === 'Agreement') await deriveAgreementPhases(tx, ids)
  deriveSearch(tx, ids)
  return ids.flatMap((id) => {
    const before = lines.get(id)
    return before ? [{ action: 'UPDATE', type, id, slug: before.slug, before }] : []
  })
}

function storedFor(tx: Transaction, type: SluggedType, made: readonly MadeEntry[]) {
  return storedRows(
    tx,
    type,
    made.map(({ id }) => id),
  )
}

/** What has to be written so that stored entries become the made ones: rows of their own, and of their parts. */
function compare(
  made: readonly MadeEntry[],
  stored: ReadonlyMap<string, EntryRows>,
): { rows: PlainRow[]; differences: Differences } {
  const differences: Differences = new Map()
  const rows = made.flatMap(({ id, row, parts }) => {
    const before = stored.get(id)
    if (!before) throw new Error(`${id} is gone: it was not locked`)
    const kept = withDerived(row, before.row)
    const areOthers = addDifferences(differences, {
      stored: before.parts,
      made: keepIds(before.parts, byTable(parts)),
    })
    return areOthers || !says(before.row, kept) ? [kept] : []
  })
  return { rows, differences }
}

function byTable(parts: Partial<Parts>): Map<PartTable, readonly PlainRow[]> {
  return new Map(PART_TABLES.map((table) => [table, parts[table] ?? []]))
}

/** What a statement's row has of its chain stays while it is reported in the same one. */
function withDerived(row: PlainRow, stored: PlainRow): PlainRow {
  if (!('evidence' in row) || row['reportedInId'] !== stored['reportedInId']) return row
  return { ...row, evidence: stored['evidence'], outermostId: stored['outermostId'] }
}

/** Whether a stored row says what a made one does; it has further columns. */
function says(stored: PlainRow, made: PlainRow): boolean {
  const same = Object.fromEntries(Object.keys(made).map((column) => [column, stored[column]]))
  return canonical(same) === canonical(made)
}

/**
 * The statements that may be known otherwise than before: those that change, and those of whoever becomes anonymous or
 * known by name.
 */
async function heardOtherwise(
  tx: Transaction,
  options: { type: SluggedType; rows: readonly PlainRow[]; stored: ReadonlyMap<string, EntryRows> },
): Promise<string[]> {
  const { type, rows, stored } = options
  if (type === 'Statement') return rows.map(({ id }) => String(id))
  if (type !== 'Participant') return []
  const renamed = rows.filter(
    ({ id, isAnonymous }) => stored.get(String(id))?.row['isAnonymous'] !== isAnonymous,
  )
  if (renamed.length === 0) return []
  const speakers = renamed.map(({ id }) => String(id))
  // Locked, for one that is being moved to another speaker and another chain would be told as it was before.
  const statements = await tx.query<{ id: string }>`
    SELECT "id" FROM "Statement" WHERE "speakerId" = ANY(${speakers}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
  return statements.map(({ id }) => id)
}

/** The meetings at which others may meet than before, or at another time. */
function meetingsMetOtherwise(options: {
  rows: readonly PlainRow[]
  stored: ReadonlyMap<string, EntryRows>
  differences: Differences
}): string[] {
  const { rows, stored, differences } = options
  const attended = new Set(differingRows(differences, 'Attendance').map(({ meetingId }) => meetingId))
  return rows
    .filter((row) => {
      const before = stored.get(String(row['id']))?.row
      return attended.has(row['id']) || ENCOUNTER_COLUMNS.some((column) => row[column] !== before?.[column])
    })
    .map(({ id }) => String(id))
}

/** What of a meeting's own row its encounters follow from (the view EncounterAt). */
const ENCOUNTER_COLUMNS = ['kind', 'status', 'slug', 'date']
