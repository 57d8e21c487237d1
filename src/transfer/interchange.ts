import { SLUGGED_TYPES } from '../domain/global-id.ts'
import { nearest } from '../domain/nearest.ts'
import type { NewEntry } from '../writing/check/draft.ts'
import { isEntryType } from '../writing/input/inputs.ts'
import { type Problem, problemAt, quoted } from '../writing/input/problem.ts'
import { isRecord } from '../writing/input/walk.ts'
import type { Format, InputFile } from './format.ts'
import type { EntryLine, LineProblem } from './line.ts'

/** The format that the record is exported in: one entry a line, as JSON. */
export const interchange: Format = {
  name: 'interchange',
  description: 'what export writes: one entry a line, as JSON, plain or gzipped (.ndjson, .ndjson.gz)',
  origin: null,
  isWhole: true,
  async *read(files) {
    for (const file of files) yield* readInterchange(file)
  },
}

const LINE_FEED = 0x0a

/** Reads a file in the interchange format line by line: each is an entry or else has a problem. Blank ones are skipped. */
export async function* readInterchange({
  name: file,
  bytes,
}: InputFile): AsyncGenerator<EntryLine | LineProblem> {
  // A byte order mark is skipped, also within a file that was put together from several.
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 0
  for await (const bytesOfLine of linesOf(bytes())) {
    line += 1
    const read = readLine(bytesOfLine, decoder)
    if (read) yield { file, line, ...read }
  }
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = []
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      yield Buffer.concat([...pieces, chunk.subarray(start, end)])
      pieces = []
      start = end + 1
    }
    pieces.push(chunk.subarray(start))
  }
  yield Buffer.concat(pieces)
}

/** Null for a blank line. */
function readLine(bytes: Uint8Array, decoder: TextDecoder): NewEntry | Problem | null {
  const text = decode(bytes, decoder)
  if (text === null) return problemAt([], 'INVALID', 'the line is not UTF-8')
  if (text.trim() === '') return null
  const entry = parse(text)
  if (!isRecord(entry))
    return problemAt([], 'INVALID', `${quoted(text)} is not an entry: write one JSON object a line`)
  if (liesDeeper(entry, DEEPEST)) {
    return problemAt([], 'INVALID', 'lists and objects lie too deep within each other for an entry')
  }
  const { type, ...input } = entry
  if (typeof type !== 'string' || !isEntryType(type)) return typeProblem(type)
  if (input['slug'] === undefined || input['slug'] === null) {
    return problemAt(['slug'], 'REQUIRED', 'is missing: a line has one, to be found by')
  }
  return { type, input }
}

/** Deeper than any entry goes, and far from where Node's stack ends, which JSON alone does not stop at. */
const DEEPEST = 32

function liesDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((member) => liesDeeper(member, levels - 1))
}

function decode(bytes: Uint8Array, decoder: TextDecoder): string | null {
  try {
    return decoder.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function typeProblem(type: unknown): Problem {
  const types = SLUGGED_TYPES.join(', ')
  if (type === undefined || type === null)
    return problemAt(['type'], 'REQUIRED', `is missing: give one of ${types}`)
  const meant = nearest(String(type), SLUGGED_TYPES)
  const expected = meant ? `a type of entry: is it ${meant}?` : `one of ${types}`
  return problemAt(['type'], 'INVALID', `${quoted(type)} is not ${expected}`)
}
