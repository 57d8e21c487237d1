import pg from 'pg'
import { onTestFinished } from 'vitest'

/** The server that the suite runs on, where it runs on one. */
export const serverUrl = process.env['DATABASE_URL']

/** Only databases of this name are ever dropped. */
const PREFIX = 'summitry_test_'

/** Makes an empty database on the server, which is dropped when its test is over, and gives its address. */
export async function ownDatabase(): Promise<string> {
  const name = `${PREFIX}own_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  await administer(`CREATE DATABASE ${name}`)
  onTestFinished(() => administer(`DROP DATABASE ${name} WITH (FORCE)`))
  return addressOf(name)
}

async function administer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf('postgres') })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

function addressOf(name: string): string {
  if (serverUrl === undefined) throw new Error('DATABASE_URL names the server')
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
}
