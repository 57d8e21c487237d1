import { describe, expect, it } from 'vitest'
import { isCountryCode } from '../../src/domain/country-code.ts'

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

describe('isCountryCode', () => {
  it('accepts the 249 codes that are assigned, and the European Union', () => {
    const codes = LETTERS.flatMap((one) => LETTERS.map((other) => one + other))
    expect(codes.filter(isCountryCode)).toHaveLength(250)
  })

  it('accepts no code of two letters that has no name', () => {
    const names = new Intl.DisplayNames('en', { type: 'region' })
    const nameless = LETTERS.flatMap((one) => LETTERS.map((other) => one + other))
      .filter(isCountryCode)
      .filter((code) => names.of(code) === code)
    expect(nameless).toEqual([])
  })

  it.each(['US', 'RU', 'DE', 'PL', 'PS', 'EU', 'SUHH', 'DDDE', 'YUCS', 'CSHH', 'CSXX', 'ZRCD'])(
    'accepts %s',
    (code) => {
      expect(isCountryCode(code)).toBe(true)
    },
  )

  it.each(['', 'us', 'USA', 'UK', 'XK', 'SU', 'DD', 'ZZ', 'SUHHX', 'US '])('refuses %j', (code) => {
    expect(isCountryCode(code)).toBe(false)
  })
})
