import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { speechText } from '../../../src/transfer/un-general-debate/speech-text.ts'

const lines = (...texts: string[]) => texts.join('\n')

describe('a text with a paragraph a line', () => {
  it('keeps its paragraphs, parted by blank lines', () => {
    const file = lines('We thank the host.', '', 'We shall return.', 'Excellencies, ', 'Peace is near.')
    expect(speechText(file)).toBe('We thank the host.\n\nWe shall return.\n\nExcellencies,\n\nPeace is near.')
  })

  it('continues one that breaks off within a sentence and goes on with a small letter', () => {
    const file = lines('We thank the host of this', 'great assembly.', 'We shall return.', 'We shall.')
    expect(speechText(file)).toBe(
      'We thank the host of this great assembly.\n\nWe shall return.\n\nWe shall.',
    )
  })

  it.each(['\r\n', '\r', '\n\r', '\f', '\u2028'])('takes %j for the end of a line', (end) => {
    expect(speechText(`We came.${end}We saw.${end}`)).toBe('We came.\n\nWe saw.')
  })
})

describe('a text in lines of print', () => {
  const paragraph = [
    'It is a great honour for me to speak to all of',
    'you here, as did many before me on behalf of a',
    'country that has ever been a friend of all who',
    'seek it, in the east and west, and in the past.',
  ]

  it('is put together again where a line is full', () => {
    expect(speechText(lines(...paragraph))).toBe(paragraph.join(' '))
  })

  it('has a new paragraph where the next word would have fitted in the line before', () => {
    const file = lines(
      ...paragraph,
      'We have come far.',
      'Now we must go on from here to where all of',
      'us belong.',
    )
    expect(speechText(file)).toBe(
      `${paragraph.join(' ')} We have come far.\n\nNow we must go on from here to where all of us belong.`,
    )
  })

  it('has a new paragraph at a number', () => {
    const file = lines(...paragraph, '42. We have come far along the road that all', 'of us know.')
    expect(speechText(file)).toBe(
      `${paragraph.join(' ')}\n\n42. We have come far along the road that all of us know.`,
    )
  })

  it('has a new paragraph at a blank line behind a sentence, and none within one', () => {
    const file = lines(
      ...paragraph,
      '',
      'We have come far along the road, and as all',
      '',
      'of us know,',
      'so did they.',
    )
    expect(speechText(file)).toBe(
      `${paragraph.join(' ')}\n\nWe have come far along the road, and as all of us know, so did they.`,
    )
  })
})

describe('a word that a line cuts in two', () => {
  it('is whole where the speech has it whole elsewhere', () => {
    const file = lines('We want agree-', 'ment, and no agreement', 'without us.')
    expect(speechText(file)).toBe('We want agreement, and no agreement without us.')
  })

  it('keeps its hyphen where the speech has it so, or not at all', () => {
    const file = lines('We want self-', 'rule for the coastal non-', 'members of this body')
    expect(speechText(file)).toBe('We want self-rule for the coastal non-members of this body')
  })

  it('keeps its hyphen before a capital', () => {
    const file = lines('Now the Secretary-', 'General has heard', 'of it')
    expect(speechText(file)).toBe('Now the Secretary-General has heard of it')
  })

  it('is whole where a soft hyphen is left in it, unless the speech has a hyphen there elsewhere', () => {
    const file = 'The delega¬tion is for non¬use, and has been for non-use.'
    expect(speechText(file)).toBe('The delegation is for non-use, and has been for non-use.')
  })
})

it('loses and adds nothing but white space and hyphens', () => {
  const words = fc.stringMatching(/^[\p{L}.,-]{1,8}$/u)
  const parts = fc.oneof(words, fc.constantFrom(' ', '\n', '\n\n', '\r', '- \n', '\t'))
  const bare = (text: string) => text.replace(/[\s-]/g, '')
  fc.assert(
    fc.property(fc.array(parts), (file) => {
      expect(bare(speechText(file.join('')))).toBe(bare(file.join('')))
    }),
  )
})
