import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { Size } from '../data/sizes.ts'
import { administer, inDatabase } from './own-database.ts'

const fill = path.join(import.meta.dirname, '../data/main.ts')

/**
 * The address of a database on the server with a data set of this size. It is kept for the next time: to make one of
 * size L takes minutes.
 */
export async function dataSet(
  serverUrl: string,
  { prefix, size }: { prefix: string; size: Size },
): Promise<string> {
  const name = `${prefix}_${size.toLowerCase()}`
  const url = inDatabase(serverUrl, name)
  const found = await administer(serverUrl, `SELECT FROM pg_database WHERE datname = '${name}'`)
  if (found > 0) return url
  console.log(`Making the database ${name} …`)
  await administer(serverUrl, `CREATE DATABASE ${name}`)
  const { status } = spawnSync(process.execPath, [fill, '--size', size], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: 'inherit',
  })
  if (status !== 0) {
    await administer(serverUrl, `DROP DATABASE ${name}`)
    throw new Error(`The database ${name} was not filled`)
  }
  // So that nobody is measured while the server gets round to it.
  await administer(url, 'VACUUM (ANALYZE)')
  return url
}
