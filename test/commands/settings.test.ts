import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { run, temporaryFolder } from './process.ts'

/** How a process ends that cannot go on: one line, and a status. */
function refused(line: string) {
  return { status: 1, signal: null, stdout: '', stderr: `${line}\n` }
}

describe('a setting that is wrong stops the start with one line', () => {
  test.each([
    [
      'DATABASE_URL',
      'mysql://root:secret@localhost/record',
      'DATABASE_URL must be the address of a PostgreSQL database, postgresql://user@host:5432/name.',
    ],
    ['DATA_DIR', '', 'DATA_DIR must be the folder in which the embedded database lies, not "".'],
    ['PORT', '4000x', 'PORT must be a whole number from 0 to 65535, not "4000x".'],
    [
      'HOST',
      'http://localhost',
      'HOST must be a host name or an address to listen on, such as 127.0.0.1 or ::, not "http://localhost".',
    ],
    ['READ_ACCESS', 'keys', 'READ_ACCESS must be open or key, not "keys".'],
    ['SEED', 'no', 'SEED must be on or off, not "no".'],
  ])('%s=%s', async (name, value, line) => {
    const settings = { DATA_DIR: temporaryFolder(), [name]: value }
    expect(await run(settings).ended).toEqual(refused(line))
  })

  test('DATA_DIR, where it names a file', async () => {
    const file = path.join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(await run({ DATA_DIR: file }).ended).toEqual(
      refused(`DATA_DIR names a folder that cannot be used: EEXIST: file already exists, mkdir '${file}'.`),
    )
  })

  test.skipIf(!existsSync('/proc'))('DATA_DIR, where the system lets nobody make a folder', async () => {
    expect(await run({ DATA_DIR: '/proc/summitry/data' }).ended).toEqual(
      refused(
        "DATA_DIR names a folder that cannot be used: ENOENT: no such file or directory, mkdir '/proc/summitry'.",
      ),
    )
  })

  test('DATABASE_URL, where nothing answers: without its password', async () => {
    const DATABASE_URL = 'postgresql://somebody:secret@127.0.0.1:1/record'
    expect(await run({ DATABASE_URL }).ended).toEqual(
      refused('DATABASE_URL names a database that cannot be used: connect ECONNREFUSED 127.0.0.1:1.'),
    )
  })
})

test('a command that there is not is refused with those that there are', async () => {
  expect(await run({ DATA_DIR: temporaryFolder() }, 'toString').ended).toEqual(
    refused(
      'There is no command "toString". The commands are: serve, import, export, migrate, migration, key, report.',
    ),
  )
})
