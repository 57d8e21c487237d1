// A page deep in a long log is read along the index of the places, and not the log from its start.
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import type { EntryType } from '../../src/generated/prisma/enums.ts'
import type { Key } from '../../src/reading/order.ts'
import { logOrder } from '../../src/reading/read-log.ts'
import { createReader } from '../../src/reading/reader.ts'
import type { Page } from '../../src/reading/selection.ts'
import { onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()

/** Sets of one change each, and as many sets of a thousand as make up the rest. */
const SINGLE = 20_000
const LARGE = 10
/** Among the sets of one, those that are of a type which is rare in the log. */
const RARE = 5
const PAGE = 20

beforeAll(async () => {
  await service.database.query(
    `WITH sets AS (
       INSERT INTO "ChangeSet" ("id", "actor")
       SELECT gen_random_uuid(), CASE
         WHEN n % ${SINGLE / LARGE} = 0 THEN 'many'
         WHEN n % ${SINGLE / RARE} = 1 AND n < ${SINGLE} THEN 'rare'
         ELSE 'one' END
       FROM generate_series(1, ${SINGLE + LARGE}) n
       RETURNING "id", "actor"
     )
     INSERT INTO "Change" ("id", "setId", "ordinal", "action", "entryType", "entryId", "slug", "after")
     SELECT gen_random_uuid(), "id", ordinal, 'CREATE',
       (CASE WHEN "actor" = 'rare' THEN 'ISSUE' ELSE 'TOPIC' END)::"EntryType", gen_random_uuid(), 'slug', '{}'
     FROM sets CROSS JOIN LATERAL generate_series(1, CASE WHEN "actor" = 'many' THEN 1000 ELSE 1 END) ordinal`,
    [],
  )
  await service.database.query('ANALYZE', [])
}, 120_000)

interface Plan {
  'Node Type': string
  'Actual Rows': number
  'Actual Loops': number
  'Relation Name'?: string
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/** How a page is read: the kinds of steps that its plan has, and the rows that these look at. */
async function look(
  page: Partial<Page>,
  types: readonly EntryType[] = [],
): Promise<{ steps: string[]; rows: number }> {
  const steps: Plan[] = []
  const visit = (plan: Plan) => {
    steps.push(plan)
    plan.Plans?.forEach(visit)
  }
  const database: Database = {
    ...service.database,
    async read(sql, parameters) {
      const [found] = await service.database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
        parameters,
      )
      if (found) visit(found['QUERY PLAN'][0].Plan)
      return []
    },
  }
  await createReader(database).list('Change', {
    select: { id: true },
    where: { all: types.length > 0 ? [{ column: 'entryType', in: types }] : [] },
    order: logOrder,
    page: { take: PAGE, isBackward: false, ...page },
  })
  const rowsOf = (plan: Plan) =>
    (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
  return {
    steps: steps.map((plan) => plan['Node Type']),
    rows: steps
      .filter((plan) => plan['Relation Name'] !== undefined)
      .reduce((sum, plan) => sum + rowsOf(plan), 0),
  }
}

/** Where in the log to read: among sets of one, at the start of a large set, and within it. */
const keys: Key[] = [
  [100, 1],
  [SINGLE / 2, 1],
  [SINGLE - 30, 1],
  [SINGLE / LARGE, 1],
  [SINGLE / LARGE, 500],
]
const pages = keys.flatMap((key): Partial<Page>[] => [
  { after: key },
  { before: key, isBackward: true },
  { after: key, before: [SINGLE + LARGE, 1] },
])

test.each([{}, { isBackward: true }, ...pages])('%j is read along the index of the places', async (page) => {
  const { steps, rows } = await look(page)
  expect(steps).toEqual(expect.arrayContaining(['Nested Loop', 'Index Scan']))
  expect(steps).not.toContain('Seq Scan')
  expect(rows).toBeLessThanOrEqual(2 * (1_000 + 2 * PAGE))
})

test.each([{}, { isBackward: true }, ...pages])(
  'of types that are rare, %j reads these few',
  async (page) => {
    // Where little of the log is left, that is read as well.
    expect((await look(page, ['ISSUE'])).rows).toBeLessThanOrEqual(10 * PAGE)
    expect((await look(page, ['ISSUE', 'SOURCE'])).rows).toBeLessThanOrEqual(10 * PAGE)
  },
)

test.each([{}, { isBackward: true }, ...pages])(
  'of a type that most are of, %j is read as of all',
  async (page) => {
    expect((await look(page, ['TOPIC'])).rows).toBeLessThanOrEqual(2 * (1_000 + 2 * PAGE))
  },
)
