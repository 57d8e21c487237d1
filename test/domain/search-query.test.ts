// What a person types into a search box, as the query that PostgreSQL is asked.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSearch } from '../../src/domain/search-query.ts'

describe('words', () => {
  test('all of them are looked for, without case and accents', () => {
    expect(readSearch('Été Über')).toBe('((((ete) & (uber)) | (eteuber)))')
  })

  test('one that may be two is looked for as both', () => {
    expect(readSearch('treaty')).toBe('((((treaty | (tre <-> aty)))))')
    expect(readSearch('G20')).toBe('((((g20 | (g <-> 20)))))')
  })
})

describe('nothing is looked for', () => {
  test.each(['', ' ', '-a', '-a or -b', 'or', '"', '""', '- -', '?!', '\0', '\ud800', '😀'])(
    'in %j',
    (typed) => {
      expect(readSearch(typed)).toBeNull()
    },
  )
})

describe('what is typed in different ways and means the same', () => {
  test.each([
    ['peace talks', 'PEACE  talks\n'],
    ['"g 7"', 'g-7'],
    ['"peace', '"peace"'],
    ['a or b', 'a OR b'],
    ['a or b', 'or a or or b or'],
    ['a -b', 'a "" -b'],
    ["o'neill", 'O’Neill'],
    ['cafe', 'cafe\u0301'],
  ])('%j, %j', (one, other) => {
    expect(readSearch(one)).toBe(readSearch(other))
  })
})

describe('what means something else', () => {
  test.each([
    ['a b', '"a b"'],
    ['a b', 'a or b'],
    ['a b', 'a -b'],
    ['a-b', 'a -b'],
    ['"or"', 'or'],
    ['"a b a"', '"a b"'],
  ])('%j, %j', (one, other) => {
    expect(readSearch(one)).not.toBe(readSearch(other))
  })
})

test('a query never holds anything but words and its own operators, its brackets in pairs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      const query = readSearch(typed)
      if (query === null) return
      expect(query).toMatch(/^(?:[\p{L}\p{N}\p{M}]+|[()&|!]| |<->)+$/u)
      let depth = 0
      for (const sign of query) {
        depth += sign === '(' ? 1 : sign === ')' ? -1 : 0
        expect(depth).toBeGreaterThanOrEqual(0)
      }
      expect(depth).toBe(0)
    }),
    { numRuns: 300, seed: 1985 },
  )
})

test('a query is no longer than a database can take, whatever 200 characters say', () => {
  for (const word of ['disarmament ', 'disarmament-', 'internationalizations ', 'abcdefg ', 'a1 ']) {
    for (const typed of [word.repeat(20), `"${word.repeat(20)}`, `-${word.repeat(20)} a`]) {
      expect(readSearch(typed.slice(0, 200))?.length ?? 0).toBeLessThan(50_000)
    }
  }
})
