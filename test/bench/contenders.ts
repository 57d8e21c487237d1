import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Running, startProcess } from './process.ts'
import { startService } from './service.ts'

/**
 * Who is measured: the service that reads every answer anew, the service with its answers in memory, the one that others
 * would pick instead, and what no GraphQL server can beat.
 */
export type Name = 'summitry' | 'cached' | 'postgraphile' | 'limit'

export type Contender = Running & { name: Name }

const directory = import.meta.dirname

const starts: Readonly<Record<Name, (databaseUrl: string) => Promise<Running>>> = {
  summitry: (databaseUrl) => startService(databaseUrl, { CACHE_BYTES: '0' }),
  cached: (databaseUrl) => startService(databaseUrl, {}),
  postgraphile: (databaseUrl) => startPeer('postgraphile.mjs', databaseUrl),
  limit: (databaseUrl) => startPeer('limit.ts', databaseUrl),
}

/** Starts a contender on a database: all of them as in production, with as many connections, and the same settings. */
export async function start(name: Name, databaseUrl: string): Promise<Contender> {
  return { name, ...(await starts[name](databaseUrl)) }
}

/** With the settings that the service gives its own sessions. */
function startPeer(script: string, databaseUrl: string): Promise<Running> {
  const url = new URL(databaseUrl)
  url.searchParams.set('options', '-c TimeZone=UTC -c jit=off')
  return startProcess(path.join(directory, script), { DATABASE_URL: url.href })
}

/** PostGraphile has a package.json of its own, so that nobody has to install it who does not measure. */
export function installPeers(): void {
  if (existsSync(path.join(directory, 'node_modules/postgraphile'))) return
  console.log('Installing PostGraphile …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: directory, stdio: 'inherit' })
  if (status !== 0) throw new Error('npm ci failed in test/bench')
}
