import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { freePort } from '../../harness/free-port.ts'

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
  /** Makes another server that follows this one. */
  replica(): Promise<Replica>
}

export interface Replica extends Pick<Cluster, 'stop' | 'start'> {
  /** The address there of a database of the cluster. */
  addressOf(databaseUrl: string): string
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
  const inHome = { ...user, cwd: home }
  const runProgram = (name: string, ...args: string[]) =>
    execFileSync(path.join(folder, name), args, { ...inHome, stdio: 'pipe' })
  const servers: Pick<Cluster, 'stop'>[] = []

  /** A server on a folder with a cluster. */
  function serverOn(data: string, port: number) {
    // What is written outlives the server, which is all that dies here; only the end of the machine would need a sync.
    const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: home, fsync: 'off' }
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    let server: ChildProcess | undefined
    const addressOf = (name: string) => `postgresql://postgres@127.0.0.1:${port}/${name}`
    async function start() {
      server = spawn(path.join(folder, 'postgres'), ['-D', data, ...options], { ...inHome, stdio: 'ignore' })
      while (!(await query(addressOf('postgres'), 'SELECT 1').catch(() => undefined))) await wait(20)
    }
    async function stop(signal: NodeJS.Signals) {
      if (!server || server.exitCode !== null || server.signalCode !== null) return
      const ended = once(server, 'exit')
      server.kill(signal)
      await ended
    }
    servers.push({ stop })
    return { addressOf, start, stop }
  }

  const data = path.join(home, 'data')
  runProgram(
    'initdb',
    `--pgdata=${data}`,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--no-sync',
  )
  const port = await freePort()
  const { addressOf, start, stop } = serverOn(data, port)
  await start()
  let databases = 0
  const cluster: Cluster = {
    async database() {
      databases += 1
      const name = `own_${databases}`
      await query(addressOf('postgres'), `CREATE DATABASE ${name}`)
      return addressOf(name)
    },
    stop,
    start,
    async replica() {
      const copy = path.join(home, `copy_${servers.length}`)
      const from = ['--host=127.0.0.1', `--port=${port}`, '--username=postgres']
      runProgram(
        'pg_basebackup',
        `--pgdata=${copy}`,
        ...from,
        '--write-recovery-conf',
        '--checkpoint=fast',
        '--no-sync',
      )
      const server = serverOn(copy, await freePort())
      await server.start()
      return { ...server, addressOf: (url) => server.addressOf(new URL(url).pathname.slice(1)) }
    },
  }
  async function remove() {
    for (const server of servers) await server.stop('SIGQUIT')
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
