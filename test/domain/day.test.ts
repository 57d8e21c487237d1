import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateOf,
  dayFrom,
  dayOf,
  daysInMonth,
  FIRST_DAY,
  isDay,
  LAST_DAY,
  nextDay,
  previousDay,
  today,
} from '../../src/domain/day.ts'

const MILLISECONDS_A_DAY = 86_400_000

const anyNumbers = fc.record({
  year: fc.integer({ min: 0, max: 9999 }),
  month: fc.integer({ min: 0, max: 13 }),
  day: fc.integer({ min: 0, max: 32 }),
})

const anyDate = fc
  .integer({
    min: Date.parse('0001-01-01') / MILLISECONDS_A_DAY,
    max: Date.parse('9999-12-31') / MILLISECONDS_A_DAY,
  })
  .map((days) => new Date(days * MILLISECONDS_A_DAY))

describe('isDay', () => {
  it('accepts exactly the days that the platform gives back unchanged', () => {
    fc.assert(
      fc.property(anyNumbers, ({ year, month, day }) => {
        const date = new Date(0)
        date.setUTCFullYear(year, month - 1, day)
        const isSame =
          date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
        expect(isDay(dayFrom({ year, month, day }))).toBe(isSame && year > 0)
      }),
    )
  })

  it.each([
    '',
    '2017',
    '2017-07',
    '2017-7-7',
    '20170707',
    '2017-07-07T00:00:00Z',
    ' 2017-07-07',
    '2017-07-07\n',
  ])('refuses %j, which is written in another way', (text) => {
    expect(isDay(text)).toBe(false)
  })

  it('refuses the year 0 and years of five digits', () => {
    expect(['0000-01-01', '10000-01-01', '+010000-01-01'].filter(isDay)).toEqual([])
  })

  it('accepts the first and the last day there is', () => {
    expect([FIRST_DAY, LAST_DAY].every(isDay)).toBe(true)
  })
})

describe('daysInMonth', () => {
  it('gives February 29 days every fourth year, but not in three centuries of four', () => {
    expect([1900, 2000, 2015, 2016, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 28])
  })

  it('gives a month that does not exist none', () => {
    expect([daysInMonth(2017, 0), daysInMonth(2017, 13)]).toEqual([0, 0])
  })
})

describe('dayOf and dateOf', () => {
  it('are each other’s inverse on every day there is', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(dateOf(dayOf(date))).toEqual(date)
      }),
    )
  })

  it('keep years below 100 as they are', () => {
    expect(dateOf('0050-02-01').getUTCFullYear()).toBe(50)
  })

  it('take the day in UTC', () => {
    expect(dayOf(new Date('2017-07-07T23:59:59.999Z'))).toBe('2017-07-07')
  })

  it('throw for a date outside the years there are', () => {
    expect(() => dayOf(new Date('+010000-01-01T00:00:00Z'))).toThrow(RangeError)
    expect(() => dayOf(new Date('0000-12-31T00:00:00Z'))).toThrow(RangeError)
    expect(() => dayOf(new Date(Number.NaN))).toThrow(RangeError)
  })

  it('throw for a day that the calendar does not have', () => {
    expect(() => dateOf('2017-02-30')).toThrow('2017-02-30 is not a day')
  })
})

describe('nextDay and previousDay', () => {
  it('go over the ends of months, leap days and years', () => {
    expect(nextDay('2017-12-31')).toBe('2018-01-01')
    expect(nextDay('2016-02-28')).toBe('2016-02-29')
    expect(previousDay('2017-03-01')).toBe('2017-02-28')
  })

  it('undo each other', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const day = dayOf(date)
        fc.pre(day !== LAST_DAY)
        expect(previousDay(nextDay(day))).toBe(day)
      }),
    )
  })

  it('throw beyond the first and the last day there is', () => {
    expect(() => nextDay(LAST_DAY)).toThrow(RangeError)
    expect(() => previousDay(FIRST_DAY)).toThrow(RangeError)
  })
})

describe('today', () => {
  it('is a day', () => {
    expect(isDay(today())).toBe(true)
  })
})
