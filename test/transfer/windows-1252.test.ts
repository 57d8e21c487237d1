import { describe, expect, it } from 'vitest'
import { reread } from '../../src/transfer/windows-1252.ts'

describe('reread', () => {
  it.each([
    ['Dra\u009aković', 'Draškovi\u0107'],
    ['the Charter \u0097 of 1945', 'the Charter — of 1945'],
    ['San JosÃ©', 'San José'],
    ['CÃ´te dâ€™Ivoire', 'Côte d’Ivoire'],
    ['a â€œquietâ€\u009d time â€” at last', 'a “quiet” time — at last'],
    ['RodrÃ\u00adguez', 'Rodríguez'],
  ])('puts right %s', (text, right) => {
    expect(reread(text)).toBe(right)
  })

  it.each(['São Tomé and Príncipe', 'Âge d’or', 'naïve — “à”', '‚Ä¢ sensitivities', 'Zürich, Łódź, Αθήνα'])(
    'leaves %s as it is',
    (text) => {
      expect(reread(text)).toBe(text)
    },
  )
})
