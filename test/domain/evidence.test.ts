import { describe, expect, it } from 'vitest'
import { evidenceOf } from '../../src/domain/evidence.ts'

const named = { isAnonymous: false }
const anonymous = { isAnonymous: true }

describe('evidenceOf', () => {
  it('is first-hand where the speaker is heard', () => {
    expect(evidenceOf([named])).toBe('FIRST_HAND')
  })

  it('is reported where one other tells it', () => {
    expect(evidenceOf([named, named])).toBe('REPORTED')
  })

  it('is hearsay where more than one tell it on', () => {
    expect(evidenceOf([named, named, named])).toBe('HEARSAY')
    expect(evidenceOf([named, named, named, named, named])).toBe('HEARSAY')
  })

  it.each([[[anonymous]], [[anonymous, named]], [[named, anonymous]], [[named, named, anonymous]]])(
    'is unattributed where anybody in the chain is anonymous (case %#)',
    (chain) => {
      expect(evidenceOf(chain)).toBe('UNATTRIBUTED')
    },
  )

  it('throws for an empty chain', () => {
    expect(() => evidenceOf([])).toThrow(RangeError)
  })
})
