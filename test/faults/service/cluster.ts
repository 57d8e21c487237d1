import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { freePort } from './ports.ts'

/** Where Debian keeps the programs of each version of PostgreSQL. */
const VERSIONS = '/usr/lib/postgresql'
/** Of the user `nobody`: PostgreSQL refuses to be run by root. */
const NOBODY = { uid: 65_534, gid: 65_534 }

/** The programs of the newest PostgreSQL on this machine; undefined where there are none. */
export const programs = findPrograms()

function findPrograms(): string | undefined {
  const versions = existsSync(VERSIONS)
    ? readdirSync(VERSIONS)
        .map(Number)
        .sort((a, b) => b - a)
    : []
  const found = versions
    .map((version) => path.join(VERSIONS, `${version}`, 'bin'))
    .find((folder) => existsSync(path.join(folder, 'initdb')))
  // What a person may do without is not left out before a change lands.
  if (found === undefined && process.env['CI']) throw new Error(`There is no initdb in ${VERSIONS}`)
  return found
}

/** A PostgreSQL server that a test may do anything to. */
export interface Cluster {
  /** Makes an empty database, and gives its address. */
  database(): Promise<string>
  /** Ends it: `SIGINT` as an orderly restart does, `SIGQUIT` as a crash does. */
  stop(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>
  /** Resolves as soon as it can be asked again. */
  start(): Promise<void>
}

/** A PostgreSQL server of a file's own, in a temporary folder, for all of its tests. */
export function ownCluster(): () => Cluster {
  let made: { cluster: Cluster; remove: () => Promise<void> } | undefined
  beforeAll(async () => {
    made = programs === undefined ? undefined : await makeCluster(programs)
  })
  afterAll(() => made?.remove())
  return () => {
    if (!made) throw new Error('The server is there from the first test of the file on')
    return made.cluster
  }
}

async function makeCluster(folder: string) {
  const user = process.getuid?.() === 0 ? NOBODY : {}
  const home = mkdtempSync(path.join(tmpdir(), 'summitry_test_'))
  if (user === NOBODY) chownSync(home, NOBODY.uid, NOBODY.gid)
  const data = path.join(home, 'data')
  execFileSync(
    path.join(folder, 'initdb'),
    ['--pgdata', data, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'],
    { ...user, cwd: home, stdio: 'pipe' },
  )
  const port = await freePort()
  // What is written lasts longer than the server, which is all that dies here; only the machine's end would need a sync.
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: home, fsync: 'off' }
  let server: ChildProcess | undefined
  let databases = 0

  async function start() {
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    server = spawn(path.join(folder, 'postgres'), ['-D', data, ...options], {
      ...user,
      cwd: home,
      stdio: 'ignore',
    })
    while (!(await query(addressOf('postgres'), 'SELECT 1').catch(() => undefined))) await wait(20)
  }
  async function stop(signal: NodeJS.Signals) {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }
  function addressOf(name: string) {
    return `postgresql://postgres@127.0.0.1:${port}/${name}`
  }
  await start()
  const cluster: Cluster = {
    async database() {
      databases += 1
      const name = `own_${databases}`
      await query(addressOf('postgres'), `CREATE DATABASE ${name}`)
      return addressOf(name)
    },
    stop,
    start,
  }
  async function remove() {
    await stop('SIGQUIT')
    rmSync(home, { recursive: true, force: true })
  }
  return { cluster, remove }
}

/** Asks a server once, on a connection of its own. */
export async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => undefined)
  await client.connect()
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}
