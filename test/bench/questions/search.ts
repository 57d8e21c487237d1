import { readSearch } from '../../../src/domain/search-query.ts'
import { ADJECTIVES, NOUNS, PAIR } from '../../data/words.ts'
import { defineQuestion } from './question.ts'

/** Pairs of words of which both stand in about one statement of a hundred. */
const COMMON = { least: 0.005, most: 0.02 }
const ENOUGH = 20

export const search = defineQuestion<string>({
  name: 'Q4',
  description: 'search for two words that stand in 1 % of the statements, the first 20 with snippets',
  async inputs({ client }) {
    const { rows: all } = await client.query<{ count: number }>('SELECT count(*)::integer FROM "Statement"')
    const found = [PAIR]
    for (const noun of NOUNS.slice(8, 24)) {
      for (const adjective of ADJECTIVES.slice(4, 16)) {
        if (found.length === ENOUGH) return found
        const { rows } = await client.query<{ count: number }>(
          `SELECT count(*)::integer FROM "SearchPart"
          WHERE "document" @@ to_tsquery('summitry', $1) AND "entryType" = 'STATEMENT'`,
          [readSearch(`${adjective} ${noun}`)],
        )
        const share = (rows[0]?.count ?? 0) / (all[0]?.count ?? 1)
        if (share > COMMON.least && share < COMMON.most) found.push(`${adjective} ${noun}`)
      }
    }
    return found
  },
  summitry: {
    variables: (text) => ({ text }),
    query: /* GraphQL */ `
      query Search($text: String!) {
        search(first: 20, text: $text, types: [STATEMENT]) {
          edges { snippet { text hit } node { slug ... on Statement { text speaker { slug name } } } }
        }
      }
    `,
  },
  limit: {
    parameters: (text) => [readSearch(text)],
    sql: `
      WITH query AS MATERIALIZED (
        SELECT to_tsquery('summitry', $1) AS "query", to_tsquery('simple', $1) AS "typed"
      ), best AS (
        SELECT DISTINCT ON ("entryId") "entryId", "part",
          ts_rank("document", "query", 1) + ts_rank("document", "typed", 1) AS "rank"
        FROM query JOIN "SearchPart" ON "document" @@ "query" AND "entryType" = 'STATEMENT'
        ORDER BY "entryId", "rank" DESC, "part"
      ), hits AS (
        SELECT * FROM best ORDER BY "rank" DESC, "entryId" LIMIT 20
      )
      SELECT COALESCE(json_agg(json_build_object(
        'snippet', search_snippet(concat_ws(E'\\n', NULLIF("heading", ''), NULLIF("body", '')), "query"),
        'node', json_build_object(
          'slug', statement."slug", 'text', statement."text",
          'speaker', json_build_object('slug', speaker."slug", 'name', speaker."name")
        )
      ) ORDER BY "rank" DESC, "entryId"), '[]')::text AS "answer"
      FROM query CROSS JOIN hits JOIN "SearchPart" USING ("entryId", "part") JOIN "Statement" statement ON statement."id" = "entryId"
      JOIN "Participant" speaker ON speaker."id" = statement."speakerId"`,
  },
})
