import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { Database } from '../../src/database/database.ts'
import { embedded } from '../../src/database/embedded.ts'
import type { OnStatement } from '../../src/database/on-statement.ts'
import { openServer } from '../../src/database/server.ts'
import { loadFoundingRecord } from '../../src/transfer/founding-record.ts'

/** What a test's database is a copy of: one with the tables alone, or one with the founding record. */
export type Template = 'empty' | 'founded'
type Names = Record<Template, string>

/** Where the tests' databases lie: DATABASE_URL names the server, else they are embedded. */
const serverUrl = process.env['DATABASE_URL']
/** Only databases of this name are ever dropped. */
const PREFIX = 'summitry_test_'

export async function makeTemplates(): Promise<{ names: Names; remove: () => Promise<void> }> {
  return serverUrl === undefined ? makeArchives() : makeServerTemplates(serverUrl)
}

/** Opens a database of one's own, a copy of a template; closing it removes it. */
export async function openCopy(template: string, onStatement?: OnStatement): Promise<Database> {
  return serverUrl === undefined
    ? openArchive(template, onStatement)
    : copyOnServer(serverUrl, template, onStatement)
}

async function makeArchives() {
  const folder = await mkdtemp(path.join(tmpdir(), PREFIX))
  const names = { empty: path.join(folder, 'empty.tar'), founded: path.join(folder, 'founded.tar') }
  const pglite = await PGlite.create()
  const database = embedded(pglite)
  const archive = async (file: string) =>
    writeFile(file, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()))
  await database.migrate()
  await archive(names.empty)
  await loadFoundingRecord(database)
  await archive(names.founded)
  await database.close()
  return { names, remove: () => rm(folder, { recursive: true }) }
}

async function openArchive(file: string, onStatement?: OnStatement) {
  const loadDataDir = new Blob([await readFile(file)])
  return embedded(await PGlite.create({ loadDataDir }), onStatement)
}

async function makeServerTemplates(url: string) {
  const run = `${PREFIX}${process.pid}_${Date.now()}`
  const names = { empty: `${run}_empty`, founded: `${run}_founded` }
  await administer(url, `CREATE DATABASE ${names.empty}`)
  await withDatabase(await openServer({ url: inDatabase(url, names.empty) }), (database) =>
    database.migrate(),
  )
  await administer(url, `CREATE DATABASE ${names.founded} TEMPLATE ${names.empty}`)
  await withDatabase(await openServer({ url: inDatabase(url, names.founded) }), loadFoundingRecord)
  return {
    names,
    remove: async () => {
      await drop(url, names.founded)
      await drop(url, names.empty)
    },
  }
}

async function withDatabase(database: Database, use: (database: Database) => Promise<unknown>) {
  await use(database)
  await database.close()
}

async function copyOnServer(url: string, template: string, onStatement?: OnStatement): Promise<Database> {
  const name = `${template}_${Math.random().toString(36).slice(2, 10)}`
  await administer(url, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const database = await openServer({ url: inDatabase(url, name), onStatement })
  return {
    ...database,
    async close() {
      await database.close()
      await drop(url, name)
    },
  }
}

async function drop(url: string, name: string) {
  if (!name.startsWith(PREFIX)) throw new Error(`${name} is not a database of a test`)
  await administer(url, `DROP DATABASE ${name} WITH (FORCE)`)
}

async function administer(url: string, sql: string) {
  const client = new pg.Client({ connectionString: inDatabase(url, 'postgres') })
  await client.connect()
  try {
    // Copies of one template at once: PostgreSQL wants nobody else connected to it, so they take turns.
    await client.query('SELECT pg_advisory_lock(1)')
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function inDatabase(url: string, name: string): string {
  const found = new URL(url)
  found.pathname = `/${name}`
  return found.href
}
