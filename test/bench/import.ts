// `npm run bench:import -- --statements 100000`: how fast entries come into the record, beside psql's `\copy` of the very
// same rows into tables with the same indexes. It prints figures and holds nobody to them; DATABASE_URL names the server,
// on which it makes a database of its own and drops it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { writeDataSet } from './data-set-file.ts'
import { makeDatabase } from './own-database.ts'
import { peakMemory } from './peak-memory.ts'

const main = path.join(import.meta.dirname, '../../src/main.ts')
/** As `npm run import` has it. */
const heap = ['--max-old-space-size=640', '--max-semi-space-size=32']

const { values } = parseArgs({ options: { statements: { type: 'string', default: '100000' } } })
const statements = Number(values.statements)
const serverUrl = process.env['DATABASE_URL']
if (serverUrl === undefined || !Number.isInteger(statements) || statements < 1) {
  console.error(
    'DATABASE_URL names the PostgreSQL server to measure on; --statements says how many are imported.',
  )
  process.exit(1)
}

const folder = mkdtempSync(path.join(tmpdir(), 'summitry_bench_'))
const database = await makeDatabase(serverUrl)
try {
  await measure(database.url)
} finally {
  await database.drop()
  rmSync(folder, { recursive: true })
}

async function measure(url: string) {
  const file = path.join(folder, 'data-set.ndjson')
  const entries = await writeDataSet(file, statements)
  await run(process.execPath, [main, 'migrate'], url)

  const imported = await run(process.execPath, [...heap, main, 'import', file], url)
  const copied = await copySameRows(url)

  const rate = (seconds: number) => `${seconds.toFixed(1)} s, ${whole(entries / seconds)} entries/s`
  console.log(`${whole(entries)} entries, of which ${whole(statements)} statements`)
  console.log(`import: ${rate(imported.seconds)}, at most ${whole(imported.megabytes)} MB of memory`)
  console.log(`\\copy of the same ${whole(copied.rows)} rows: ${rate(copied.seconds)}`)
  console.log(`import / \\copy: ${(copied.seconds / imported.seconds).toFixed(2)}`)
}

/** Copies all that the import wrote into tables with the same indexes, in one transaction, as psql does it fastest. */
async function copySameRows(url: string): Promise<{ rows: number; seconds: number }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const tables = await filledTables(client)
    await client.query('CREATE SCHEMA copied')
    for (const { table } of tables)
      await client.query(`CREATE TABLE copied.${table} (LIKE ${table} INCLUDING ALL)`)
    const files = tables.map(({ table }, place) => ({ table, file: path.join(folder, `${place}.copy`) }))
    const commands = (way: (table: string, file: string) => string) =>
      files.flatMap(({ table, file }) => ['-c', way(table, file)])
    await psql(
      url,
      commands((table, file) => `\\copy ${table} TO '${file}'`),
    )
    await client.query('CHECKPOINT')
    const { seconds } = await psql(url, [
      '--single-transaction',
      ...commands((table, file) => `\\copy copied.${table} FROM '${file}'`),
    ])
    return { rows: tables.reduce((sum, { rows }) => sum + rows, 0), seconds }
  } finally {
    await client.end()
  }
}

async function filledTables(client: pg.Client): Promise<{ table: string; rows: number }[]> {
  const names = await client.query<{ table: string }>(
    `SELECT quote_ident(relname) AS "table" FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations' ORDER BY relname`,
  )
  const tables = []
  for (const { table } of names.rows) {
    const counted = await client.query<{ rows: number }>(`SELECT count(*)::integer AS "rows" FROM ${table}`)
    const rows = counted.rows[0]?.rows ?? 0
    if (rows > 0) tables.push({ table, rows })
  }
  return tables
}

function psql(url: string, args: string[]) {
  return run('psql', ['--quiet', '--no-psqlrc', '-v', 'ON_ERROR_STOP=1', '-d', url, ...args], url)
}

/** Runs a command to its end; what it says on the way is shown. */
async function run(command: string, args: string[], url: string) {
  const start = performance.now()
  const child = spawn(command, args, {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const peak = peakMemory(child.pid)
  const [status] = await once(child, 'close')
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with status ${status}`)
  return { seconds: (performance.now() - start) / 1000, megabytes: peak() / 1_000_000 }
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en')
}
