import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { key } from '../../src/commands/key.ts'
import { UsageError } from '../../src/commands/usage-error.ts'
import { readConfig } from '../../src/config.ts'
import { openEmbedded } from '../../src/database/embedded.ts'
import { ownDatabase, serverUrl } from '../database/own-database.ts'
import { foundedFolder } from './founded-folder.ts'
import { ask, run, start, temporaryFolder } from './process.ts'

const VIEWER = '{ viewer { name role } }'
const KEY = /^summitry_[\da-f]{16}_[\w-]{43}\n$/
const ONCE =
  'Keep it now: it is not shown again. Its name is public, in the change log, with all that it writes.\n'
const USAGE = 'Write "key create NAME --role READER|EDITOR|ADMIN", "key list" or "key revoke NAME".'
const INSTANT = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z'

function printed(stdout: unknown, stderr = '') {
  return { status: 0, signal: null, stdout, stderr }
}

function refused(line: string) {
  return { status: 1, signal: null, stdout: '', stderr: `${line}\n` }
}

/** A folder that need not be made from nothing each time. */
const copyOfFounded = foundedFolder()

/** Makes a key, uses it and revokes it, on a database without any. */
async function liveThrough(settings: NodeJS.ProcessEnv) {
  const act = (...command: string[]) => run(settings, 'key', ...command).ended

  expect(await act('list')).toEqual(printed('There are no keys.\n'))
  const created = await act('create', 'Map project', '--role', 'EDITOR')
  expect(created).toEqual(printed(expect.stringMatching(KEY), ONCE))

  const service = await start(settings)
  expect(await ask(service.url, VIEWER, created.stdout.trim())).toEqual({
    data: { viewer: { name: 'Map project', role: 'EDITOR' } },
  })
  service.kill('SIGTERM')
  await service.ended

  expect(await act('list')).toEqual(
    printed(
      expect.stringMatching(
        `^name         role    created                   revoked\nMap project  EDITOR  ${INSTANT}\n$`,
      ),
    ),
  )
  expect(await act('revoke', 'Map project')).toEqual(printed('The key "Map project" is revoked.\n'))
  expect(await act('revoke', 'Map project')).toEqual(
    printed(expect.stringMatching(`^The key "Map project" is revoked already, on ${INSTANT}\\.\n$`)),
  )
  expect(await act('list')).toEqual(
    printed(expect.stringMatching(`\nMap project  EDITOR  ${INSTANT}  ${INSTANT}\n$`)),
  )
}

test('a key is made, shown once, listed and revoked', () => {
  return liveThrough({ DATA_DIR: copyOfFounded() })
}, 60_000)

test.skipIf(serverUrl === undefined)(
  'so it is on a PostgreSQL server',
  async () => {
    await liveThrough({ DATABASE_URL: await ownDatabase(), SEED: 'off' })
  },
  60_000,
)

test('on the folder that a service holds it says so', async () => {
  const DATA_DIR = copyOfFounded()
  const service = await start({ DATA_DIR })
  expect(await run({ DATA_DIR }, 'key', 'list').ended).toEqual(
    refused(
      `DATA_DIR ${DATA_DIR} is in use by process ${service.pid}: stop that one first, or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server.`,
    ),
  )
})

test('a name that no key has is told in one line', async () => {
  expect(await run({ DATA_DIR: copyOfFounded() }, 'key', 'revoke', 'nobody').ended).toEqual(
    refused('No key is named "nobody": "key list" shows those that there are.'),
  )
})

test('a use that is wrong is told in one line', async () => {
  expect(await run({ DATA_DIR: temporaryFolder() }, 'key').ended).toEqual(refused(USAGE))
})

describe('a use that is wrong is told with what would be right, before a database is opened', () => {
  test.each([
    [['toString'], USAGE],
    [['list', 'all'], USAGE],
    [['create', 'x', '--roll', 'ADMIN'], `Unknown option '--roll'. ${USAGE}`],
    [['create', 'x', '--role'], `Option '--role <value>' argument missing. ${USAGE}`],
    [['create', '--role', 'ADMIN'], `A key has a name. ${USAGE}`],
    [['create', 'x'], `A key has a role. ${USAGE}`],
    [['create', 'x', '--role', 'editor'], `There is no role "editor". ${USAGE}`],
    [['create', 'Map', 'project', '--role', 'ADMIN'], `A name of several words stands in quotes. ${USAGE}`],
    [['revoke'], `Which key? ${USAGE}`],
    [['revoke', 'x', '--role', 'ADMIN'], `A role is given to a key when it is made. ${USAGE}`],
  ])('key %j', async (command, message) => {
    const config = readConfig({ DATA_DIR: path.join(temporaryFolder(), 'unopened') })
    await expect(key(config, ...command)).rejects.toThrow(new UsageError(message))
  })
})

test('a fault is logged without the key of the request that met it', async () => {
  const DATA_DIR = copyOfFounded()
  const settings = { DATA_DIR }
  const { stdout } = await run(settings, 'key', 'create', 'unlucky', '--role', 'READER').ended
  const key = stdout.trim()
  const database = await openEmbedded({ directory: DATA_DIR })
  await database.query('ALTER TABLE "Office" RENAME TO "Lost"', [])
  await database.close()

  const service = await start(settings)
  expect(await ask(service.url, '{ participants { nodes { offices { title } } } }', key)).toMatchObject({
    errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  })
  expect(await ask(service.url, VIEWER, `${key}x`)).toMatchObject({
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  })
  service.kill('SIGTERM')
  const ended = await service.ended
  expect(ended.stderr).toContain(String.raw`relation \"Office\" does not exist`)
  expect(`${ended.stdout}${ended.stderr}`).not.toContain(key.slice('summitry_'.length, -43))
  expect(`${ended.stdout}${ended.stderr}`).not.toContain(key.slice(-43))
})
