import { readReference, type SluggedType } from '../../domain/global-id.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { EntryChange } from '../change-log.ts'
import { claimsOf } from '../check/external-ids.ts'
import { isRecord } from '../input/walk.ts'
import { jsonBatches } from '../json-batches.ts'
import type { NestedType } from '../scope.ts'
import { CHARACTERS_AT_ONCE, ENTRIES_AT_ONCE } from './batch-size.ts'
import { stagedScope } from './staged-scope.ts'

/** The types in an order in which the foreign keys among their own rows allow them to be written. */
const TURNS: readonly SluggedType[] = [
  'Topic',
  'Participant',
  'Source',
  'Meeting',
  'Issue',
  'Agreement',
  'Statement',
]

/** The fields by which entries lie within others. */
const outwardFields: readonly { type: NestedType; field: string }[] = [
  { type: 'Topic', field: 'broader' },
  { type: 'Meeting', field: 'parent' },
  { type: 'Statement', field: 'reportedIn' },
]

/** An entry that waits to be written. */
export interface StagedEntry {
  /** Its place in the order in which the entries came, from 0. */
  place: number
  /** Where it came from, for people. */
  origin: string
  type: SluggedType
  slug: string
  id: string
  /** That of the entry on record, as it was seen; null for a new one. */
  version: number | null
  input: Readonly<Record<string, unknown>>
}

/**
 * Makes the tables in which an import waits until all of it is there, for earlier entries may refer to later ones. They
 * are the transaction's own, and gone with it.
 *
 * An input waits as a text: PostgreSQL sets JSON bounds of which the rules for inputs know nothing.
 */
export async function createStaging(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE "Staged" (
      "place" integer PRIMARY KEY,
      "origin" text NOT NULL,
      "type" text NOT NULL,
      "turn" smallint NOT NULL,
      "slug" text COLLATE "C" NOT NULL,
      "id" uuid NOT NULL UNIQUE,
      "version" integer,
      "input" text NOT NULL,
      "size" integer NOT NULL,
      "outward" text,
      "outwardId" uuid,
      "depth" integer NOT NULL DEFAULT 1,
      "isFaulty" boolean NOT NULL DEFAULT FALSE,
      "isRefused" boolean NOT NULL DEFAULT FALSE,
      "before" json,
      UNIQUE ("slug", "type")
    ) ON COMMIT DROP`
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE "StagedIdentifier" (
      "scheme" text NOT NULL,
      "value" text NOT NULL,
      "id" uuid NOT NULL,
      PRIMARY KEY ("scheme", "value", "id")
    ) ON COMMIT DROP`
}

/** Stages entries, in place of what was staged of the same ones before. */
export async function stage(tx: Prisma.TransactionClient, entries: readonly StagedEntry[]): Promise<void> {
  for (const batch of jsonBatches(entries.map(rowOf), ENTRIES_AT_ONCE)) {
    await tx.$executeRaw`
      INSERT INTO "Staged" ("place", "origin", "type", "turn", "slug", "id", "version", "input", "size", "outward", "outwardId")
      SELECT "place", "origin", "type", "turn", "slug", "id", "version", "input", length("input"), "outward", "outwardId"
      FROM json_to_recordset(${batch}::json) AS entry(
        "place" integer, "origin" text, "type" text, "turn" smallint, "slug" text, "id" uuid, "version" integer, "input" text,
        "outward" text, "outwardId" uuid
      )
      ON CONFLICT ("id") DO UPDATE
      SET "input" = excluded."input", "size" = excluded."size",
        "outward" = excluded."outward", "outwardId" = excluded."outwardId"`
  }
  const claims = entries.flatMap(({ id, input }) => claimsOf(input).map((claim) => ({ id, ...claim })))
  for (const batch of jsonBatches(claims, ENTRIES_AT_ONCE)) {
    await tx.$executeRaw`
      INSERT INTO "StagedIdentifier"
      SELECT "scheme", "value", "id"
      FROM json_to_recordset(${batch}::json) AS claim("scheme" text, "value" text, "id" uuid)
      ON CONFLICT DO NOTHING`
  }
}

function rowOf({ type, input, ...entry }: StagedEntry) {
  const outward = outwardOf(type, input)
  return {
    ...entry,
    type,
    turn: TURNS.indexOf(type),
    input: JSON.stringify(input),
    outward: outward && 'slug' in outward ? outward.slug : null,
    outwardId: outward && 'id' in outward ? outward.id : null,
  }
}

function outwardOf(type: SluggedType, input: StagedEntry['input']) {
  const field = outwardFields.find((outward) => outward.type === type)?.field
  const text = field === undefined ? null : input[field]
  return typeof text === 'string' ? readReference(text, type) : null
}

/** Finds out, once all is staged, what lies within what, and so in which order it can be written. */
export async function putInOrder(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`ANALYZE "Staged"`
  for (const { type } of outwardFields) await findOutward(tx, type)
  await tx.$executeRaw`CREATE INDEX ON "Staged" ("outwardId") WHERE "outwardId" IS NOT NULL`
  await findDepths(tx)
  await tx.$executeRaw`CREATE INDEX ON "Staged" ("turn", "depth", "place")`
  await tx.$executeRaw`ANALYZE "Staged", "StagedIdentifier"`
}

/** Finds out how deep each lies within others that are staged. What goes round in a circle has no depth of its own. */
async function findDepths(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`
    WITH RECURSIVE placed("id", "depth") AS (
      SELECT outermost."id", 1 FROM "Staged" outermost
      WHERE NOT outermost."isRefused"
        AND outermost."id" IN (SELECT "outwardId" FROM "Staged" WHERE "outwardId" IS NOT NULL)
        AND NOT EXISTS (SELECT FROM "Staged" WHERE "id" = outermost."outwardId" AND NOT "isRefused")
      UNION ALL
      SELECT inner_one."id", placed."depth" + 1
      FROM placed JOIN "Staged" inner_one ON inner_one."outwardId" = placed."id" AND NOT inner_one."isRefused"
    )
    UPDATE "Staged" SET "depth" = placed."depth" FROM placed
    WHERE "Staged"."id" = placed."id" AND "Staged"."depth" <> placed."depth"`
}

async function findOutward(tx: Prisma.TransactionClient, type: NestedType): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Staged" SET "outwardId" = named."entryId" FROM ${stagedScope.names(type)} named
    WHERE "Staged"."type" = ${type} AND "Staged"."outward" = named."slug"`
}

interface StagedRow extends Omit<StagedEntry, 'input'> {
  turn: number
  depth: number
  input: string
}

/** What is staged and not refused, in the order in which it can be written, so much of it at a time as memory holds. */
export async function* stagedBatches(tx: Prisma.TransactionClient): AsyncGenerator<StagedEntry[]> {
  let [turn, depth, place] = [-1, 0, 0]
  for (;;) {
    const rows = await tx.$queryRaw<StagedRow[]>`
      SELECT "place", "origin", "type", "turn", "slug", "id", "version", "depth", "input" FROM (
        SELECT *, sum("size") OVER (ORDER BY "turn", "depth", "place") - "size" AS "before_it" FROM (
          SELECT * FROM "Staged"
          WHERE ("turn", "depth", "place") > (${turn}::smallint, ${depth}::integer, ${place}::integer) AND NOT "isRefused"
          ORDER BY "turn", "depth", "place" LIMIT ${ENTRIES_AT_ONCE}
        ) next
      ) measured
      WHERE "before_it" < ${CHARACTERS_AT_ONCE}
      ORDER BY "turn", "depth", "place"`
    const last = rows.at(-1)
    if (!last) return
    ;({ turn, depth, place } = last)
    yield rows.map(entryOf)
  }
}

/** How many entries are staged and not refused. */
export async function countStaged(tx: Prisma.TransactionClient): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS "count" FROM "Staged" WHERE NOT "isRefused"`
  return row?.count ?? 0
}

/** What is staged under these IDs. */
export async function stagedEntries(
  tx: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<StagedEntry[]> {
  if (ids.length === 0) return []
  const rows = await tx.$queryRaw<StagedRow[]>`
    SELECT "place", "origin", "type", "turn", "slug", "id", "version", "depth", "input"
    FROM "Staged" WHERE "id" = ANY(${ids}::uuid[])`
  return rows.map(entryOf)
}

function entryOf({ place, origin, type, slug, id, version, input }: StagedRow): StagedEntry {
  const parsed: unknown = JSON.parse(input)
  return { place, origin, type, slug, id, version, input: isRecord(parsed) ? parsed : {} }
}

/** Notes that something is wrong with entries, which are refused once all have been looked at. */
export async function noteFaulty(tx: Prisma.TransactionClient, places: readonly number[]): Promise<void> {
  await tx.$executeRaw`UPDATE "Staged" SET "isFaulty" = TRUE WHERE "place" = ANY(${places}::integer[])`
}

/** Refuses the entries that were noted: they are as if they had not come. */
export async function refuseFaulty(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`UPDATE "Staged" SET "isRefused" = TRUE WHERE "isFaulty" AND NOT "isRefused"`
  await findDepths(tx)
}

/** Whether somebody else has changed or deleted one of these entries on record since it was staged. */
export async function areStale(
  tx: Prisma.TransactionClient,
  type: SluggedType,
  ids: readonly string[],
): Promise<boolean> {
  const [stale] = await tx.$queryRaw<{ id: string }[]>`
    SELECT "Staged"."id" FROM "Staged" LEFT JOIN ${Prisma.raw(`"${type}"`)} entry ON entry."id" = "Staged"."id"
    WHERE "Staged"."id" = ANY(${ids}::uuid[]) AND entry."version" IS DISTINCT FROM "Staged"."version"
    LIMIT 1`
  return stale !== undefined
}

/** Keeps, for the log, what entries were before they changed. */
export async function keepBefore(
  tx: Prisma.TransactionClient,
  changes: readonly EntryChange[],
): Promise<void> {
  const lines = changes.map(({ id, before }) => ({ id, before }))
  for (const batch of jsonBatches(lines, ENTRIES_AT_ONCE)) {
    await tx.$executeRaw`
      UPDATE "Staged" SET "before" = changed."before"
      FROM json_to_recordset(${batch}::json) AS changed("id" uuid, "before" json)
      WHERE "Staged"."id" = changed."id"`
  }
}
