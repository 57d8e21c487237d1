import { expect, test } from 'vitest'
import { countryName, placeName } from '../../src/report/words.ts'

test.each([
  ['DE', 'Germany'],
  ['SUHH', 'Soviet Union'],
  ['EU', 'European Union'],
])('the country of the code %s is called %s', (code, name) => {
  expect(countryName(code)).toBe(name)
})

test.each([
  [{ name: 'Hamburg', countryCode: 'DE' }, 'Hamburg, Germany'],
  [{ name: 'Moscow', countryCode: 'SUHH' }, 'Moscow, Soviet Union'],
  [{ name: 'Poland', countryCode: 'PL' }, 'Poland'],
  [{ name: 'on the phone', countryCode: null }, 'on the phone'],
])('the place %o is written %s', (place, written) => {
  expect(placeName(place)).toBe(written)
})
