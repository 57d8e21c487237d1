// Texts of a day's speech are searched to their last word, though the index holds them in parts.
import { beforeAll, describe, expect, test } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'
import { askFound, find, finds } from './find.ts'
import { keep, statement, toldBy } from './keep.ts'

const service = onEmptyRecord()

/** How long a part is. */
const PART = 60_000
const LONGEST = 1_000_000

/** Filler up to a place, and there these words. */
function withWordsAt(places: readonly (readonly [place: number, words: string])[], length: number): string {
  let text = ''
  for (const [place, words] of places) text = `${filled(text, place)}${words}`
  return filled(text, length)
}

function filled(text: string, length: number): string {
  const filler = ' and so on and on, said the speaker of the day;'
  return (
    text + filler.repeat(Math.ceil((length - text.length) / filler.length)).slice(0, length - text.length)
  )
}

const SPEECH = withWordsAt(
  [
    [0, 'Ambassadors begin'],
    [PART - 7, ' disarmament verification regime '],
    [300_000, ' midway '],
    [5 * PART + PART - 300, ' overlapping elaborately '],
    [LONGEST - 14, ' zusammenfluss'],
  ],
  LONGEST,
)

beforeAll(() =>
  keep(service, [
    ...toldBy,
    statement('speech', SPEECH, { original: SPEECH.replace('midway', 'mittig'), originalLanguage: 'de' }),
    statement('short', 'Ambassadors begin midway.'),
    statement('other', filled('Zusammenfluss', PART + 1)),
  ]),
)

describe('one million characters', () => {
  test('the text is kept as long as that', () => {
    expect(SPEECH).toHaveLength(LONGEST)
  })

  test.each([
    ['the first word', 'ambassador -midway', finds()],
    ['the first word, among words of other parts', 'ambassador mittig', finds('speech')],
    ['a word in the middle', 'mittig', finds('speech')],
    ['a word across the border of two parts', 'disarmament', finds('speech')],
    ['a phrase across the border of two parts', '"disarmament verification regime"', finds('speech')],
    ['a phrase at the border of a later part', '"overlapping elaborately"', finds('speech')],
    ['words far apart, in different parts', 'verification mittig elaborate', finds('speech')],
    ['what is in one part must not be in any', 'verification -mittig', finds()],
    ['nor may what is in none of the others', 'verification -ceasefire', finds('speech')],
    ['words far apart are no phrase', '"verification mittig"', finds()],
  ])('%s', async (_name, typed, answer) => {
    expect(await askFound(service, typed)).toEqual(answer)
  })

  test('the very last word', async () => {
    expect(await find(service, 'zusammenfluss')).toEqual(['other', 'speech'])
  })

  test('the snippet shows the part in which the words are', async () => {
    expect(
      await service.ask('{ search(text: "mittig") { edges { node { slug } snippet { text hit } } } }'),
    ).toEqual({
      data: {
        search: {
          edges: [
            {
              node: { slug: 'speech' },
              snippet: [
                { text: expect.stringMatching(/ and so on and on, said .*$/), hit: false },
                { text: 'mittig', hit: true },
                { text: expect.stringMatching(/^ .* said the speaker/), hit: false },
              ],
            },
          ],
        },
      },
    })
  })
})

test('a text in which no word comes twice is kept, and found by the last of them', async () => {
  const words = Array.from({ length: 90_000 }, (_, index) => `слово${index.toString(36)}ж`)
  const text = words.join(' ').slice(0, LONGEST)
  await keep(service, [statement('dictionary', text)])
  expect(await askFound(service, words[79_999] ?? '')).toEqual(finds('dictionary'))
})

test('a participant with more names than a heading can hold is found by each of them', async () => {
  const alias = (number: number) => Array.from({ length: 900 }, (_, index) => `n${number}x${index}`).join(' ')
  const aliases = Array.from({ length: 120 }, (_, number) => alias(number))
  await keep(service, [
    { type: 'Participant', input: { slug: 'many', name: 'Manifold', kind: 'PERSON', aliases } },
  ])
  expect(await find(service, 'manifold n119x899')).toEqual(['many'])
})
