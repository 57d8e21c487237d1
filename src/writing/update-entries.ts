import type { SluggedType } from '../domain/global-id.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { type EntryChange, logChanges } from './change-log.ts'
import { type CheckedByType, checkEntries } from './check/entries.ts'
import { chunksOf } from './chunks.ts'
import { deriveAgreementPhases } from './derive/agreement-phases.ts'
import { bearingOf, deriveContested } from './derive/contested.ts'
import { deriveEvidence } from './derive/evidence.ts'
import { deriveSearch } from './derive/search.ts'
import { entryLines } from './entry-lines.ts'
import { ENTRY_TYPES } from './input/inputs.ts'
import { keepIds } from './rows/keep-ids.ts'
import { type References, referencesAmong } from './rows/references.ts'
import { addDifferences, type Differences, updateEntryRows, writeDifferences } from './rows/rewrite-rows.ts'
import { rowsOf } from './rows/rows-of.ts'
import { canonical, type EntryRows, type PlainRow, storedRows } from './rows/stored-rows.ts'
import { PART_TABLES, type Parts, type PartTable } from './rows/tables.ts'

/** An entry on record, and the whole input that it is to become. */
export interface EntryUpdate {
  type: SluggedType
  id: string
  input: object
}

const ENTRIES_AT_ONCE = 10_000

/**
 * Makes entries on record say what other inputs say, all of them or none, within the caller's transaction, who has
 * locked them. What stays the same is not written: rows of a list keep their IDs, and an entry that does not change
 * has no new version and no change in the log. The number of SQL statements does not depend on the number of entries.
 *
 * @throws {InvalidEntriesError} with every problem of every entry, before anything is written
 */
export async function updateEntries(
  tx: Prisma.TransactionClient,
  { actor, updates }: { actor: string; updates: readonly EntryUpdate[] },
): Promise<void> {
  const { byType, known } = await checkEntries(tx, updates)
  const references = referencesAmong(known)
  const changes: EntryChange[] = []
  for (const type of ENTRY_TYPES) changes.push(...(await rewriteType(tx, { type, byType, references })))
  await logChanges(tx, { actor, changes })
}

interface Batch<Type extends SluggedType> {
  type: Type
  byType: CheckedByType
  references: References
}

/** @returns the changes of those entries that change */
async function rewriteType<Type extends SluggedType>(
  tx: Prisma.TransactionClient,
  { type, byType, references }: Batch<Type>,
): Promise<EntryChange[]> {
  const changes: EntryChange[] = []
  for (const entries of chunksOf(byType[type], ENTRIES_AT_ONCE)) {
    const made = entries.map((entry) => ({
      id: entry.id,
      row: rowsOf[type].row(entry, references),
      parts: rowsOf[type].parts(entry, references),
    }))
    changes.push(...(await rewrite(tx, type, made)))
  }
  return changes
}

interface MadeEntry {
  id: string
  row: PlainRow
  parts: Partial<Parts>
}

async function rewrite(
  tx: Prisma.TransactionClient,
  type: SluggedType,
  made: readonly MadeEntry[],
): Promise<EntryChange[]> {
  const stored = await storedRows(
    tx,
    type,
    made.map(({ id }) => id),
  )
  const differences: Differences = new Map()
  const rows = made.flatMap(({ id, row, parts }) => {
    const before = stored.get(id)
    if (!before) throw new Error(`${type} ${id} is gone: it was not locked`)
    const kept = withDerived(row, before.row)
    const areOthers = addDifferences(differences, {
      stored: before.parts,
      made: keepIds(before.parts, byTable(parts)),
    })
    return areOthers || !says(before.row, kept) ? [kept] : []
  })
  if (rows.length === 0) return []

  const ids = rows.map(({ id }) => String(id))
  const lines = await entryLines(tx, type, ids)
  const bearing = await bearingOf(tx, type === 'Statement' ? ids : [])
  await updateEntryRows(tx, type, rows)
  await writeDifferences(tx, differences)
  await deriveEvidence(tx, await heardOtherwise(tx, { type, rows, stored }))
  await deriveContested(tx, bearing)
  if (type === 'Agreement') await deriveAgreementPhases(tx, ids)
  await deriveSearch(tx, ids)
  return ids.flatMap((id) => {
    const before = lines.get(id)
    return before ? [{ action: 'UPDATE', type, id, slug: before.slug, before }] : []
  })
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
  tx: Prisma.TransactionClient,
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
  const statements = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Statement" WHERE "speakerId" = ANY(${speakers}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
  return statements.map(({ id }) => id)
}
