import type { Transaction } from '../database/transaction.ts'
import { readTypedReference } from '../domain/global-id.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { logChanges } from './change-log.ts'
import type { Known } from './check/known-entries.ts'
import { dependentsOf } from './dependents.ts'
import { bearingOf, deriveContested } from './derive/contested.ts'
import { deriveEncounters, encountersAt } from './derive/encounters.ts'
import { deriveSearch } from './derive/search.ts'
import { entryLines } from './entry-lines.ts'
import { ConflictError, EntryNotFoundError } from './errors.ts'
import { isEntryType } from './input/inputs.ts'
import { lockOutward } from './links.ts'
import { checkVersion, type LockedEntry, lockEntry } from './lock-entry.ts'
import { ownedBy } from './rows/owned.ts'

/** How many entries that are in the way are told: as many as a client can ask for. */
const MOST_BLOCKING = 100

/** A slug alone does not say of which type the entry is. */
const NAMING = 'give its ID, or its type and its slug, as in Topic:summit-diplomacy'

/**
 * Deletes an entry that nothing else rests on, within the caller's transaction.
 *
 * @param id a global ID or `Type:slug`
 * @throws {EntryNotFoundError} where there is none
 * @throws {ConflictError} where it is no longer at that version, or others rest on it
 */
export async function deleteEntry(
  tx: Transaction,
  { actor, id: requestedId, version }: { actor: string; id: string; version: number },
): Promise<LockedEntry> {
  const named = readTypedReference(requestedId)
  if (!named || !isEntryType(named.type)) throw new EntryNotFoundError(requestedId, NAMING)
  const { type, ...name } = named
  const entry = await lockEntry(tx, { type: named.type, name, requestedId, purpose: 'DELETE' })
  checkVersion(entry, version)
  await checkUnused(tx, entry)

  const line = (await entryLines(tx, entry.type, [entry.id])).get(entry.id) ?? null
  const statements = entry.type === 'Statement' ? [entry.id] : []
  // To which meetings it belongs stays as it is then.
  await lockOutward(tx, 'Statement', statements)
  const bearing = await bearingOf(tx, statements)
  const encounters = await encountersAt(tx, entry.type === 'Meeting' ? [entry.id] : [])
  await deleteParts(tx, entry)
  // Whoever was merged into it leads nowhere then.
  if (entry.type === 'Participant') {
    await tx.execute`DELETE FROM "ParticipantRedirect" WHERE "toId" = ${entry.id}::uuid`
  }
  await tx.execute`DELETE FROM ${Prisma.raw(`"${entry.type}"`)} WHERE "id" = ${entry.id}::uuid`
  await deriveContested(tx, { ...bearing, statements: [] })
  await deriveEncounters(tx, { before: encounters, meetingIds: [] })
  deriveSearch(tx, [entry.id])
  await logChanges(tx, { actor, changes: [{ ...entry, action: 'DELETE', before: line }] })
  return entry
}

async function checkUnused(tx: Transaction, entry: LockedEntry) {
  const blockedBy = await dependentsOf(tx, entry, MOST_BLOCKING)
  if (blockedBy.length === 0) return
  throw new ConflictError('IN_USE', {
    message: `Other entries rest on ${entry.slug}: change or delete those first.`,
    existing: { type: entry.type, id: entry.id },
    blockedBy,
  })
}

/** Removes what belongs to an entry: it may refer to the entry itself, which its foreign keys would not let go. */
export async function deleteParts(tx: Transaction, { type, id }: Known): Promise<void> {
  for (const { table, column, through } of ownedBy[type]) {
    if (through) continue
    await tx.execute`
      DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE ${Prisma.raw(`"${column}"`)} = ${id}::uuid`
  }
}
