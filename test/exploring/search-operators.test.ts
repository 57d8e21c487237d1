// What a person may type into a search box besides words: quotes, minus, or; and words that are written in two ways.
import { beforeAll, describe, expect, test } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'
import { askFound, find, finds } from './find.ts'
import { keep, topic } from './keep.ts'

const service = onEmptyRecord()

beforeAll(() =>
  keep(service, [
    topic('hyphen', 'One', 'The cease-fire agreement held.'),
    topic('joined', 'Two', 'The ceasefire agreement held.'),
    topic('apart', 'Three', 'The cease fire agreement held.'),
    topic('dashed', 'Four', 'A cease‑fire, with a hyphen that does not break.'),
    topic('far', 'Five', 'They cease to open fire.'),
    topic('fox', 'Six', 'The quick brown fox jumps over the lazy dog'),
    topic('dog', 'Seven', 'The quick dog jumps over the brown fox'),
    topic('twice', 'Eight', 'Never again, never again!'),
    topic('or', 'Nine', 'Truth or consequences'),
  ]),
)

const WAYS = ['hyphen', 'joined', 'apart', 'dashed']

describe('"cease-fire", "ceasefire" and "cease fire" find each other', () => {
  test.each(['cease-fire', 'ceasefire', 'cease‑fire', 'CEASEFIRE', 'ceasefires', '"cease-fire"'])(
    '%s',
    async (typed) => {
      expect(await find(service, typed)).toEqual(WAYS.toSorted())
    },
  )

  test.each(['"ceasefire"', '"cease fire"', '"Cease-Fire"'])('in quotes: %s', async (typed) => {
    expect(await find(service, typed)).toEqual(WAYS.toSorted())
  })

  test('two words by themselves may also stand apart', async () => {
    expect(await find(service, 'cease fire')).toEqual([...WAYS, 'far'].toSorted())
  })

  test.each(['"cease-fire agreement"', '"ceasefire agreement held"', '"the cease fire agreement"'])(
    'within a longer phrase: %s',
    async (typed) => {
      expect(await find(service, typed)).toEqual(['apart', 'hyphen', 'joined'])
    },
  )

  test.each(['held -ceasefire', 'held -cease-fire', 'held -"cease fire"'])(
    'what is not wanted is not wanted in any of the ways: %s',
    async (typed) => {
      expect(await find(service, typed)).toEqual([])
    },
  )
})

describe('quotes', () => {
  test.each([
    ['"brown fox"', ['dog', 'fox']],
    ['"quick brown fox"', ['fox']],
    ['"brown quick"', []],
    ['"fox jumps" "lazy dog"', ['fox']],
    ['"fox jumped"', ['fox']],
    ['"never again never again"', ['twice']],
    ['"again again"', []],
    ['"brown fox', ['dog', 'fox']],
    ['brown"fox jumps"', ['fox']],
    ['"" fox', ['dog', 'fox']],
  ])('%s', async (typed, slugs) => {
    expect(await find(service, typed)).toEqual(slugs)
  })
})

describe('minus and or', () => {
  test.each([
    ['fox -lazy', ['dog']],
    ['fox -"brown fox"', []],
    ['fox - lazy', ['fox']],
    ['quick-brown', ['fox']],
    ['lazy or truth', ['fox', 'or']],
    ['lazy OR truth', ['fox', 'or']],
    ['lazy or truth -consequences', ['fox']],
    ['-lazy quick or again', ['dog', 'twice']],
    ['"or"', ['or']],
    ['or lazy or or', ['fox']],
  ])('%s', async (typed, slugs) => {
    expect(await find(service, typed)).toEqual(slugs)
  })
})

test.each(['', '   ', '-fox', '-fox -"lazy dog"', 'or', '-fox or -dog', '""', '?!', '-'])(
  'where nothing is looked for nothing is found: %j',
  async (typed) => {
    expect(await askFound(service, typed)).toEqual(finds())
  },
)
