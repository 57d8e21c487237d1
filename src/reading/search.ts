import type { Database } from '../database/database.ts'
import type { EntryType } from '../generated/prisma/enums.ts'
import { createParameters, type Parameters } from './parameters.ts'
import { searchQuerySql } from './where.ts'

/** What is looked for: a full-text query (src/domain/search-query.ts), in entries of all types or of some. */
export interface Search {
  query: string
  types: readonly EntryType[]
}

/** An entry that was found, by the part of it that fits best. */
export interface Hit {
  entryType: EntryType
  entryId: string
  part: number
  /** The higher, the better the fit: PostgreSQL's ts_rank, for which a heading weighs ten times a body. */
  rank: number
}

export interface SearchOptions {
  search: Search
  take: number
  /** Only hits after this one. */
  after?: Pick<Hit, 'rank' | 'entryId'> | undefined
}

/** A piece of the text around a hit. */
export interface SnippetPart {
  text: string
  hit: boolean
}

/** More hits than these are not counted. */
export const MOST_COUNTED = 10_000

/** Hits by rank, the best first; those of one rank by id. */
export async function searchHits(database: Database, { search, take, after }: SearchOptions): Promise<Hit[]> {
  const parameters = createParameters()
  const query = searchQuerySql(parameters, search.query)
  // Words that stand as they were typed count once more, beside their other forms.
  const asTyped = `to_tsquery('simple', ${parameters.bind(search.query, 'text')})`
  const beyond = after
    ? `WHERE "rank" < ${parameters.bind(after.rank, 'real')} OR "rank" = ${parameters.bind(after.rank, 'real')} AND "entryId" > ${parameters.bind(after.entryId, 'uuid')}`
    : ''
  const sql = `
    SELECT * FROM (
      SELECT DISTINCT ON ("entryId") "entryId", "entryType", "part", 
        ts_rank("document", ${query}, 1) + ts_rank("document", ${asTyped}, 1) AS "rank"
      FROM "SearchPart" WHERE ${matches(parameters, search, query)}
      ORDER BY "entryId", "rank" DESC, "part"
    ) AS "best" ${beyond}
    ORDER BY "rank" DESC, "entryId" LIMIT ${parameters.bind(take, 'integer')}`
  return database.query<Hit>(sql, parameters.values)
}

/** How many entries are found; null where there are more than MOST_COUNTED. */
export async function countHits(database: Database, search: Search): Promise<number | null> {
  const parameters = createParameters()
  const query = searchQuerySql(parameters, search.query)
  const sql = `
    SELECT count(*)::integer AS "count" FROM (
      SELECT DISTINCT "entryId" FROM "SearchPart" WHERE ${matches(parameters, search, query)}
      LIMIT ${parameters.bind(MOST_COUNTED + 1, 'integer')}
    ) AS "found"`
  const [row] = await database.query<{ count: number }>(sql, parameters.values)
  return row && row.count <= MOST_COUNTED ? row.count : null
}

/** The texts around what was hit, by the ids of the entries. */
export async function searchSnippets(
  database: Database,
  { query, hits }: { query: string; hits: readonly Hit[] },
): Promise<ReadonlyMap<string, SnippetPart[]>> {
  const parameters = createParameters()
  const ids = parameters.bindList(
    hits.map(({ entryId }) => entryId),
    'uuid',
  )
  const parts = parameters.bindList(
    hits.map(({ part }) => part),
    'integer',
  )
  const sql = `
    SELECT "entryId", search_snippet(concat_ws(E'\\n', NULLIF("heading", ''), NULLIF("body", '')), ${searchQuerySql(parameters, query)}) AS "snippet"
    FROM "SearchPart" WHERE ("entryId", "part") IN (SELECT * FROM unnest(${ids}, ${parts}))`
  const rows = await database.query<{ entryId: string; snippet: SnippetPart[] }>(sql, parameters.values)
  return new Map(rows.map(({ entryId, snippet }) => [entryId, snippet]))
}

function matches(parameters: Parameters, { types }: Search, query: string): string {
  const ofTypes =
    types.length > 0 ? ` AND "entryType" = ANY(${parameters.bindList(types, '"EntryType"')})` : ''
  return `"document" @@ ${query}${ofTypes}`
}
