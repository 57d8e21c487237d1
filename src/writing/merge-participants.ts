import type { Transaction } from '../database/transaction.ts'
import { readReference, SLUGGED_TYPES } from '../domain/global-id.ts'
import { logChanges } from './change-log.ts'
import type { Known } from './check/known-entries.ts'
import { deleteParts } from './delete-entry.ts'
import { dependentsOf } from './dependents.ts'
import { deriveSearch } from './derive/search.ts'
import { type EntryLine, entryLines } from './entry-lines.ts'
import { problemAt } from './input/problem.ts'
import { InvalidEntriesError } from './invalid-entries-error.ts'
import { checkVersion, type LockedEntry, lockEntries, lockEntry, type Purpose } from './lock-entry.ts'
import { mergedParticipant, withMerged } from './merged-lines.ts'
import { updateEntries } from './update-entries.ts'

/**
 * Makes two participants one, within the caller's transaction: all that names the duplicate names the one kept from
 * then on, and the duplicate's slug and ID lead there. Everything that this changes is in the log as an update.
 *
 * @throws {EntryNotFoundError} where one of them is not on record
 * @throws {ConflictError} where the one kept is no longer at that version
 * @throws {InvalidEntriesError} where they cannot be the same
 */
export async function mergeParticipants(
  tx: Transaction,
  { actor, ...options }: { actor: string; keep: string; duplicate: string; version: number },
): Promise<LockedEntry> {
  const keep = await lock(tx, options.keep, 'UPDATE')
  const duplicate = await lock(tx, options.duplicate, 'DELETE')
  checkVersion(keep, options.version)
  if (keep.id === duplicate.id) refuse(`${options.duplicate} is ${keep.slug} already`)

  const lines = await entryLines(tx, 'Participant', [keep.id, duplicate.id])
  const [keepLine, duplicateLine] = [lines.get(keep.id), lines.get(duplicate.id)]
  if (!keepLine || !duplicateLine) throw new Error('A locked entry is gone')
  if (keepLine['kind'] !== duplicateLine['kind']) {
    refuse(`${duplicate.slug} is a ${duplicateLine['kind']}, and ${keep.slug} a ${keepLine['kind']}`)
  }

  const naming = await namingLines(tx, duplicate)
  const merge = { keep: keep.slug, duplicate: duplicate.slug }
  const merged = new Map([...naming].map(([id, line]) => [id, withMerged(line, merge)]))
  merged.set(keep.id, mergedParticipant(withMerged(keepLine, merge), withMerged(duplicateLine, merge)))
  // Its identifiers are to be those of the one kept.
  await deleteParts(tx, duplicate)
  const updates = [...merged].map(([id, { type, ...input }]) => ({ type, id, input }))
  await updateEntries(tx, { actor, updates }).catch((error: unknown) => {
    throw error instanceof InvalidEntriesError ? ofMerging(error, [...merged.values()]) : error
  })
  await remove(tx, { keep, duplicate })
  await logChanges(tx, { actor, changes: [{ ...duplicate, action: 'DELETE', before: duplicateLine }] })
  return keep
}

function lock(tx: Transaction, requestedId: string, purpose: Purpose): Promise<LockedEntry> {
  const name = readReference(requestedId, 'Participant')
  return lockEntry(tx, { type: 'Participant', name, requestedId, purpose })
}

/** What would be wrong with entries that nobody gave is told of the duplicate, whom they name. */
function ofMerging({ problems }: InvalidEntriesError, lines: readonly EntryLine[]): InvalidEntriesError {
  return new InvalidEntriesError(
    problems.map(({ entry, code, message }) => {
      const line = lines[entry]
      const reason = `once both are one, something is wrong with ${line?.type}:${line?.slug}: ${message}`
      return { ...problemAt(['duplicate'], code, reason), entry: 0 }
    }),
  )
}

function refuse(reason: string): never {
  throw new InvalidEntriesError([{ ...problemAt(['duplicate'], 'INVALID', reason), entry: 0 }])
}

/** The entries that name a participant, as they read, by their IDs; they are locked. */
async function namingLines(tx: Transaction, participant: Known): Promise<Map<string, EntryLine>> {
  const dependents = await dependentsOf(tx, participant)
  const lines = new Map<string, EntryLine>()
  for (const type of SLUGGED_TYPES) {
    const ids = dependents.filter((dependent) => dependent.type === type).map(({ id }) => id)
    if (ids.length === 0) continue
    await lockEntries(tx, type, ids)
    for (const [id, line] of await entryLines(tx, type, ids)) lines.set(id, line)
  }
  return lines
}

async function remove(tx: Transaction, { keep, duplicate }: { keep: LockedEntry; duplicate: LockedEntry }) {
  await tx.execute`UPDATE "ParticipantRedirect" SET "toId" = ${keep.id}::uuid WHERE "toId" = ${duplicate.id}::uuid`
  await tx.execute`DELETE FROM "Participant" WHERE "id" = ${duplicate.id}::uuid`
  await tx.execute`
    INSERT INTO "ParticipantRedirect" ("id", "slug", "toId") VALUES (${duplicate.id}::uuid, ${duplicate.slug}, ${keep.id}::uuid)`
  deriveSearch(tx, [duplicate.id])
}
