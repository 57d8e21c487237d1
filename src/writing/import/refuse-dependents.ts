import type { Transaction } from '../../database/transaction.ts'
import type { SluggedType } from '../../domain/global-id.ts'
import { readAs } from '../check/known-entries.ts'
import { problemAt } from '../input/problem.ts'
import { walkInput } from '../input/walk.ts'
import { jsonBatches } from '../json-batches.ts'
import { ENTRIES_AT_ONCE } from './batch-size.ts'
import { type FaultyEntry, MOST_FAULTY } from './first-faulty.ts'
import { stagedBatches } from './staged-batches.ts'
import type { StagedEntry } from './staging.ts'

/** What refers to something refused: how much of it, and the first of it. */
export interface Dependents {
  count: number
  first: FaultyEntry[]
}

/** Keeps which entries refer to such as are to be new, in a table that is gone with the transaction. */
export async function keepReferences(tx: Transaction): Promise<void> {
  await tx.execute`
    CREATE TEMPORARY TABLE "StagedReference" (
      "place" integer NOT NULL,
      "path" text[] NOT NULL,
      "type" text NOT NULL,
      "slug" text COLLATE "C" NOT NULL
    ) ON COMMIT DROP`
  for await (const batch of stagedBatches(tx)) await keepReferencesOf(tx, batch)
  await tx.execute`CREATE INDEX ON "StagedReference" ("slug", "type")`
  await tx.execute`ANALYZE "StagedReference"`
}

/**
 * Refuses what refers to entries that are refused and were to be new, and what refers to that in turn; the references
 * are kept.
 *
 * @returns what is refused now
 */
export async function refuseDependents(tx: Transaction): Promise<Dependents> {
  const rows = await tx.query<Dependent>`
    WITH RECURSIVE missing("type", "slug") AS (
      SELECT "type", "slug" FROM "Staged" WHERE "isRefused" AND "version" IS NULL
      UNION
      SELECT dependent."type", dependent."slug"
      FROM missing
      JOIN "StagedReference" reference ON reference."slug" = missing."slug" AND reference."type" = missing."type"
      JOIN "Staged" dependent ON dependent."place" = reference."place" AND dependent."version" IS NULL
    ), dependents AS (
      SELECT DISTINCT ON (reference."place") reference.*
      FROM missing JOIN "StagedReference" reference ON reference."slug" = missing."slug" AND reference."type" = missing."type"
      ORDER BY reference."place", reference."path"
    ), refused AS (
      UPDATE "Staged" SET "isRefused" = TRUE FROM dependents
      WHERE "Staged"."place" = dependents."place" AND NOT "Staged"."isRefused"
      RETURNING "Staged"."place", "Staged"."origin", dependents."path", dependents."type", dependents."slug"
    )
    SELECT *, count(*) OVER ()::integer AS "count" FROM refused ORDER BY "place" LIMIT ${MOST_FAULTY}`
  return { count: rows[0]?.count ?? 0, first: rows.map(faultyEntry) }
}

interface Dependent {
  place: number
  origin: string
  path: string[]
  type: SluggedType
  slug: string
  count: number
}

async function keepReferencesOf(tx: Transaction, entries: readonly StagedEntry[]): Promise<void> {
  const references = entries.flatMap(({ place, type, input }) => {
    const found: { place: number; path: string[]; type: string; slug: string }[] = []
    const visitor = {
      reference(text: string, { types, path }: { types: readonly SluggedType[]; path: readonly unknown[] }) {
        const named = readAs(text, types)
        if (named && 'slug' in named) {
          found.push({ place, path: path.map(String), type: named.type, slug: named.slug })
        }
      },
    }
    walkInput(type, { input, visitor })
    return found
  })
  for (const batch of jsonBatches(references, ENTRIES_AT_ONCE)) {
    await tx.execute`
      INSERT INTO "StagedReference"
      SELECT reference.*
      FROM json_to_recordset(${batch}::json) AS reference("place" integer, "path" text[], "type" text, "slug" text)
      JOIN "Staged" target ON target."slug" = reference."slug" AND target."type" = reference."type"
      WHERE target."version" IS NULL`
  }
}

function faultyEntry({ place, origin, path, type, slug }: Dependent): FaultyEntry {
  const reason = `there is no ${type.toLowerCase()} called ${slug}: its own line is refused`
  return { place, origin, problems: [problemAt(path, 'UNKNOWN_REFERENCE', reason)] }
}
