import type pg from 'pg'
import { z } from 'zod'
import { defineQuestion, type Means, type Operation, type Statement } from './question.ts'

/** A page of the statements of a speaker: after the statement with these days and this slug, if after any. */
interface Page {
  speaker: { id: string; slug: string }
  after: (Place & { cursor: string; peersCursor: string }) | null
}

interface Place {
  earliest: string
  latest: string
  slug: string
}

/** Where the deep pages begin, how far apart, how many: as deep as the one who speaks most goes. */
const DEPTH = 100_000
const STEP = 20
const PAGES = 50

const SPEAKERS = `
  SELECT "id", "slug" FROM "Participant"
  JOIN (SELECT "speakerId" AS "id", count("dateEarliest") AS "statements" FROM "Statement" GROUP BY 1) said USING ("id")
  WHERE "statements" > 25 ORDER BY "statements" DESC, "slug" LIMIT 20`

const summitry: Operation<Page> = {
  variables: ({ speaker, after }) => ({ speaker: speaker.slug, after: after?.cursor }),
  query: /* GraphQL */ `
    query Statements($speaker: ID!, $after: String) {
      statements(first: 20, after: $after, filter: { speaker: [$speaker] }) {
        nodes { slug text act date { edtf } speaker { slug name } meeting { slug title } }
      }
    }
  `,
}

// Its order has what is undated before everything else. Its cursors compare column by column, which reads every row
// before the page: it is told of the day as well, by which an index can be entered.
const postgraphile: Operation<Page> = {
  variables: ({ speaker, after }) => ({
    speaker: speaker.id,
    after: after?.peersCursor,
    until: after?.earliest ?? '9999-12-31',
  }),
  query: /* GraphQL */ `
    query Statements($speaker: UUID!, $after: Cursor, $until: Date!) {
      allStatements(
        first: 20
        after: $after
        condition: { speakerId: $speaker }
        filter: { dateEarliest: { lessThanOrEqualTo: $until } }
        orderBy: [DATE_EARLIEST_DESC, DATE_LATEST_DESC, SLUG_DESC]
      ) {
        nodes {
          slug text act date speaker: participantBySpeakerId { slug name } meeting: meetingByMeetingId { slug title }
        }
      }
    }
  `,
}

function limit(beyond: string, parameters: Statement<Page>['parameters']): Statement<Page> {
  return {
    parameters,
    sql: `
      SELECT COALESCE(json_agg(json_build_object(
        'slug', statement."slug", 'text', statement."text", 'act', statement."act", 'date', statement."date",
        'speaker', json_build_object('slug', speaker."slug", 'name', speaker."name"),
        'meeting', CASE WHEN meeting."id" IS NOT NULL THEN
          json_build_object('slug', meeting."slug", 'title', meeting."title") END
      ) ORDER BY statement."dateEarliest" DESC, statement."dateLatest" DESC, statement."slug" DESC), '[]')::text AS "answer"
      FROM (
        SELECT * FROM "Statement" WHERE "speakerId" = $1::uuid AND "dateEarliest" IS NOT NULL ${beyond}
        ORDER BY "dateEarliest" DESC, "dateLatest" DESC, "slug" DESC LIMIT 20
      ) statement
      JOIN "Participant" speaker ON speaker."id" = statement."speakerId"
      LEFT JOIN "Meeting" meeting ON meeting."id" = statement."meetingId"`,
  }
}

export const speaker = defineQuestion<Page>({
  name: 'Q3',
  description: `statements of one speaker, newest first, with speaker and meeting, from row ${DEPTH.toLocaleString('en')} on`,
  inputs: deepPages,
  summitry,
  postgraphile,
  limit: limit(
    `AND ("dateEarliest", "dateLatest", "slug") < ($2::date, $3::date, $4)`,
    ({ speaker, after }) => [speaker.id, after?.earliest, after?.latest, after?.slug],
  ),
})

export const firstPage = defineQuestion<Page>({
  name: 'Q3-first',
  description: 'the same, the first page',
  async inputs({ client }) {
    return (await speakers(client)).map((speaker) => ({ speaker, after: null }))
  },
  summitry,
  postgraphile,
  limit: limit('', ({ speaker }) => [speaker.id]),
})

async function speakers(client: pg.Client): Promise<Page['speaker'][]> {
  return (await client.query<Page['speaker']>(SPEAKERS)).rows
}

const connection = z.object({
  statements: z.object({
    edges: z.array(z.object({ cursor: z.string(), node: z.object({ slug: z.string() }) })),
    pageInfo: z.object({ endCursor: z.string().nullable() }).optional(),
  }),
})

type Statements = z.infer<typeof connection>['statements']

/** The cursors of both: PostGraphile can leave rows out, the service is walked through. */
async function deepPages({ client, ask }: Means): Promise<Page[]> {
  const [speaker] = await speakers(client)
  if (!speaker) return []
  const places = await client.query<Place>(
    `SELECT "dateEarliest"::text AS "earliest", "dateLatest"::text AS "latest", "slug" FROM "Statement"
    WHERE "speakerId" = $1 AND "dateEarliest" IS NOT NULL
    ORDER BY "dateEarliest" DESC, "dateLatest" DESC, "slug" DESC OFFSET $2 LIMIT $3`,
    [speaker.id, DEPTH - 1, STEP * PAGES],
  )
  if (places.rows.length < STEP * PAGES) return []
  const peers = connection.parse(
    await ask(
      'postgraphile',
      `query Cursors($speaker: UUID!, $offset: Int!, $first: Int!) {
        statements: allStatements(first: $first, offset: $offset, condition: { speakerId: $speaker },
          filter: { dateEarliest: { isNull: false } }, orderBy: [DATE_EARLIEST_DESC, DATE_LATEST_DESC, SLUG_DESC]
        ) { edges { cursor node { slug } } }
      }`,
      { speaker: speaker.id, offset: DEPTH - 1, first: STEP * PAGES },
    ),
  ).statements.edges
  const own = new Map(await walk(speaker.slug, ask))
  return places.rows.flatMap((place, row): Page[] => {
    const cursor = own.get(place.slug)
    const peer = peers[row]
    if (row % STEP > 0) return []
    if (cursor === undefined || peer?.node.slug !== place.slug) throw new Error(`Where is ${place.slug}?`)
    return [{ speaker, after: { ...place, cursor, peersCursor: peer.cursor } }]
  })
}

/** Slugs with cursors, by pages of 100, from row DEPTH on. */
async function walk(speaker: string, ask: Means['ask']): Promise<[slug: string, cursor: string][]> {
  const found: [string, string][] = []
  let after: string | null = null
  for (let row = 0; row < DEPTH + STEP * PAGES; row += 100) {
    const { edges, pageInfo }: Statements = connection.parse(
      await ask(
        'summitry',
        `query Walk($speaker: ID!, $after: String) {
          statements(first: 100, after: $after, filter: { speaker: [$speaker] }) {
            edges { cursor node { slug } } pageInfo { endCursor }
          }
        }`,
        { speaker, after },
      ),
    ).statements
    after = pageInfo?.endCursor ?? null
    if (row + 100 >= DEPTH) for (const { cursor, node } of edges) found.push([node.slug, cursor])
  }
  return found
}
