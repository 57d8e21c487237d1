import { describe, expect, it } from 'vitest'
import { isLanguageTag } from '../../src/domain/language-tag.ts'

describe('isLanguageTag', () => {
  it.each(['en', 'en-GB', 'zh-Hant', 'es-419', 'ar-u-nu-latn', 'sr-Latn-RS', 'tlh', 'EN-us'])(
    'accepts %s',
    (tag) => {
      expect(isLanguageTag(tag)).toBe(true)
    },
  )

  it.each(['', 'e', 'en_US', 'English language', 'en-', 'en-GB ', `en${'-abcdefgh'.repeat(20)}`])(
    'refuses %j',
    (tag) => {
      expect(isLanguageTag(tag)).toBe(false)
    },
  )
})
