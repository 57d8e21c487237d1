import { describe, expect, test } from 'vitest'
import { mentionsIn } from '../../../src/transfer/state-department/mentions.ts'

/** Title, name and for whom they act, in brackets those who are only named. */
function named(text: string): string[] {
  return mentionsIn(text).map(({ capacity, name, affiliation, isPresent }) => {
    const slug = affiliation && ('state' in affiliation ? affiliation.state : affiliation.organization).slug
    const said = [capacity, name, slug ?? ''].join(' | ')
    return isPresent ? said : `(${said})`
  })
}

describe('In running text', () => {
  test.each([
    ['Met with President Tomas Rey.', ['President | Tomas Rey | ']],
    ['Met with Peruvian President Rey.', ['President | Rey | peru']],
    ['Met with President Rey of Peru.', ['President | Rey | peru']],
    ['Met with President Rey (Peru) and others.', ['President | Rey | peru']],
    ['Met with Oman’s Sultan Harun bin Omar.', ['Sultan | Harun bin Omar | oman']],
    ['Met with former Peruvian President Rey.', ['former President | Rey | peru']],
    ['Met with UN Secretary-General Ola Nordby.', ['UN Secretary-General | Ola Nordby | united-nations']],
    ['Met with President and Mrs. Rey.', ['President | Rey | ']],
    ['Met with Foreign Minister Prince Harun.', ['Foreign Minister | Harun | ']],
    [
      'Met with Minister for Foreign Affairs and Trade Ana Silva.',
      ['Minister for Foreign Affairs and Trade | Ana Silva | '],
    ],
    [
      'Met with Crown Prince and Prime Minister Harun bin Omar.',
      ['Crown Prince and Prime Minister | Harun bin Omar | '],
    ],
    ['Met with the President and Prime Minister Silva.', ['Prime Minister | Silva | ']],
    ['Met with opposition leader Ana Silva.', ['opposition leader | Ana Silva | ']],
    ['Met with Prime Minister Major.', ['Prime Minister | Major | ']],
    ['Met with King Olaf V. Attended a fair.', ['King | Olaf V | ']],
    ['Met May 11 with Prime Minister May.', ['Prime Minister | May | ']],
    ['Met with President Charles d’Arc de la Tour.', ['President | Charles d’Arc de la Tour | ']],
    ['Met with Prime Minster Ana Silva.', ['Prime Minister | Ana Silva | ']],
    ['Met with Governor General Earl of Holt.', ['Governor General | Earl of Holt | ']],
    ['Met with President- elect Rey.', ['President-elect | Rey | ']],
  ])('%s', (text, people) => {
    expect(named(text)).toEqual(people)
  })

  test.each([
    [
      'Met with President Rey, Prime Minister Ana Silva, and Foreign Minister Holt.',
      ['Rey', 'Ana Silva', 'Holt'],
    ],
    ['Met with Presidents Rey of Peru, Silva of Brazil, and Borg of Malta.', ['Rey', 'Silva', 'Borg']],
    [
      'Met with the Foreign Ministers of Peru (Rey), Brazil (Silva), and Malta (Borg).',
      ['Rey', 'Silva', 'Borg'],
    ],
    ['Met with President Rey, Ana Maria Silva, and miners.', ['Rey', 'Ana Maria Silva']],
    ['Discussed trade with President Rey; later saw Prime Minister Silva.', ['Rey', 'Silva']],
    ['Accompanied President Rey to talks with Prime Minister Silva.', ['Rey', 'Silva']],
    ['Was received by Pope Leo X and by Cardinal Secretary Borg.', ['Leo X', 'Borg']],
    ['Attended the inauguration of President Rey.', ['Rey']],
    ['President Rey met with the delegation.', ['Rey']],
  ])('%s names several or one who were there', (text, names) => {
    expect(
      mentionsIn(text)
        .filter(({ isPresent }) => isPresent)
        .map(({ name }) => name),
    ).toEqual(names)
  })

  test.each([
    'Attended the funeral of King Olaf V.',
    'Laid a wreath on the grave of former President Rey.',
    'Delivered a message to President Rey.',
    'Was to return a visit by Prime Minister Silva.',
    'Travelled as part of President Rey’s delegation.',
    'Stopped on the way to the coronation of Queen Ida II.',
  ])('%s names somebody who was not there', (text) => {
    expect(named(text)).toEqual([expect.stringMatching(/^\(.*\)$/)])
  })

  test.each([
    'Met with the Prime Ministers of Peru and Malta.',
    'Attended the General Assembly and the Foreign Ministers Meeting.',
    'Met with the President of Brazil and senior officials.',
    'Addressed the Nordby Institute and visited Camp Silva.',
    'Met with European Union representatives in New York.',
    'Announced that Peru is a Major Non-NATO Ally.',
  ])('%s names nobody', (text) => {
    expect(mentionsIn(text)).toEqual([])
  })

  test('those named after somebody may act for the same state', () => {
    const [, minister] = mentionsIn('Met with Peruvian President Rey and Foreign Minister Silva.')
    expect(minister).toMatchObject({ affiliation: null, inherited: { state: { slug: 'peru' } } })
  })

  test('the dead are told from those who are only named', () => {
    const [king, president] = mentionsIn(
      'Attended the funeral of King Olaf V. Carried a letter to President Rey.',
    )
    expect(king).toMatchObject({ isDead: true, isPresent: false })
    expect(president).toMatchObject({ isDead: false, isPresent: false })
  })
})
