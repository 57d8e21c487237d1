import { describe, expect, it } from 'vitest'
import { sideOf } from '../../src/domain/side.ts'

describe('sideOf', () => {
  it('is the speaker’s own where nobody else is spoken for', () => {
    expect(sideOf({ speakerId: 'duda', onBehalfOfId: null })).toBe('duda')
  })

  it('is that of whoever the statement is made on behalf of', () => {
    expect(sideOf({ speakerId: 'lavrov', onBehalfOfId: 'russia' })).toBe('russia')
  })
})
