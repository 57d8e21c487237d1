import { execFileSync } from 'node:child_process'
import { createReadStream, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { OutputFileError, writeOutput } from '../../src/transfer/output-file.ts'
import { temporaryFolder } from '../commands/process.ts'

const never = new AbortController().signal

async function* pieces(...texts: string[]) {
  yield* texts
}

it('a file holds all that is written, and nothing else is left beside it', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'record.ndjson')
  writeFileSync(file, 'What was there before, and longer')
  await writeOutput(file, { pieces: pieces('one\n', 'two\n'), signal: never })
  expect({ files: readdirSync(folder), content: readFileSync(file, 'utf8') }).toEqual({
    files: ['record.ndjson'],
    content: 'one\ntwo\n',
  })
})

it('a file whose name ends in .gz is packed, the same content to the same bytes', async () => {
  const folder = temporaryFolder()
  const [one, other] = ['one.gz', 'other.gz'].map((name) => path.join(folder, name))
  for (const file of [one, other]) await writeOutput(file ?? '', { pieces: pieces('same\n'), signal: never })
  expect(gunzipSync(readFileSync(one ?? '')).toString()).toBe('same\n')
  expect(readFileSync(one ?? '')).toEqual(readFileSync(other ?? ''))
})

it('an empty record is an empty file', async () => {
  const file = path.join(temporaryFolder(), 'record.ndjson')
  await writeOutput(file, { pieces: pieces(), signal: never })
  expect(readFileSync(file, 'utf8')).toBe('')
})

it('a file stays as it was where writing fails or is stopped, and nothing is left beside it', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'record.ndjson.gz')
  writeFileSync(file, 'as it was')
  const reason = new Error('It fails')
  async function* failing() {
    yield 'one\n'
    throw reason
  }
  await expect(writeOutput(file, { pieces: failing(), signal: never })).rejects.toBe(reason)

  const stopping = new AbortController()
  async function* stopped() {
    yield 'one\n'
    stopping.abort(reason)
    yield 'two\n'
  }
  await expect(writeOutput(file, { pieces: stopped(), signal: stopping.signal })).rejects.toBe(reason)
  expect({ files: readdirSync(folder), content: readFileSync(file, 'utf8') }).toEqual({
    files: ['record.ndjson.gz'],
    content: 'as it was',
  })
})

it('a file that cannot be written is told of in one line', async () => {
  const file = path.join(temporaryFolder(), 'nowhere', 'record.ndjson')
  await expect(writeOutput(file, { pieces: pieces('one\n'), signal: never })).rejects.toEqual(
    new OutputFileError(
      `${file} cannot be written: ENOENT: no such file or directory, open '${file}.unfinished'.`,
    ),
  )
})

it('a folder is told of before anything is asked for', async () => {
  const folder = temporaryFolder()
  let isAsked = false
  async function* asked() {
    isAsked = true
    yield 'one\n'
  }
  await expect(writeOutput(folder, { pieces: asked(), signal: never })).rejects.toEqual(
    new OutputFileError(`${folder} cannot be written: it is a folder. Name a file in it.`),
  )
  expect({ isAsked, files: readdirSync(folder) }).toEqual({ isAsked: false, files: [] })
})

it('what is no file but a pipe is written to as it is', async () => {
  const pipe = path.join(temporaryFolder(), 'pipe')
  execFileSync('mkfifo', [pipe])
  const [read] = await Promise.all([
    text(createReadStream(pipe)),
    writeOutput(pipe, { pieces: pieces('one\n', 'two\n'), signal: never }),
  ])
  expect({ read, isPipe: statSync(pipe).isFIFO() }).toEqual({ read: 'one\ntwo\n', isPipe: true })
})
