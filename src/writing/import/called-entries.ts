import type { Transaction } from '../../database/transaction.ts'
import { SLUGGED_TYPES, type SluggedType } from '../../domain/global-id.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { entryLines } from '../entry-lines.ts'
import { record } from '../scope.ts'
import { stagedEntries } from './staged-batches.ts'
import type { StagedEntry } from './staging.ts'

/** An entry, on record or staged, that is called by a slug. */
export interface CalledEntry {
  type: SluggedType
  id: string
  /** Its own: another than it is called by where that is of a participant who was merged into it. */
  slug: string
  /** That of the entry on record; null for one that is only staged. */
  version: number | null
  isStaged: boolean
}

/** What an entry says so far. */
export type Said = Pick<StagedEntry, 'input'> & Partial<StagedEntry>

/** A type and a slug as one text. */
export function nameOf({ type, slug }: { type: SluggedType; slug: string }): string {
  return `${type}:${slug}`
}

/** The entries on record and among those staged that these slugs call, by name; one statement a type. */
export async function calledEntries(
  tx: Transaction,
  wanted: readonly { type: SluggedType; slug: string }[],
): Promise<Map<string, CalledEntry>> {
  const called = new Map<string, CalledEntry>()
  for (const type of SLUGGED_TYPES) {
    const slugs = wanted.filter((one) => one.type === type).map(({ slug }) => slug)
    if (slugs.length === 0) continue
    const rows = await tx.query<Omit<CalledEntry, 'type'> & { calledBy: string }>`
      SELECT named."slug" AS "calledBy", entry."id", entry."slug", entry."version",
        EXISTS (SELECT FROM "Staged" WHERE "id" = entry."id") AS "isStaged"
      FROM ${record.names(type)} named JOIN ${Prisma.raw(`"${type}"`)} entry ON entry."id" = named."entryId"
      WHERE named."slug" = ANY(${slugs}::text[])
      UNION ALL
      SELECT "slug", "id", "slug", NULL, TRUE FROM "Staged"
      WHERE "type" = ${type} AND "slug" = ANY(${slugs}::text[]) AND "version" IS NULL`
    for (const { calledBy, ...entry } of rows)
      called.set(nameOf({ type, slug: calledBy }), { type, ...entry })
  }
  return called
}

/** What entries say so far, by their IDs: as they are staged, or else as they are on record. */
export async function saidSoFar(tx: Transaction, entries: Iterable<CalledEntry>): Promise<Map<string, Said>> {
  const isStaged = Map.groupBy(entries, (entry) => entry.isStaged)
  const staged = await stagedEntries(
    tx,
    (isStaged.get(true) ?? []).map(({ id }) => id),
  )
  const said = new Map<string, Said>(staged.map((entry) => [entry.id, entry]))
  const onRecord = Map.groupBy(isStaged.get(false) ?? [], ({ type }) => type)
  for (const [type, ofType] of onRecord) {
    const lines = await entryLines(
      tx,
      type,
      ofType.map(({ id }) => id),
    )
    for (const [id, { type: _, ...input }] of lines) said.set(id, { input })
  }
  return said
}
