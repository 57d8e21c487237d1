import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DirectoryInUseError, lockDirectory } from '../../src/database/lock.ts'

const source = path.join(import.meta.dirname, '../../src/database/lock.ts')

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'summitry_test_'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Another process that takes a folder, and keeps it until it is killed. */
async function lockElsewhere(folder: string) {
  const script = `
    const { lockDirectory } = await import(${JSON.stringify(source)})
    lockDirectory(${JSON.stringify(folder)})
    console.log('locked')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

test('a folder is for whoever took it, until it is given back', () => {
  const folder = temporaryFolder()
  const unlock = lockDirectory(folder)
  expect(() => lockDirectory(folder)).toThrow(DirectoryInUseError)
  unlock()
  lockDirectory(folder)()
})

test('whoever comes second is told by whom it is taken, and what to do', async () => {
  const folder = temporaryFolder()
  const { pid } = await lockElsewhere(folder)
  expect(() => lockDirectory(folder)).toThrow(
    `DATA_DIR ${folder} is in use by process ${pid}: stop that one first, or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server.`,
  )
})

test('a folder is free when the process that took it was killed', async () => {
  const folder = temporaryFolder()
  const other = await lockElsewhere(folder)
  other.kill('SIGKILL')
  await once(other, 'close')
  lockDirectory(folder)()
})

test('a folder is free where what is left of its owner names a process that lives', () => {
  const folder = temporaryFolder()
  lockDirectory(folder)()
  writeFileSync(path.join(folder, 'pid'), String(process.ppid))
  lockDirectory(folder)()
})

test('one folder being taken, another is free', () => {
  onTestFinished(lockDirectory(temporaryFolder()))
  lockDirectory(temporaryFolder())()
})
