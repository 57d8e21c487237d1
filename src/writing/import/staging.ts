import type { Transaction } from '../../database/transaction.ts'
import { readReference, type SluggedType } from '../../domain/global-id.ts'
import { claimsOf } from '../check/external-ids.ts'
import { jsonBatches } from '../json-batches.ts'
import { ENTRIES_AT_ONCE } from './batch-size.ts'

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

/** The fields by which entries lie within others of their type. */
const outwardFields: ReadonlyMap<SluggedType, string> = new Map([
  ['Topic', 'broader'],
  ['Meeting', 'parent'],
  ['Statement', 'reportedIn'],
])

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
export async function createStaging(tx: Transaction): Promise<void> {
  await tx.execute`
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
  await tx.execute`
    CREATE TEMPORARY TABLE "StagedTurn" (
      "number" integer PRIMARY KEY,
      "batch" integer NOT NULL,
      "place" integer NOT NULL
    ) ON COMMIT DROP`
  await tx.execute`CREATE INDEX ON "StagedTurn" ("batch")`
  await tx.execute`
    CREATE TEMPORARY TABLE "StagedIdentifier" (
      "scheme" text NOT NULL,
      "value" text NOT NULL,
      "id" uuid NOT NULL,
      PRIMARY KEY ("scheme", "value", "id")
    ) ON COMMIT DROP`
}

/** Sends entries to be staged, in place of what was staged of the same ones before. */
export function stage(tx: Transaction, entries: readonly StagedEntry[]): void {
  for (const batch of jsonBatches(entries.map(rowOf), ENTRIES_AT_ONCE)) {
    tx.send`
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
    tx.send`
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
  const field = outwardFields.get(type)
  const text = field === undefined ? null : input[field]
  return typeof text === 'string' ? readReference(text, type) : null
}
