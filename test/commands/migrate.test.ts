import { expect, test } from 'vitest'
import { migrationNames } from '../../src/database/migration-files.ts'
import { run, temporaryFolder } from './process.ts'

test('migrate brings a database to the schema of this version, says so, and ends', async () => {
  const DATA_DIR = temporaryFolder()
  expect(await run({ DATA_DIR }, 'migrate').ended).toEqual({
    status: 0,
    signal: null,
    stdout: `Applied ${migrationNames().join(', ')}.\n`,
    stderr: '',
  })
  expect(await run({ DATA_DIR }, 'migrate').ended).toEqual({
    status: 0,
    signal: null,
    stdout: 'Nothing to apply.\n',
    stderr: '',
  })
})
