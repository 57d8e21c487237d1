import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSlug, MAX_SLUG_LENGTH, slugFrom } from '../../src/domain/slug.ts'

describe('isSlug', () => {
  it.each(['a', '20', 'trump-putin-hamburg-2017', 'a'.repeat(MAX_SLUG_LENGTH)])('accepts %s', (text) => {
    expect(isSlug(text)).toBe(true)
  })

  it.each(['', '-', 'a-', '-a', 'a--b', 'A', 'a_b', 'a b', 'é', 'a\n', 'a'.repeat(MAX_SLUG_LENGTH + 1)])(
    'refuses %j',
    (text) => {
      expect(isSlug(text)).toBe(false)
    },
  )

  it('decides at once about a text made to be slow', () => {
    const start = performance.now()
    isSlug(`${'a-'.repeat(1_000_000)}!`)
    expect(performance.now() - start).toBeLessThan(50)
  })
})

describe('slugFrom', () => {
  it.each([
    ['Côte d’Ivoire', 'cote-d-ivoire'],
    ['Trump’s visit to Łódź (2017)', 'trumps-visit-to-lodz-2017'],
    ['Treaty — Part II', 'treaty-part-ii'],
  ])('makes of %j %s', (text, slug) => {
    expect(slugFrom(text)).toBe(slug)
  })

  it('gives nothing where no Latin letter or digit is left', () => {
    expect(slugFrom('Москва')).toBe('')
  })

  it('ends a long one after a whole word', () => {
    const slug = slugFrom('negotiation '.repeat(20))
    expect(slug).toBe(Array.from({ length: 10 }, () => 'negotiation').join('-'))
  })

  it('cuts a first word that alone is too long', () => {
    expect(slugFrom('a'.repeat(500))).toBe('a'.repeat(MAX_SLUG_LENGTH))
  })

  it('gives a slug or nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', size: 'large' }), (text) => {
        const slug = slugFrom(text)
        expect(slug === '' || isSlug(slug)).toBe(true)
      }),
    )
  })

  it('leaves a slug as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,9}$/), (slug) => {
        expect(slugFrom(slug)).toBe(slug)
      }),
    )
  })
})
