// The guide's commands for backups, as they stand there.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { ownDatabase, serverUrl } from '../database/own-database.ts'
import { ask, run, start, temporaryFolder } from './process.ts'
import { SIZES } from './whole-record.ts'

const guide = await readFile(path.join(import.meta.dirname, '../../OPERATIONS.md'), 'utf8')
const chapter = guide.slice(guide.indexOf('\n## Backups\n'), guide.indexOf('\n## Upgrades\n'))
/** The commands of a kind, each on a line. */
const command = (name: string) => chapter.match(new RegExp(`^${name} .*$`, 'm'))?.[0] ?? ''

const LOG = '{ changes(first: 100) { nodes { cursor action slug actor version: id } } }'
const VIEWER = '{ viewer { name role } }'

/** What a service says of the record, of its log and of a key. */
async function allOf(settings: NodeJS.ProcessEnv, key: string) {
  const service = await start(settings)
  const all = {
    sizes: await ask(service.url, SIZES),
    log: await ask(service.url, LOG),
    viewer: await ask(service.url, VIEWER, key),
  }
  service.kill('SIGTERM')
  await service.ended
  return all
}

async function exported(settings: NodeJS.ProcessEnv): Promise<string> {
  return (await run(settings, 'export', '-').ended).stdout
}

describe.skipIf(serverUrl === undefined)('on a PostgreSQL server', () => {
  test('a dump is restored as the record, the change log and the keys that there were', async () => {
    const [before, after] = [{ DATABASE_URL: await ownDatabase() }, { DATABASE_URL: await ownDatabase() }]
    await run(before, 'migrate').ended
    const { stdout } = await run(before, 'key', 'create', 'Map project', '--role', 'EDITOR').ended
    const key = stdout.trim()
    const written = await allOf(before, key)
    expect(written).toMatchObject({
      log: { data: { changes: { nodes: expect.arrayContaining([expect.anything()]) } } },
      viewer: { data: { viewer: { name: 'Map project', role: 'EDITOR' } } },
    })

    const sh = promisify(execFile)
    const options = { cwd: temporaryFolder(), env: { PATH: process.env['PATH'], ...before } }
    await sh('sh', ['-euc', command('pg_dump')], options)
    const restore = command('pg_restore').replace(/--dbname=\S+/, `--dbname=${after.DATABASE_URL}`)
    await sh('sh', ['-euc', restore], options)

    expect(await allOf(after, key)).toEqual(written)
    expect(await exported(after)).toBe(await exported(before))
  }, 120_000)
})
