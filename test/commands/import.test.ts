import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { formats } from '../../src/transfer/formats.ts'
import { foundedFolder } from './founded-folder.ts'
import { type Process, run, start, temporaryFolder } from './process.ts'

const copyOfFounded = foundedFolder()
const done = { status: 0, signal: null, stderr: '' }
const failed = { status: 1, signal: null, stdout: '' }
const TOPIC = '{"type":"Topic","slug":"war","name":"War"}\n'
const TIME = String.raw`in \d+\.\d s \([\d,]+/s\)`

/** How an import ended, without the lines that say how far it is where it takes long. */
async function endOf({ ended }: Process) {
  const { stderr, ...rest } = await ended
  return { ...rest, stderr: stderr.replace(/^(Reading|Writing|Logging): .*\n/gm, '') }
}

function fileOf(content: string | Uint8Array, name = 'some.ndjson'): string {
  const file = path.join(temporaryFolder(), name)
  writeFileSync(file, content)
  return file
}

const topics = (count: number) =>
  Array.from({ length: count }, (_, place) => `{"type":"Topic","slug":"t${place}","name":"${place}"}\n`).join(
    '',
  )

test('an import says what it came to, and the same files come to nothing', async () => {
  const DATA_DIR = copyOfFounded()
  const within = fileOf(
    gzipSync('\ufeff\r\n{"type":"Topic","slug":"within","name":"Within","broader":"war"}\r\n'),
  )
  const files = [within, fileOf(TOPIC)]
  expect(await endOf(run({ DATA_DIR }, 'import', ...files))).toEqual({
    ...done,
    stdout: expect.stringMatching(
      new RegExp(`^Imported 2 entries ${TIME}: 2 created, 0 updated, 0 as they were\\.\n$`),
    ),
  })
  expect(await endOf(run({ DATA_DIR }, 'import', ...files))).toEqual({
    ...done,
    stdout: expect.stringMatching(
      new RegExp(`^Imported 2 entries ${TIME}: 0 created, 0 updated, 2 as they were\\.\n$`),
    ),
  })
})

test('what is wrong is told of line by line, a hundred in full, and nothing is written', async () => {
  const DATA_DIR = copyOfFounded()
  const bad = '{"type":"Topic","slug":"bad"}\n'.repeat(102)
  const file = fileOf(`${TOPIC}\n${bad}{"type":"Meet"}\n`)
  const told = Array.from({ length: 100 }, (_, place) => {
    const problem =
      place === 0
        ? 'name: is missing: give a text'
        : 'slug: bad is the slug of another topic that comes along'
    return `${file}:${place + 3}: ${problem}\n`
  })
  expect(await endOf(run({ DATA_DIR }, 'import', file))).toEqual({
    ...failed,
    stderr: [
      ...told,
      '… and something is wrong with 3 lines more.\n',
      'Nothing was imported: something is wrong with 103 lines. --skip-invalid leaves out what is wrong.\n',
    ].join(''),
  })
  const trial = run({ DATA_DIR }, 'import', file, '--skip-invalid', '--dry-run', '--actor', 'Map project')
  expect(await trial.ended).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(
      new RegExp(
        `^Tried 1 entry ${TIME}: 1 created, 0 updated, 0 as they were\\. Left out 103 lines\\. It was a trial: nothing was written\\.\n$`,
      ),
    ),
  })
})

test.each([
  [
    'no file',
    [],
    'Which files? Write "import FILE... [--format NAME] [--skip-invalid] [--dry-run] [--actor NAME]", or "import --formats" for the formats.',
  ],
  [
    'an unknown option',
    ['x', '--dry'],
    'Unknown option \'--dry\'. Write "import FILE... [--format NAME] [--skip-invalid] [--dry-run] [--actor NAME]", or "import --formats" for the formats.',
  ],
  [
    'an unknown format',
    ['x', '--format', 'interchang'],
    'There is no format "interchang": is it interchange?',
  ],
  [
    'an actor without a name',
    ['x', '--actor', ' '],
    'An actor is a name of 1 to 100 printable characters, as in --actor "Map project".',
  ],
  [
    'a file that is not there',
    ['/nowhere/x'],
    "/nowhere/x cannot be read: ENOENT: no such file or directory, stat '/nowhere/x'.",
  ],
])('an import of %s is refused in a line', async (_, args, line) => {
  const DATA_DIR = temporaryFolder()
  expect(await endOf(run({ DATA_DIR }, 'import', ...args))).toEqual({ ...failed, stderr: `${line}\n` })
})

test('the formats are listed, each with what it reads and where such data is found', async () => {
  const { stdout, ...end } = await run({ DATA_DIR: temporaryFolder() }, 'import', '--formats').ended
  expect(end).toEqual(done)
  for (const { name, description, origin } of formats) {
    expect(stdout).toContain(
      [name, `  ${description}`, ...(origin === null ? [] : [`  ${origin}`]), ''].join('\n'),
    )
  }
})

test('a file that is cut off ends an import in a line', async () => {
  const cut = fileOf(gzipSync(topics(1_000)).subarray(0, 1_000))
  expect(await endOf(run({ DATA_DIR: copyOfFounded() }, 'import', cut))).toEqual({
    ...failed,
    stderr: `${cut} cannot be read: unexpected end of file.\n`,
  })
})

test('an import that is interrupted, which npm passes on once more, writes nothing', async () => {
  const DATA_DIR = copyOfFounded()
  const interrupted = run({ DATA_DIR }, 'import', '-')
  // More than a pipe holds: once it is taken, the import is reading.
  await new Promise((resolve) => interrupted.stdin.write(topics(10_000), resolve))
  interrupted.kill('SIGINT')
  interrupted.kill('SIGINT')
  expect(await endOf(interrupted)).toEqual({
    status: 130,
    signal: null,
    stdout: '',
    stderr: 'Interrupted: nothing was written.\n',
  })
  const again = run({ DATA_DIR }, 'import', '-')
  again.stdin.end(topics(10))
  expect(await again.ended).toMatchObject({ status: 0, stdout: expect.stringContaining('10 created') })
})

test('while a service has the folder, an import says so, and how to go on', async () => {
  const DATA_DIR = copyOfFounded()
  const service = await start({ DATA_DIR })
  expect(await endOf(run({ DATA_DIR }, 'import', fileOf(TOPIC)))).toEqual({
    ...failed,
    stderr: `DATA_DIR ${DATA_DIR} is in use by process ${service.pid}: stop that one first, or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server.\n`,
  })
})
