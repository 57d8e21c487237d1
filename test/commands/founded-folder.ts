import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { openEmbedded } from '../../src/database/embedded.ts'
import { loadFoundingRecord } from '../../src/transfer/founding-record.ts'
import { temporaryFolder } from './process.ts'

/** Makes a folder with the founding record for the tests of a file, and gives each of them a copy. */
export function foundedFolder(): () => string {
  let made: string | undefined

  beforeAll(async () => {
    made = mkdtempSync(path.join(tmpdir(), 'summitry_test_'))
    const database = await openEmbedded({ directory: made })
    await database.migrate()
    await loadFoundingRecord(database)
    await database.close()
  })
  afterAll(() => made && rmSync(made, { recursive: true, force: true }))

  return () => {
    if (made === undefined) throw new Error('The folder is there from the first test of the file on')
    const copy = temporaryFolder()
    cpSync(made, copy, { recursive: true })
    return copy
  }
}
