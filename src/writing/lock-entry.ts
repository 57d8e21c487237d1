import type { Transaction } from '../database/transaction.ts'
import type { SluggedType } from '../domain/global-id.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { ConflictError, EntryNotFoundError } from './errors.ts'

/** An entry on record that nobody else can change until the transaction ends. */
export interface LockedEntry<Type extends SluggedType = SluggedType> {
  type: Type
  id: string
  slug: string
  version: number
}

/** How an entry is named: by its UUID or by its slug. */
export type EntryName = { id: string } | { slug: string }

/** What is to happen to the entry: others can go on to refer to one that is updated. */
export type Purpose = 'UPDATE' | 'DELETE'

/**
 * Finds an entry and locks it.
 *
 * @param requestedId the ID as it was given, for the error
 * @throws {EntryNotFoundError} where there is none
 */
export async function lockEntry<Type extends SluggedType>(
  tx: Transaction,
  options: { type: Type; name: EntryName | null; requestedId: string; purpose: Purpose },
): Promise<LockedEntry<Type>> {
  const { type, name, requestedId, purpose } = options
  if (!name) throw new EntryNotFoundError(requestedId)
  const lock = () => tx.query<{ id: string; slug: string; version: number }>`
    SELECT "id", "slug", "version" FROM ${Prisma.raw(`"${type}"`)} WHERE "id" = ${idSql(type, name)}
    FOR ${purpose === 'UPDATE' ? Prisma.sql`NO KEY UPDATE` : Prisma.sql`UPDATE`}`
  let [found] = await lock()
  // A participant who was merged while this waited is gone, and the name leads to the one kept since.
  if (!found && type === 'Participant') [found] = await lock()
  if (!found) throw new EntryNotFoundError(requestedId)
  return { type, ...found }
}

/** Locks entries that are to be updated, in the order of their IDs. */
export async function lockEntries(tx: Transaction, type: SluggedType, ids: readonly string[]): Promise<void> {
  await tx.execute`
    SELECT FROM ${Prisma.raw(`"${type}"`)} WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
}

/** @throws {ConflictError} where the entry has been changed since */
export function checkVersion({ type, id, slug, version }: LockedEntry, seen: number): void {
  if (version === seen) return
  throw new ConflictError('STALE_VERSION', {
    message:
      `${slug} is at version ${version}, and this would change version ${seen}: ` +
      'look at it as it stands, and send the change with that version.',
    existing: { type, id },
  })
}

/** A participant is known by the names of those who were merged into it too. */
function idSql(type: SluggedType, name: EntryName): Prisma.Sql {
  const [table, id] = type === 'Participant' ? ['ParticipantName', 'participantId'] : [type, 'id']
  const names = Prisma.sql`SELECT ${Prisma.raw(`"${id}"`)} FROM ${Prisma.raw(`"${table}"`)}`
  return 'id' in name
    ? Prisma.sql`(${names} WHERE "id" = ${name.id}::uuid)`
    : Prisma.sql`(${names} WHERE "slug" = ${name.slug})`
}
