import { describe, expect, it } from 'vitest'
import { FuzzyDateError } from '../../src/domain/fuzzy-date.ts'
import { fuzzyDateText } from '../../src/domain/fuzzy-date-text.ts'

/** Intl puts in no-break and thin spaces, and other ones with every release. */
const text = (edtf: string, locale: string) => fuzzyDateText(edtf, locale).replace(/\s/gu, ' ')

describe('fuzzyDateText', () => {
  it.each([
    ['2017-07-07', '7 July 2017'],
    ['2017-07', 'July 2017'],
    ['2017-07-XX', 'July 2017'],
    ['2017', '2017'],
    ['0050', '50'],
    ['2017-07-09/..', 'from 9 July 2017'],
    ['2017-07-09/', 'from 9 July 2017'],
    ['../2017-07-09', 'until 9 July 2017'],
    ['2017-07-06/2017-07-08', '6–8 July 2017'],
    ['2017-07/2017-08', 'July – August 2017'],
    ['2017-07-06/2017-08', '6 July 2017 – August 2017'],
    ['2017-07-06/2017-07-06', '6 July 2017'],
    ['1985~', 'about 1985'],
    ['1985?', 'possibly 1985'],
    ['1985%', 'possibly about 1985'],
    ['1985~/1990?', 'about 1985 – possibly 1990'],
    ['1985~/..', 'from about 1985'],
    ['198X', '1980s'],
    ['190X', '1900–1909'],
    ['19XX', '1900–1999'],
    ['00XX', '1–99'],
    ['2017-21', 'spring 2017'],
    ['XXXX', 'date unknown'],
    ['/', 'date unknown'],
    ['../..', 'without limit of time'],
  ])('says %s in English as "%s"', (edtf, expected) => {
    expect(text(edtf, 'en')).toBe(expected)
  })

  it.each([
    ['fr', ['1er juillet 2017', 'vers 1985', 'dès juillet 2017', 'jusqu’au 9 juillet 2017', 'années 1980']],
    [
      'es',
      [
        '1 de julio de 2017',
        'alrededor de 1985',
        'desde julio de 2017',
        'hasta el 9 de julio de 2017',
        'década de 1980',
      ],
    ],
    ['ru', ['1 июля 2017 г.', 'около 1985 г.', 'с июля 2017 г.', 'до 9 июля 2017 г.', '1980-е годы']],
    ['zh', ['2017年7月1日', '约1985年', '2017年7月起', '至2017年7月9日', '1980年代']],
    ['zh-TW', ['2017年7月1日', '約1985年', '2017年7月起', '至2017年7月9日', '1980年代']],
    ['ar', ['1 يوليو 2017', 'حوالي 1985', 'من يوليو 2017', 'حتى 9 يوليو 2017', '1980–1989']],
    ['de', ['1. Juli 2017', '~1985', 'Juli 2017 –', '– 9. Juli 2017', '1980–1989']],
  ])('speaks %s', (locale, expected) => {
    const said = ['2017-07-01', '1985~', '2017-07/..', '../2017-07-09', '198X'].map((edtf) =>
      text(edtf, locale),
    )
    expect(said).toEqual(expected)
  })

  it('puts the month first where that is the custom', () => {
    expect(text('2017-07-07', 'en-US')).toBe('July 7, 2017')
  })

  it('writes the digits of the locale', () => {
    expect(text('198X', 'ar-EG')).toBe('١٩٨٠–١٩٨٩')
  })

  it('keeps to the Gregorian calendar, whatever the locale asks for', () => {
    expect(text('2017', 'th-u-ca-buddhist')).toBe('2017')
  })

  it('answers in English where the locale is well formed but unknown', () => {
    expect(text('2017-07-09/..', 'tlh')).toBe('from 9 July 2017')
  })

  it('gives the same answer however many locales were asked for before', () => {
    const before = text('2017-07-06/2017-07-08', 'fr')
    for (let number = 0; number < 200; number += 1) text('2017', `en-x-a${number}`)
    expect(text('2017-07-06/2017-07-08', 'fr')).toBe(before)
  })

  it('throws for a date that is none', () => {
    expect(() => fuzzyDateText('2017-02-30', 'en')).toThrow(FuzzyDateError)
  })

  it('throws for a locale that is not well formed', () => {
    expect(() => fuzzyDateText('2017', 'en_US')).toThrow(RangeError)
  })
})
