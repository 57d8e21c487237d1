import { describe, test } from 'vitest'
import { foundedFolder } from '../commands/founded-folder.ts'
import type { Process } from '../commands/process.ts'
import { ownDatabase, serverUrl } from '../database/own-database.ts'
import { expectAllOrNothing } from './killed-imports.ts'

const copyOfFounded = foundedFolder()

describe('imports that are killed at any moment are all there or not at all, and come when they come again', () => {
  test('on the embedded database', async () => {
    const directory = copyOfFounded()
    const begun = (process: Process) => process.opened(directory)
    await expectAllOrNothing({ DATA_DIR: directory }, { database: { directory }, begun })
  }, 300_000)

  test.skipIf(serverUrl === undefined)(
    'on a PostgreSQL server',
    async () => {
      const url = await ownDatabase()
      await expectAllOrNothing({ DATABASE_URL: url }, { database: { url }, begun: async () => undefined })
    },
    300_000,
  )
})
