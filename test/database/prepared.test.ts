// Which statements a PostgreSQL server plans once for all values, and which with the values of each request.
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isPlannedAlike } from '../../src/database/generic-plan.ts'
import { openServer } from '../../src/database/server.ts'
import { ownDatabase, serverUrl } from './own-database.ts'

/** A table in which one value has half of the rows, and every other one has a few. */
const TABLE = `
  CREATE TABLE "word" ("id" integer PRIMARY KEY, "speaker" integer, "day" integer, "length" integer);
  INSERT INTO "word" SELECT n, CASE WHEN n % 2 = 0 THEN 0 ELSE n % 1000 END, n % 5000, n % 77 FROM generate_series(1, 50000) n;
  CREATE INDEX ON "word" ("speaker", "day");
  CREATE INDEX ON "word" ("day");
  ANALYZE "word"`

async function withTable(): Promise<string> {
  const url = await ownDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(TABLE).finally(() => client.end())
  return url
}

describe.skipIf(serverUrl === undefined)('planned alike for all values, or not', () => {
  test.each([
    ['by a key', 'SELECT "day" FROM "word" WHERE "id" = $1', 1, true],
    [
      'a page along an index',
      'SELECT "id" FROM "word" WHERE "speaker" = $1 ORDER BY "day" LIMIT 20',
      1,
      true,
    ],
    [
      'a page from a key on',
      'SELECT "id" FROM "word" WHERE "speaker" = $1 AND "day" > $2 ORDER BY "day" LIMIT 20',
      2,
      true,
    ],
    [
      'a page that is looked up first',
      'SELECT "length" FROM unnest($1::integer[]) one JOIN "word" ON "id" = one',
      1,
      true,
    ],
    [
      'not a page that has to be sorted',
      'SELECT "id" FROM "word" WHERE "speaker" = $1 ORDER BY "length" LIMIT 20',
      1,
      false,
    ],
    [
      'not a page that has to be filtered',
      'SELECT "id" FROM "word" WHERE "length" = $1 ORDER BY "day" LIMIT 20',
      1,
      false,
    ],
    ['not a count', 'SELECT count(*) FROM "word" WHERE "speaker" = $1', 1, false],
  ])('%s', async (_what, sql, values, expected) => {
    const client = new pg.Client({
      connectionString: await withTable(),
      options: '-c plan_cache_mode=force_generic_plan',
    })
    await client.connect()
    expect(await isPlannedAlike(client, { sql, values }).finally(() => client.end())).toBe(expected)
  })

  test('what comes again and again is prepared, and no more than that', async () => {
    const database = await openServer({ url: await withTable() })
    onTestFinished(() => database.close())
    const byKey = 'SELECT "day" FROM "word" WHERE "id" = $1::text::integer'
    const counted = 'SELECT count(*)::integer FROM "word" WHERE "speaker" = $1::text::integer'
    const isPrepared = 'SELECT count(*)::integer FROM pg_prepared_statements WHERE NOT from_sql'
    await expect
      .poll(async () => {
        for (const sql of [byKey, counted]) await database.query(sql, ['7'])
        // It becomes one of the prepared itself, and then sees what its connection holds.
        const [row] = await database.query<{ count: number }>(isPrepared, [])
        return row?.count
      })
      .toBe(2)
    expect(await database.query(byKey, ['7'])).toEqual([{ day: 7 }])
    expect(await database.query(counted, ['0'])).toEqual([{ count: 25_000 }])
  })

  test('a statement that is not prepared gives way to the one by values', async () => {
    const database = await openServer({ url: await withTable() })
    onTestFinished(() => database.close())
    const ask = () =>
      database.query(
        `SELECT 'for all' AS "plan" FROM "word" WHERE "length" = $1::text::integer LIMIT 1`,
        ['7'],
        () => ({
          sql: `SELECT 'by values' AS "plan"`,
          parameters: [],
        }),
      )
    for (let use = 0; use < 10; use += 1) expect(await ask()).toEqual([{ plan: 'by values' }])
  })

  test('what fails fails alike when it is prepared', async () => {
    const database = await openServer({ url: await withTable() })
    onTestFinished(() => database.close())
    const sql = 'SELECT "day" FROM "word" WHERE "id" = $1::text::integer'
    for (let use = 0; use < 10; use += 1) {
      await database.query(sql, ['1'])
      await expect(database.query(sql, ['one'])).rejects.toMatchObject({ code: '22P02' })
    }
  })
})
