import { defineQuestion } from './question.ts'

interface Month {
  from: string
  until: string
}

/** Months of the years of which the record has much. */
const INPUTS = `
  SELECT "month"::date::text AS "from", ("month" + interval '1 month - 1 day')::date::text AS "until"
  FROM generate_series('1990-01-01'::timestamp, '2019-12-01', '1 month') AS "month" ORDER BY md5("month"::text) LIMIT 200`

/** Those of a month: what may have happened in it. */
const within = `daterange("dateEarliest", "dateLatest", '[]') && daterange($1::date, $2::date, '[]')`

const lane = (type: string, options: { table: string; place: number; key: string }) => `
  (SELECT '${type}' AS "type", "id", "date", "dateEarliest", "dateLatest", ${options.place} AS "place", ${options.key}::text COLLATE "C" AS "key"
  FROM "${options.table}" WHERE ${within} AND "dateEarliest" <= $2::date AND "dateLatest" >= $1::date
  ORDER BY "dateEarliest", "dateLatest", ${options.key} LIMIT 50)`

export const timeline = defineQuestion<Month>({
  name: 'Q6',
  description: 'the timeline of one month, 50 items',
  async inputs({ client }) {
    return (await client.query<Month>(INPUTS)).rows
  },
  summitry: {
    variables: ({ from, until }) => ({ from, until }),
    query: /* GraphQL */ `
      query Timeline($from: Date!, $until: Date!) {
        timeline(first: 50, filter: { date: { from: $from, until: $until } }) {
          edges {
            date { edtf }
            node {
              type: __typename
              ... on Meeting { slug title }
              ... on Statement { slug text speaker { slug name } }
              ... on AgreementEvent { turn: kind agreement { slug title } }
            }
          }
        }
      }
    `,
  },
  limit: {
    parameters: ({ from, until }) => [from, until],
    sql: `
      WITH items AS (
        SELECT * FROM (
          ${lane('Meeting', { table: 'Meeting', place: 0, key: '"slug"' })}
          UNION ALL ${lane('Statement', { table: 'Statement', place: 1, key: '"slug"' })}
          UNION ALL ${lane('AgreementEvent', { table: 'AgreementEvent', place: 2, key: '"id"' })}
        ) lanes
        ORDER BY "dateEarliest", "dateLatest", "place", "key" LIMIT 50
      )
      SELECT COALESCE(json_agg(json_build_object('date', items."date", 'node',
        CASE items."type"
          WHEN 'Meeting' THEN (
            SELECT json_build_object('type', 'Meeting', 'slug', "slug", 'title', "title")
            FROM "Meeting" WHERE "id" = items."id"
          )
          WHEN 'Statement' THEN (
            SELECT json_build_object('type', 'Statement', 'slug', statement."slug", 'text', statement."text",
              'speaker', json_build_object('slug', speaker."slug", 'name', speaker."name"))
            FROM "Statement" statement JOIN "Participant" speaker ON speaker."id" = statement."speakerId"
            WHERE statement."id" = items."id"
          )
          ELSE (
            SELECT json_build_object('type', 'AgreementEvent', 'turn', event."kind",
              'agreement', json_build_object('slug', agreement."slug", 'title', agreement."title"))
            FROM "AgreementEvent" event JOIN "Agreement" agreement ON agreement."id" = event."agreementId"
            WHERE event."id" = items."id"
          )
        END
      ) ORDER BY items."dateEarliest", items."dateLatest", items."place", items."key"), '[]')::text AS "answer"
      FROM items`,
  },
})
