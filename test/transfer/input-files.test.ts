import { randomBytes } from 'node:crypto'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { findInputFiles, InputFileError } from '../../src/transfer/input-files.ts'
import { temporaryFolder } from '../commands/process.ts'

const never = new AbortController().signal
const reading = { onRead: () => undefined, signal: never }

/** A folder with these files, by their paths in it. */
function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
  return folder
}

/** What is in the files that paths name, by their names. */
async function contents(...paths: string[]): Promise<Record<string, string>> {
  const { files } = await findInputFiles(paths, reading)
  const read = files.map(async ({ name, bytes }) => {
    const pieces = await Array.fromAsync(bytes())
    return [name, Buffer.concat(pieces).toString()] as const
  })
  return Object.fromEntries(await Promise.all(read))
}

/** How finding or reading fails. */
async function failure(...paths: string[]): Promise<unknown> {
  return contents(...paths).then(
    () => 'nothing failed',
    (error: unknown) => error,
  )
}

describe('files to be read', () => {
  it('are those that are named, in that order, and their size is known', async () => {
    const folder = folderOf({ b: 'Second', a: 'First', empty: '' })
    const named = ['b', 'a', 'empty'].map((name) => path.join(folder, name))
    const { files, size } = await findInputFiles(named, reading)
    expect({ names: files.map(({ name }) => name), size }).toEqual({ names: named, size: 11 })
    expect(Object.values(await contents(...named))).toEqual(['Second', 'First', ''])
  })

  it('are those in a folder and in folders within it, by name, but for hidden ones', async () => {
    const folder = folderOf({
      'b/2': '2',
      'b/1': '1',
      c: '3',
      a: '0',
      '.hidden': 'x',
      '.git/config': 'x',
      'b/.x': 'x',
    })
    const found = await contents(folder)
    const named = Object.entries(found).map(([name, text]) => [path.relative(folder, name), text])
    expect(named).toEqual([
      ['a', '0'],
      ['b/1', '1'],
      ['b/2', '2'],
      ['c', '3'],
    ])
  })

  it('are in a folder also where it is a hidden one that is named, and where links lead to them', async () => {
    const elsewhere = folderOf({ file: 'Linked' })
    const folder = folderOf({ '.data/a': 'First' })
    symlinkSync(path.join(elsewhere, 'file'), path.join(folder, '.data/b'))
    expect(Object.values(await contents(path.join(folder, '.data')))).toEqual(['First', 'Linked'])
  })

  it('are read once, however often they are named', async () => {
    const folder = folderOf({ a: 'First', b: 'Second' })
    const first = path.join(folder, 'a')
    const { files, size } = await findInputFiles([first, folder, path.relative('', first)], reading)
    expect({ names: files.map(({ name }) => name), size }).toEqual({
      names: [first, path.join(folder, 'b')],
      size: 11,
    })
  })

  it('of standard input have no known size', async () => {
    const { files, size } = await findInputFiles(['-', folderOf({ a: 'x' })], reading)
    expect({ size, first: files.at(0)?.name }).toEqual({ size: null, first: 'standard input' })
  })

  it('are unpacked where they are gzipped, whatever they are called', async () => {
    const members = Buffer.concat([gzipSync('one, '), gzipSync('two')])
    const folder = folderOf({ packed: gzipSync('Packed'), 'plain.gz': 'Plain', members, short: '\x1f' })
    expect(Object.values(await contents(folder))).toEqual(['one, two', 'Packed', 'Plain', '\x1f'])
  })

  it('are told of as they are read, by their size as it is stored', async () => {
    const packed = gzipSync('x'.repeat(100_000))
    const folder = folderOf({ packed })
    let bytes = 0
    const { files } = await findInputFiles([folder], {
      signal: never,
      onRead: (more) => {
        bytes += more
      },
    })
    for (const file of files) await Array.fromAsync(file.bytes())
    expect(bytes).toBe(packed.length)
  })
})

describe('a file that cannot be read', () => {
  it('is told of before anything is read where it is not there', async () => {
    const missing = path.join(temporaryFolder(), 'missing.ndjson')
    await expect(findInputFiles([missing], reading)).rejects.toEqual(
      new InputFileError(`${missing} cannot be read: ENOENT: no such file or directory, stat '${missing}'.`),
    )
  })

  it('is told of where a folder has none', async () => {
    const folder = folderOf({ '.hidden': 'x' })
    expect(await failure(folder)).toEqual(
      new InputFileError(`${folder} holds no file to be read: hidden ones are left out.`),
    )
  })

  it('is told of where a link leads nowhere', async () => {
    const folder = folderOf({ a: 'x' })
    symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'link'))
    expect(await failure(folder)).toEqual(
      new InputFileError(
        `${folder}/link cannot be read: ENOENT: no such file or directory, stat '${folder}/link'.`,
      ),
    )
  })

  it('is one that was packed and is cut off, or damaged', async () => {
    const packed = gzipSync(JSON.stringify(Array.from({ length: 10_000 }, (_, number) => number)))
    const damaged = Buffer.from(packed)
    damaged.fill(0, packed.length / 2, packed.length / 2 + 100)
    const folder = folderOf({ cut: packed.subarray(0, packed.length / 2), damaged })
    expect(await failure(path.join(folder, 'cut'))).toEqual(
      new InputFileError(`${folder}/cut cannot be read: unexpected end of file.`),
    )
    expect(await failure(path.join(folder, 'damaged'))).toMatchObject({
      name: 'InputFileError',
      message: expect.stringMatching(/damaged cannot be read: [^\n]*\.$/),
    })
  })
})

it.each([
  ['plain', Buffer.alloc(1_000_000)],
  ['packed', gzipSync(randomBytes(1_000_000))],
])('reading a %s file ends with the reason for which it is stopped', async (_, content) => {
  const stopping = new AbortController()
  const reason = new Error('stopped')
  const found = await findInputFiles([folderOf({ file: content })], {
    onRead: () => undefined,
    signal: stopping.signal,
  })
  const bytes = found.files.at(0)?.bytes()
  async function readAll() {
    for await (const _ of bytes ?? []) stopping.abort(reason)
  }
  await expect(readAll()).rejects.toBe(reason)
})
