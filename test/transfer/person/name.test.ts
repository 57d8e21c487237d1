import { describe, expect, test } from 'vitest'
import { personSlug, readPersonName } from '../../../src/transfer/person/name.ts'

describe('A printed name', () => {
  test.each([
    ['Ana Silva', 'Ana Silva', null, []],
    ['President Andrzej Duda', 'Andrzej Duda', 'President', []],
    ['Donald J. Trump', 'Donald Trump', null, ['Donald J. Trump']],
    ['H.E. Mr. Sergey V. Lavrov', 'Sergei Lavrov', null, ['Sergey V. Lavrov']],
    ['Sergey Lavrov', 'Sergei Lavrov', null, ['Sergey Lavrov']],
    ['Sir Ivo Holt', 'Ivo Holt', null, []],
    ['Deputy Prime Minister Dr. Ola Nordby', 'Ola Nordby', 'Deputy Prime Minister', []],
    ['Minister for Foreign Affairs Ana Silva', 'Ana Silva', 'Minister for Foreign Affairs', []],
    ['President General Tomas Rey', 'Tomas Rey', 'President', []],
    ['General Tomas Rey', 'Tomas Rey', 'General', []],
    ['Governor General Ivo Holt', 'Ivo Holt', 'Governor General', []],
    ['President-elect Tomas Rey', 'Tomas Rey', 'President-elect', []],
    ['Prime Minister Major', 'Major', 'Prime Minister', []],
    ['Foreign Minister Ida Bishop', 'Ida Bishop', 'Foreign Minister', []],
    ['King Olaf V', 'Olaf V', 'King', []],
    ['Fidel CASTRO RUZ', 'Fidel Castro Ruz', null, []],
    ['G. Borg Holt', 'G. Borg Holt', null, []],
    ['Ivo Holt, Jr.', 'Ivo Holt Jr.', null, []],
    ['Tomas S. Rey, 3rd', 'Tomas Rey III', null, ['Tomas S. Rey III']],
    ['Ivo A. (Johann Ivo) Holt', 'Ivo Holt', null, ['Ivo A. Holt', 'Johann Ivo Holt']],
  ])('%s', (printed, name, capacity, aliases) => {
    expect(readPersonName(printed)).toMatchObject({ name, capacity, aliases })
  })

  test('keeps the initials that alone tell two people apart', () => {
    expect(readPersonName('George W. Bush')?.name).toBe('George W. Bush')
    expect(readPersonName('George H.W. Bush')?.name).toBe('George H. W. Bush')
  })

  test('that is nothing but a title names nobody', () => {
    expect(readPersonName('the Prime Minister')).toBeNull()
    expect(readPersonName(' ')).toBeNull()
  })
})

describe('The slug of a person', () => {
  test.each([
    ['Donald Trump', 'united-states', 'donald-trump'],
    ['George H. W. Bush', 'united-states', 'george-h-w-bush'],
    ['Bashar al-Assad', 'syria', 'bashar-al-assad'],
    ['Elizabeth II', 'united-kingdom', 'elizabeth-ii-united-kingdom'],
    ['Sukarno', 'indonesia', 'sukarno-indonesia'],
    ['Sukarno', null, 'sukarno'],
  ])('of %s of %s is %s', (name, state, slug) => {
    expect(personSlug(name, state)).toBe(slug)
  })
})
