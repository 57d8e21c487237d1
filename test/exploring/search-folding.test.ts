// The database folds what is on record, and the service what is typed: both have to come to the same words.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldedWords } from '../../src/domain/folding.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { holds } from '../reading/property.ts'

const service = onEmptyRecord()

/** The words of each of some texts, as the index sees them. */
async function indexed(texts: readonly string[]): Promise<string[][]> {
  const rows = await service.database.query<{ words: string }>(
    `SELECT search_words(text) AS words FROM unnest($1::text[]) WITH ORDINALITY AS t(text, place) ORDER BY place`,
    [texts],
  )
  return rows.map(({ words }) => words.split(' ').filter((word) => word !== ''))
}

/** Newer than the Unicode of some servers, or a sign by itself: in nobody's texts. */
const YOUNG = ['\u1c89', '\u1c8a', '\u037a', '\u1e9a']

const isLetterOf = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u
const letters = Array.from({ length: 0x2500 }, (_, point) => String.fromCodePoint(point)).filter(
  (letter) => /\p{L}/u.test(letter) && isLetterOf.test(letter) && !YOUNG.includes(letter),
)

test('every letter of the Latin, Greek, Cyrillic and Armenian alphabets', async () => {
  const texts = letters.map((letter) => `x${letter}y`)
  const found = await indexed(texts)
  const different = texts.filter((text, place) => found[place]?.join(' ') !== foldedWords(text).join(' '))
  expect(different).toEqual([])
})

const alphabetic = fc.constantFrom(...letters)
const accented = alphabetic.filter((letter) => !/\p{Script=Armenian}/u.test(letter))
const piece = fc.oneof(
  alphabetic,
  fc.tuple(accented, fc.constantFrom('\u0301', '\u0308', '\u0327\u0301')).map((marked) => marked.join('')),
  fc.constantFrom('\u00ad', '\u200b', '\u00a0', '—', '…', '“', '”', '’', '1', '½', '²', 'ª', 'ﬁ', ' - ', '.'),
  fc.constantFrom('中文', 'か', 'ﾊﾞ', '한국', 'שלום', 'مرحبا', 'नमस्ते', '😀', '✔', '\u202f', '\ufeff', 'ＡＢ'),
)

test('words put together of all that comes in texts', () =>
  holds(fc.array(fc.array(piece, { maxLength: 30 }), { minLength: 100, maxLength: 100 }), {
    runs: 5,
    async test(pieces) {
      const texts = pieces.map((some) => `a${some.join('')}`)
      const words = texts.map((text) => fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
      expect(await indexed(texts)).toEqual(words.map((some) => [...some]))
    },
  }))
