import { parseArgs } from 'node:util'
import pg from 'pg'
import { readConfig } from '../../src/config.ts'
import type { Parameter } from '../../src/database/database.ts'
import { compileCount, compileList, type Statement } from '../../src/reading/compile.ts'
import type { Key } from '../../src/reading/order.ts'
import type { Page } from '../../src/reading/selection.ts'
import { type PlanCase, planCases } from './plan-cases.ts'
import { isMuch, type Reading, readPlan, type WholeTable } from './plan-reading.ts'
import { findValues } from './plan-values.ts'

/** How many rows a page is read with, and after how many a page counts as deep. */
const TAKE = 21
const DEEP = 5_000

/** What takes longer is given up, in milliseconds. */
const PATIENCE = 20_000

const GIVEN_UP: WholeTable = { table: 'given up', size: 0, rows: 0, scans: [] }

const SHOWN = 60

interface Measured {
  name: string
  reading: Reading
  /** How many rows the whole list has, where a table was read for a page of it. */
  answer?: Answer
}

interface Answer {
  rows: number
  /** Whether that is as much of the list's table as counts for reading the table. */
  isMuch: boolean
}

/**
 * `npm run plans`: tells of every list, filter and order what the database reads for it, the worst first. Where it
 * reads a table, it tells how much of it, and how long the list is: one that has a fifth of the table itself is not read
 * in vain. Needs a DATABASE_URL of a server that holds a data set. The names that are given as arguments choose among
 * the cases; --ids names entries by their global IDs instead of their slugs, --all shows all cases.
 */
async function main(): Promise<void> {
  const { values, positionals: wanted } = parseArgs({
    allowPositionals: true,
    options: { ids: { type: 'boolean', default: false }, all: { type: 'boolean', default: false } },
  })
  const naming = values.ids ? 'ids' : 'slugs'
  const { database } = readConfig(process.env)
  if (!('url' in database)) throw new Error('Set DATABASE_URL to a database that `npm run data` filled.')
  const client = new pg.Client({
    connectionString: database.url,
    options: `-c TimeZone=UTC -c jit=off -c statement_timeout=${PATIENCE}`,
  })
  await client.connect()
  const query = async <Row>(sql: string, parameters: readonly Parameter[]) =>
    (await client.query<Row & pg.QueryResultRow>(sql, [...parameters])).rows
  try {
    const sizes = await tableSizes(query)
    const measured: Measured[] = []
    for (const planCase of planCases(await findValues({ query }, naming))) {
      if (!wanted.every((part) => planCase.name.includes(part))) continue
      for await (const one of measure(planCase, { query, sizes })) measured.push(one)
    }
    report(values.all ? measured.length : SHOWN, measured)
  } finally {
    await client.end()
  }
}

type Query = <Row>(sql: string, parameters: readonly Parameter[]) => Promise<Row[]>

async function tableSizes(query: Query): Promise<ReadonlyMap<string, number>> {
  const rows = await query<{ table: string; rows: number }>(
    `SELECT relname AS "table", reltuples::integer AS "rows" FROM pg_class WHERE relkind = 'r'`,
    [],
  )
  return new Map(rows.map(({ table, rows }) => [table, rows]))
}

interface Means {
  query: Query
  sizes: ReadonlyMap<string, number>
}

/** The first page, and one far behind where there is one. */
async function* measure(planCase: PlanCase, means: Means): AsyncGenerator<Measured> {
  const { name } = planCase
  const page = { take: TAKE, isBackward: false }
  yield measured(name, await explain(compilePage(planCase, page), means))
  const after = await deepKey(planCase, means)
  if (after) yield measured(`${name}, deep`, await explain(compilePage(planCase, { ...page, after }), means))

  async function measured(called: string, reading: Reading): Promise<Measured> {
    const { whole } = reading
    const answer = whole.length > 0 && whole[0] !== GIVEN_UP ? await answerOf(planCase, means) : undefined
    return { name: called, reading, ...(answer && { answer }) }
  }
}

async function answerOf({ model, where }: PlanCase, { query, sizes }: Means): Promise<Answer> {
  const { sql, parameters } = compileCount(model, { where })
  const [found] = await query<{ count: number }>(sql, parameters)
  const rows = found?.count ?? 0
  return { rows, isMuch: isMuch(rows, sizes.get(model) ?? 0) }
}

function compilePage({ model, where, order }: PlanCase, page: Page): Statement {
  return compileList(model, { where, order, page, select: { id: true } })
}

async function explain({ sql, parameters }: Statement, { query, sizes }: Means): Promise<Reading> {
  try {
    const [row] = await query<{ 'QUERY PLAN': unknown }>(
      `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) ${sql}`,
      parameters,
    )
    return readPlan(row?.['QUERY PLAN'], sizes)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '57014') throw error
    return { milliseconds: PATIENCE, rows: 0, buffers: 0, whole: [GIVEN_UP] }
  }
}

/** The key of the 5,000th row, or of the last but ten of a shorter list. */
async function deepKey(planCase: PlanCase, { query }: Means): Promise<Key | undefined> {
  const columns = planCase.order.flatMap((term) => term.columns)
  const statement = compileList(planCase.model, {
    where: planCase.where,
    order: planCase.order,
    page: { take: DEEP, isBackward: false },
    select: Object.fromEntries(columns.map((column) => [column, true])),
  })
  try {
    const rows = await query<object>(statement.sql, statement.parameters)
    if (rows.length < 100) return undefined
    const row = Object(statement.decode(rows.at(-10) ?? {}))
    return columns.map((column) => keyValue(column, Reflect.get(row, column)))
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '57014') return undefined
    throw error
  }
}

function keyValue(column: string, value: unknown): string | number | null {
  if (value instanceof Date) {
    return column.endsWith('At') ? value.toISOString() : value.toISOString().slice(0, 10)
  }
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

function report(shown: number, measured: readonly Measured[]) {
  const worst = measured.toSorted(
    (one, other) =>
      Number(other.reading.whole.length > 0) - Number(one.reading.whole.length > 0) ||
      other.reading.milliseconds - one.reading.milliseconds,
  )
  console.log('       ms       rows   buffers  case')
  for (const { name, reading, answer } of worst.slice(0, shown)) {
    const { milliseconds, rows, buffers } = reading
    const numbers = [milliseconds.toFixed(1).padStart(9), `${rows}`.padStart(10), `${buffers}`.padStart(9)]
    console.log(`${numbers.join(' ')}  ${name}${wholeText(reading, answer)}`)
  }
  const times = measured.map(({ reading }) => reading.milliseconds).toSorted((one, other) => one - other)
  const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`
  const found = measured.filter(({ reading }) => reading.whole.length > 0)
  const long = found.filter(({ answer }) => answer?.isMuch)
  console.log(
    `${measured.length} statements, half of them within ${at(0.5)}, 95 of 100 within ${at(0.95)}, 99 within ${at(0.99)}.`,
  )
  console.log(
    `${found.length} read more than a fifth of a big table; for ${long.length} of them the list itself is that long.`,
  )
}

function wholeText({ whole }: Reading, answer: Answer | undefined): string {
  if (whole.length === 0) return ''
  const tables = whole.map(
    ({ table, rows, size, scans }) => `${table} ${rows}/${size} by ${scans.join(', ')}`,
  )
  return `  WHOLE: ${tables.join('; ')}${answer ? `; LIST: ${answer.rows}${answer.isMuch ? ', long' : ''}` : ''}`
}

await main()
// Of the schema's modules some leave timers behind.
process.exit(0)
