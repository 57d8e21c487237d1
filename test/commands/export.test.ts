import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { foundedFolder } from './founded-folder.ts'
import { run, start, temporaryFolder } from './process.ts'

const copyOfFounded = foundedFolder()
const failed = { status: 1, signal: null, stdout: '' }
const USAGE = 'Write "export FILE [--types Meeting,Statement]".'

/** Exports to a file, and gives what is in it. */
async function exportTo(file: string, settings: NodeJS.ProcessEnv): Promise<string> {
  expect(await run(settings, 'export', file).ended).toMatchObject({
    status: 0,
    stdout: '',
    stderr: expect.stringMatching(/(^|\n)Exported \d+ entries\.\n$/),
  })
  const bytes = readFileSync(file)
  return String(file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
}

test('the founding record is exported, imported into an empty database, and exported as the same bytes', async () => {
  const folder = temporaryFolder()
  const first = path.join(folder, 'first.ndjson')
  const founding = await exportTo(first, { DATA_DIR: copyOfFounded() })
  const count = founding.trimEnd().split('\n').length

  const empty = { DATA_DIR: temporaryFolder() }
  expect(await run(empty, 'import', first).ended).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`${count} created, 0 updated, 0 as they were.`),
  })
  expect(await exportTo(path.join(folder, 'again.ndjson.gz'), empty)).toBe(founding)
  expect(readdirSync(folder).sort()).toEqual(['again.ndjson.gz', 'first.ndjson'])
})

test('some types are exported, each once, to standard output', async () => {
  const { stdout, ...end } = await run(
    { DATA_DIR: copyOfFounded() },
    'export',
    '-',
    '--types',
    'Topic, Issue,Topic',
  ).ended
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line): { type: string; slug: string } => JSON.parse(line))
  expect(end).toEqual({ status: 0, signal: null, stderr: `Exported ${lines.length} entries.\n` })
  const names = lines.map(({ type, slug }) => `${type} ${slug}`)
  expect(names).toEqual([...new Set(names)].sort())
  expect(new Set(lines.map(({ type }) => type))).toEqual(new Set(['Issue', 'Topic']))
})

test('while a service has the folder, an export says so', async () => {
  const DATA_DIR = copyOfFounded()
  const service = await start({ DATA_DIR })
  const folder = temporaryFolder()
  expect(await run({ DATA_DIR }, 'export', path.join(folder, 'record.ndjson')).ended).toEqual({
    ...failed,
    stderr: expect.stringContaining(`DATA_DIR ${DATA_DIR} is in use by process ${service.pid}: `),
  })
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  ['no file', [], `To which file? ${USAGE}`],
  ['several files', ['one', 'other'], `One file holds it all. ${USAGE}`],
  ['a file with an unknown option', ['one', '--type'], `Unknown option '--type'. ${USAGE}`],
  [
    'a file of an unknown type',
    ['one', '--types', 'Meeting,Topics'],
    'There is no type "Topics": is it Topic?',
  ],
])('an export to %s is refused in a line', async (_, args, line) => {
  expect(await run({ DATA_DIR: temporaryFolder() }, 'export', ...args).ended).toEqual({
    ...failed,
    stderr: `${line}\n`,
  })
})
