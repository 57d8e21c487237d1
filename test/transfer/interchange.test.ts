import { describe, expect, it } from 'vitest'
import { readInterchange } from '../../src/transfer/interchange.ts'
import { describeProblem } from '../../src/transfer/line.ts'

const TOPIC = '{"type":"Topic","slug":"war","name":"War"}'
const READ = { type: 'Topic', input: { slug: 'war', name: 'War' } }

/** Reads a file that comes in these pieces. */
async function read(...pieces: (string | Uint8Array)[]) {
  async function* bytes() {
    for (const piece of pieces) yield typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
  }
  return Array.fromAsync(readInterchange({ name: 'some.ndjson', bytes }))
}

const at = (line: number) => ({ file: 'some.ndjson', line })

describe('a line', () => {
  it('is an entry: its type, and the rest as its input', async () => {
    expect(await read(`${TOPIC}\n${TOPIC}`)).toEqual([
      { ...at(1), ...READ },
      { ...at(2), ...READ },
    ])
  })

  it('is counted and skipped where it is blank', async () => {
    expect(await read(`\n \t\r\n${TOPIC}\r\n\n`)).toEqual([{ ...at(3), ...READ }])
  })

  it('is whole however the file comes in pieces', async () => {
    const line = '{"type":"Topic","slug":"war","name":"Krieg und Frieden 🕊"}\n'
    const bytes = new TextEncoder().encode(`${line}${line}`)
    const pieces = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1))
    const input = { slug: 'war', name: 'Krieg und Frieden 🕊' }
    expect(await read(...pieces)).toEqual([
      { ...at(1), type: 'Topic', input },
      { ...at(2), type: 'Topic', input },
    ])
  })

  it('is read without the byte order mark before it', async () => {
    expect(await read(`\ufeff${TOPIC}`)).toEqual([{ ...at(1), ...READ }])
  })

  it.each([
    ['is not JSON', '{"type":', [], 'INVALID', '{"type": is not an entry: write one JSON object a line'],
    ['is no object', '[1]', [], 'INVALID', '[1] is not an entry: write one JSON object a line'],
    [
      'has no type',
      '{"slug":"war"}',
      ['type'],
      'REQUIRED',
      'type: is missing: give one of Meeting, Participant, Statement, Agreement, Issue, Topic, Source',
    ],
    [
      'has a type with a slip in it',
      '{"type":"topic"}',
      ['type'],
      'INVALID',
      'type: topic is not a type of entry: is it Topic?',
    ],
    [
      'has an unknown type',
      '{"type":"toString"}',
      ['type'],
      'INVALID',
      'type: toString is not one of Meeting, Participant, Statement, Agreement, Issue, Topic, Source',
    ],
    [
      'has no slug',
      '{"type":"Topic","name":"War"}',
      ['slug'],
      'REQUIRED',
      'slug: is missing: a line has one, to be found by',
    ],
  ] as const)('is a problem where it %s', async (_, line, path, code, message) => {
    expect(await read(`\n${line}\n`)).toEqual([{ ...at(2), path, code, message }])
  })

  it('is a problem where it is not UTF-8', async () => {
    expect(await read(Uint8Array.of(0x22, 0xe9, 0x22))).toEqual([
      { ...at(1), path: [], code: 'INVALID', message: 'the line is not UTF-8' },
    ])
  })

  it('is read also after one that is not UTF-8', async () => {
    expect(await read(Uint8Array.of(0xe2, 0x82), `\n${TOPIC}\n`)).toEqual([
      { ...at(1), path: [], code: 'INVALID', message: 'the line is not UTF-8' },
      { ...at(2), ...READ },
    ])
  })

  it('can be of several megabytes', async () => {
    const text = 'Trust, but verify. '.repeat(200_000)
    const line = JSON.stringify({ type: 'Statement', slug: 'long', text })
    const bytes = new TextEncoder().encode(`${line}\n${TOPIC}`)
    const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, place) =>
      bytes.subarray(place * 65_536, (place + 1) * 65_536),
    )
    expect(await read(...pieces)).toEqual([
      { ...at(1), type: 'Statement', input: { slug: 'long', text } },
      { ...at(2), ...READ },
    ])
  })

  it.each([
    ['lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['objects', `${'{"a":'.repeat(100_000)}null${'}'.repeat(100_000)}`],
  ])('is a problem where %s lie too deep within each other', async (_, value) => {
    expect(await read(`{"type":"Topic","slug":"war","name":${value}}\n${TOPIC}`)).toEqual([
      {
        ...at(1),
        path: [],
        code: 'INVALID',
        message: 'lists and objects lie too deep within each other for an entry',
      },
      { ...at(2), ...READ },
    ])
  })

  it('is named in what is said about it', () => {
    expect(
      describeProblem({ ...at(3), path: ['date'], code: 'INVALID', message: 'date: x is not a date' }),
    ).toBe('some.ndjson:3: date: x is not a date')
  })
})
