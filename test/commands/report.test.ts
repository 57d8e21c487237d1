import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { report } from '../../src/commands/report.ts'
import { UsageError } from '../../src/commands/usage-error.ts'
import { readConfig } from '../../src/config.ts'
import { foundedFolder } from './founded-folder.ts'
import { run, temporaryFolder } from './process.ts'

const USAGE = 'Write "report --participant SLUG [FILE]" or "report --meeting SLUG [FILE]".'

function printed(stdout: string) {
  return { status: 0, signal: null, stdout, stderr: '' }
}

function refused(line: string) {
  return { status: 1, signal: null, stdout: '', stderr: `${line}\n` }
}

/** A folder that need not be made from nothing each time. */
const copyOfFounded = foundedFolder()

describe('the commands that the README shows write a page into the current folder, and say where', () => {
  const readme = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8')
  const shown = [...readme.matchAll(/^npm run report -- (--\w+) (\S+)$/gm)].map(([, ...command]) => command)

  test('there are two of them', () => {
    expect(shown.length).toBe(2)
  })

  test.each(shown)('%s %s', async (...command) => {
    const file = path.join(tmpdir(), `${command[1]}.html`)
    onTestFinished(() => rmSync(file, { force: true }))
    const { ended } = run({ DATA_DIR: copyOfFounded() }, 'report', ...command)
    expect(await ended).toEqual(printed(`Wrote ${file}.\n`))
    const page = readFileSync(file, 'utf8')
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).toMatch(/<\/html>\n$/)
  })
})

test('a page goes to the standard output, whole and alone', async () => {
  const { ended } = run({ DATA_DIR: temporaryFolder() }, 'report', '--participant', 'donald-trump', '-')
  expect(await ended).toEqual(
    printed(expect.stringMatching(/^<!doctype html>[\s\S]*<h1>Donald Trump<\/h1>[\s\S]*<\/html>\n$/)),
  )
})

test('a slug that there is not is told in one line, with those that come near, and nothing is written', async () => {
  const settings = { DATA_DIR: copyOfFounded() }
  const out = path.join(temporaryFolder(), 'page.html')
  const act = (...command: string[]) => run(settings, 'report', ...command, out).ended
  expect(await act('--participant', 'vladimir-puttin')).toEqual(
    refused('There is no participant "vladimir-puttin". Among those that there are: vladimir-putin.'),
  )
  expect(await act('--meeting', '../"<nowhere>')).toEqual(refused('There is no meeting "../\\"<nowhere>".'))
  expect(await act('--meeting', '?')).toEqual(refused('There is no meeting "?".'))
  expect(existsSync(out)).toBe(false)
})

test('a folder that there is not is told in one line', async () => {
  const out = path.join(temporaryFolder(), 'none', 'page.html')
  const { ended } = run({ DATA_DIR: copyOfFounded() }, 'report', '--meeting', 'g20-hamburg-2017', out)
  expect(await ended).toEqual(
    refused(`${out} cannot be written: ENOENT: no such file or directory, open '${out}.unfinished'.`),
  )
})

describe('a use that is wrong is told with what would be right, before a database is opened', () => {
  test.each([
    [[], `About whom or what? ${USAGE}`],
    [['donald-trump'], `About whom or what? ${USAGE}`],
    [['--meeting', 'g20-hamburg-2017', 'one.html', 'two.html'], `One file holds it all. ${USAGE}`],
    [['--person', 'donald-trump'], `Unknown option '--person'. ${USAGE}`],
    [['--participant'], `Option '--participant <value>' argument missing. ${USAGE}`],
    [['--participant', ''], `About whom or what? ${USAGE}`],
    [
      ['--participant', 'donald-trump', '--meeting', 'g20-hamburg-2017'],
      `A page is about one of them. ${USAGE}`,
    ],
  ])('report %j', async (command, message) => {
    const config = readConfig({ DATA_DIR: path.join(temporaryFolder(), 'unopened') })
    await expect(report(config, ...command)).rejects.toThrow(new UsageError(message))
  })
})
