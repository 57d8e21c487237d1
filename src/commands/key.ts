import { createKeys, type KeyOnRecord, type Keys } from '../access/keys.ts'
import { ROLES } from '../access/viewer.ts'
import type { Config } from '../config.ts'
import { openDatabase } from '../database/open.ts'
import { readOptions } from './options.ts'
import { UsageError } from './usage-error.ts'

const USAGE = `Write "key create NAME --role ${ROLES.join('|')}", "key list" or "key revoke NAME".`

/** What is to be done with the keys, and said of it. */
type Act = (keys: Keys) => Promise<void>

/** Makes, lists and revokes the keys to the service. */
export async function key(config: Config, ...rest: string[]): Promise<void> {
  const act = readAct(rest)
  const database = await openDatabase(config.database)
  try {
    await database.migrate()
    await act(createKeys(database))
  } finally {
    await database.close()
  }
  // As after migrating.
  process.exit(0)
}

function readAct(rest: string[]): Act {
  const options = { role: { type: 'string' } } as const
  const { positionals, values } = readOptions(rest, { options, usage: USAGE })
  const { role } = values
  const [action, name, ...more] = positionals
  if (more.length > 0) throw wrongUse('A name of several words stands in quotes.')
  if (action === 'create') return create(name, role)
  if (role !== undefined) throw wrongUse('A role is given to a key when it is made.')
  if (action === 'revoke') return revoke(name)
  if (action === 'list' && name === undefined) return list
  throw wrongUse()
}

function create(name: string | undefined, wanted: string | undefined): Act {
  if (name === undefined) throw wrongUse('A key has a name.')
  const role = ROLES.find((one) => one === wanted)
  if (!role) {
    throw wrongUse(wanted === undefined ? 'A key has a role.' : `There is no role ${JSON.stringify(wanted)}.`)
  }
  return async (keys) => {
    // Alone on its stream, for whoever passes it on to a file or a program.
    console.log(await keys.create({ name, role }))
    console.error(
      'Keep it now: it is not shown again. Its name is public, in the change log, with all that it writes.',
    )
  }
}

async function list(keys: Keys) {
  const found = await keys.list()
  console.log(found.length > 0 ? inColumns([HEAD, ...found.map(toRow)]) : 'There are no keys.')
}

const HEAD = ['name', 'role', 'created', 'revoked']

function toRow({ name, role, createdAt, revokedAt }: KeyOnRecord): string[] {
  return [name, role, createdAt.toISOString(), revokedAt?.toISOString() ?? '']
}

function inColumns(rows: readonly string[][]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}

function revoke(name: string | undefined): Act {
  if (name === undefined) throw wrongUse('Which key?')
  return async (keys) => {
    const { revokedAt, wasRevoked } = await keys.revoke(name)
    const since = wasRevoked ? ` already, on ${revokedAt.toISOString()}` : ''
    console.log(`The key ${JSON.stringify(name)} is revoked${since}.`)
  }
}

function wrongUse(problem?: string): UsageError {
  return new UsageError(problem === undefined ? USAGE : `${problem} ${USAGE}`)
}
