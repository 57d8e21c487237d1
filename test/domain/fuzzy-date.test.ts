import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contains,
  FuzzyDateError,
  knownEarliest,
  knownLatest,
  overlaps,
  parseFuzzyDate,
} from '../../src/domain/fuzzy-date.ts'

const digits = (length: number, max: number) =>
  fc.integer({ min: 0, max }).map((number) => String(number).padStart(length, '0'))
const year = digits(4, 9999)
const month = digits(2, 13)
const day = digits(2, 32)

/** Years, months and days with and without unknown digits; now and then an impossible one. */
const anyPattern = fc.oneof(
  year,
  digits(3, 999).map((decade) => `${decade}X`),
  digits(2, 99).map((century) => `${century}XX`),
  fc.tuple(year, month).map((parts) => parts.join('-')),
  fc.tuple(year, month, day).map((parts) => parts.join('-')),
  fc.tuple(year, month).map((parts) => `${parts.join('-')}-XX`),
  year.map((text) => `${text}-XX`),
  year.map((text) => `${text}-XX-XX`),
)

/** Every day that a pattern stands for, tried one by one. */
function daysLike(pattern: string): string[] {
  const shape = new RegExp(`^${pattern.replaceAll('X', '\\d')}`)
  const years = pattern.slice(0, 4)
  const [first, last] = [Number(years.replaceAll('X', '0')), Number(years.replaceAll('X', '9'))]
  const days: string[] = []
  const date = new Date(0)
  for (date.setUTCFullYear(Math.max(first, 1), 0, 1); date.getUTCFullYear() <= last; ) {
    const day = date.toISOString().slice(0, 10)
    if (shape.test(day)) days.push(day)
    date.setUTCDate(date.getUTCDate() + 1)
  }
  return days
}

function boundsOrNull(edtf: string): [string, string] | null {
  try {
    const { earliest, latest } = parseFuzzyDate(edtf)
    return [earliest, latest]
  } catch (error) {
    if (error instanceof FuzzyDateError) return null
    throw error
  }
}

function modelOf(pattern: string): [string, string] | null {
  const days = daysLike(pattern)
  const [first, last] = [days.at(0), days.at(-1)]
  return first !== undefined && last !== undefined ? [first, last] : null
}

describe('parseFuzzyDate', () => {
  it.each([
    ['2017-07-07', '2017-07-07', '2017-07-07'],
    ['2017-07', '2017-07-01', '2017-07-31'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2017', '2017-01-01', '2017-12-31'],
    ['0001', '0001-01-01', '0001-12-31'],
    ['0099-02', '0099-02-01', '0099-02-28'],
    ['9999', '9999-01-01', '9999-12-31'],
    ['198X', '1980-01-01', '1989-12-31'],
    ['20XX', '2000-01-01', '2099-12-31'],
    ['000X', '0001-01-01', '0009-12-31'],
    ['00XX', '0001-01-01', '0099-12-31'],
    ['XXXX', '0001-01-01', '9999-12-31'],
    ['2017-XX', '2017-01-01', '2017-12-31'],
    ['2017-07-XX', '2017-07-01', '2017-07-31'],
    ['2017-02-XX', '2017-02-01', '2017-02-28'],
    ['2017-XX-XX', '2017-01-01', '2017-12-31'],
    ['1985~', '1985-01-01', '1985-12-31'],
    ['1985-04?', '1985-04-01', '1985-04-30'],
    ['1985-04-05%', '1985-04-05', '1985-04-05'],
    ['2017-07-06/2017-07-08', '2017-07-06', '2017-07-08'],
    ['2017-07/2017-08', '2017-07-01', '2017-08-31'],
    ['2017/2017', '2017-01-01', '2017-12-31'],
    ['2017-05/2017', '2017-05-01', '2017-12-31'],
    ['2017~/2018-02?', '2017-01-01', '2018-02-28'],
    ['2017-07-09/..', '2017-07-09', '9999-12-31'],
    ['../2017-07-09', '0001-01-01', '2017-07-09'],
    ['2017-07/', '2017-07-01', '9999-12-31'],
    ['/2017-07', '0001-01-01', '2017-07-31'],
    ['../..', '0001-01-01', '9999-12-31'],
  ])('reads %s as %s to %s', (edtf, earliest, latest) => {
    expect(parseFuzzyDate(edtf)).toEqual({ edtf, earliest, latest })
  })

  it.each(['2017-21', '2017-22', '2017-23', '2017-24'])(
    'lets the season %s be any day of its year, since the half of the world is not known',
    (edtf) => {
      expect(boundsOrNull(edtf)).toEqual(['2017-01-01', '2017-12-31'])
    },
  )

  it('gives a date the first and the last of the days that look like it, and refuses what none does', () => {
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        expect(boundsOrNull(pattern)).toEqual(modelOf(pattern))
      }),
      { numRuns: 300 },
    )
  })

  it('does not let a qualifier move the bounds', () => {
    const plain = fc.oneof(
      year,
      fc.tuple(year, month).map((parts) => parts.join('-')),
    )
    fc.assert(
      fc.property(plain, fc.constantFrom('?', '~', '%'), (edtf, qualifier) => {
        expect(boundsOrNull(edtf + qualifier)).toEqual(boundsOrNull(edtf))
      }),
    )
  })

  it('lets an interval last from the first day of its start to the last of its end, or refuses it', () => {
    const end = fc.tuple(
      fc.oneof(
        year,
        fc.tuple(year, month).map((parts) => parts.join('-')),
      ),
      fc.constantFrom('', '?', '~', '%'),
    )
    fc.assert(
      fc.property(end, end, ([start, startMark], [stop, stopMark]) => {
        const [first, last] = [boundsOrNull(start), boundsOrNull(stop)]
        const isInOrder = first !== null && last !== null && first[0] <= last[1]
        const expected = isInOrder ? [first[0], last[1]] : null
        expect(boundsOrNull(`${start}${startMark}/${stop}${stopMark}`)).toEqual(expected)
      }),
    )
  })

  it('answers or throws a FuzzyDateError whatever it is given', () => {
    const nearlyDates = fc.string({ unit: fc.constantFrom(...'0129-/.?~%X[]{}TYSZ: ') })
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearlyDates), (text) => {
        const bounds = boundsOrNull(text)
        if (bounds !== null) expect(bounds[0] <= bounds[1]).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['2017-02-30', '2017-02-30 is not a date: February 2017 has 28 days'],
    ['2017-02-29', '2017-02-29 is not a date: February 2017 has 28 days'],
    ['1900-02-29~', '1900-02-29~ is not a date: February 1900 has 28 days'],
    ['2017-06-31', '2017-06-31 is not a date: June 2017 has 30 days'],
    ['2017-02-30/2017-03-01', '2017-02-30 is not a date: February 2017 has 28 days'],
    ['2017-02-29/..', '2017-02-29 is not a date: February 2017 has 28 days'],
    ['2017-13', '2017-13 is not a date: months run from 01 to 12, and the seasons from 21 to 24'],
    ['2017-07-07T10:00:00Z', '2017-07-07T10:00:00Z is not a date: the hour is not kept: write 2017-07-07'],
    ['2017-7-7', '2017-7-7 is not a date: months have two digits, and days: write 2017-07-07'],
    ['0000', '0000 is not a date: years run from 0001 to 9999'],
    ['-0044', '-0044 is not a date: years run from 0001 to 9999'],
    ['Y17000', 'Y17000 is not a date: years run from 0001 to 9999'],
    ['20', '20 is not a date: a year has four digits, X for unknown ones: 20XX'],
    ['198x', '198x is not a date: write 198X'],
    ['?2017', '?2017 is not a date: one ?, ~ or % stands at the end, for all of it: write 2017?'],
    ['2017-21?', '2017-21? is not a date: a season is written like 2017-21'],
    ['201X~', '201X~ is not a date: ?, ~ and % go with years, months and days: write 201X'],
    [
      '1560-XX-25',
      '1560-XX-25 is not a date: X stands for the end of a year, for the day, or for month and day',
    ],
    ['2018/2017', '2018/2017 is not a date: its end precedes its start'],
    [
      '2017-07-06/08',
      '2017-07-06/08 is not a date: an interval has two whole dates: write 2017-07-06/2017-07-08',
    ],
    [
      '201X/2020',
      '201X/2020 is not a date: an interval takes no X: write its first and its last year, month or day',
    ],
    [
      '2017-21/2017-23',
      '2017-21/2017-23 is not a date: an interval takes no seasons: write its first and its last month',
    ],
    ['[2016,2017]', '[2016,2017] is not one date but several: write an interval, like 2016/2017'],
    [' 2017', 'a date has no blanks around it: write 2017'],
  ])('refuses %j with advice', (edtf, message) => {
    expect(() => parseFuzzyDate(edtf)).toThrow(message)
  })

  it.each(['', ' ', 'garbage', '07/07/2017', '7 July 2017', '2'.repeat(100_000)])(
    'refuses what it cannot make out with examples (case %#)',
    (edtf) => {
      expect(() => parseFuzzyDate(edtf)).toThrow(/write it like 2017-07-07, .* or 198X$/)
    },
  )

  it('names the text it refuses on its error', () => {
    expect(new FuzzyDateError('2017-13')).toMatchObject({ name: 'FuzzyDateError', edtf: '2017-13' })
  })
})

describe('knownEarliest and knownLatest', () => {
  it.each([
    ['2017-07', '2017-07-01', '2017-07-31'],
    ['2017/..', '2017-01-01', null],
    ['2017/', '2017-01-01', null],
    ['../2017', null, '2017-12-31'],
    ['/2017', null, '2017-12-31'],
    ['../..', null, null],
    ['XXXX', null, null],
    ['0001', '0001-01-01', '0001-12-31'],
    ['9999-12-31', '9999-12-31', '9999-12-31'],
  ])('know of %s the bounds %s and %s', (edtf, earliest, latest) => {
    const date = parseFuzzyDate(edtf)
    expect([knownEarliest(date), knownLatest(date)]).toEqual([earliest, latest])
  })
})

describe('overlaps and contains', () => {
  const july = { earliest: '2017-07-01', latest: '2017-07-31' }

  it('say that spans overlap which share a single day', () => {
    expect(overlaps(july, { earliest: '2017-07-31', latest: '2017-08-01' })).toBe(true)
  })

  it('say that spans do not overlap which only touch', () => {
    expect(overlaps(july, { earliest: '2017-08-01', latest: '2017-08-31' })).toBe(false)
  })

  it('say that a span contains itself and what lies inside, and nothing that goes beyond', () => {
    expect(contains(july, july)).toBe(true)
    expect(contains(july, { earliest: '2017-07-07', latest: '2017-07-08' })).toBe(true)
    expect(contains(july, { earliest: '2017-06-30', latest: '2017-07-08' })).toBe(false)
  })
})
