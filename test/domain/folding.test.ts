import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldedWords, orderKey, wordKeys } from '../../src/domain/folding.ts'

describe('fold', () => {
  it.each([
    ['Łukasz  Müller ', 'lukasz muller'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Đặng Ørsted Ægir Œuvre Þór ðim', 'dang orsted aegir oeuvre thor dim'],
    ['İstanbul ılık', 'istanbul ilik'],
    ['Ħal Qormi', 'hal qormi'],
    ['Ελλάς', 'ελλασ'],
    ['ΕΛΛΆΣ', 'ελλασ'],
    ['Орёл Йошкар', 'орел иошкар'],
    ['Côte d’Ivoire', "cote d'ivoire"],
    ['Cote d´Ivoire, d`Ivoire, dʼIvoire', "cote d'ivoire, d'ivoire, d'ivoire"],
    ['cease‑fire', 'cease-fire'],
    ['Ｇ２０ ﬁnal', 'g20 final'],
    ['  a\t\n b\u00a0c ', 'a b c'],
  ])('makes %j %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it.each(['東京が', 'हिन्दी', '한국어', 'עִבְרִית', 'العَرَبِيَّة'])(
    'leaves the marks of %s, which are no accents',
    (text) => {
      expect(fold(text)).toBe(text.normalize('NFKC'))
    },
  )

  it('changes nothing that is folded already', () => {
    const tricky = fc.constantFrom(...' \t´`ʼŉ″ßẞİıςΣﬁéй\u0301\u0308\u0327\u3099\u00ad\u200bか한')
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(tricky, fc.string({ unit: 'binary', size: 'xsmall' })) }),
        (text) => {
          expect(fold(fold(text))).toBe(fold(text))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('takes no longer for accents without end', () => {
    const start = performance.now()
    fold('\u0301'.repeat(200_000))
    expect(performance.now() - start).toBeLessThan(500)
  })

  it('is the same for composed and decomposed letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      }),
      { numRuns: 1000 },
    )
  })

  it('is the same for small and capital letters of European alphabets', () => {
    const letter = fc
      .integer({ min: 0xc0, max: 0x52f })
      .map((code) => String.fromCodePoint(code))
      .filter((one) => /\p{L}/u.test(one) && one.toUpperCase().toLowerCase() === one)
    fc.assert(
      fc.property(fc.string({ unit: letter }), (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text))
      }),
    )
  })
})

describe('foldedWords', () => {
  it('gives each word once, in the order in which they come', () => {
    expect(foldedWords('The Cease-Fire, the cease‑fire: №20!')).toEqual(['the', 'cease', 'fire', 'no20'])
  })

  it('does not cut words at the marks of their script', () => {
    expect(foldedWords('हिन्दी भाषा')).toEqual(['हिन्दी', 'भाषा'])
  })

  it('gives none for a text without letters and digits', () => {
    expect(foldedWords(' …! ')).toEqual([])
  })
})

describe('a key', () => {
  it('to order by is a folded text, or the first 200 characters of one', () => {
    expect(orderKey('Łukasz  MÜLLER')).toBe('lukasz muller')
    expect(orderKey('𐐨'.repeat(300))).toBe('𐐨'.repeat(200))
  })

  it('to find by is the folded words of a text, of each the first 100 characters', () => {
    expect(wordKeys('Palais des Nations, Genève')).toEqual(['palais', 'des', 'nations', 'geneve'])
    expect(wordKeys(`a ${'𐐨'.repeat(300)}`)).toEqual(['a', '𐐨'.repeat(100)])
  })
})
