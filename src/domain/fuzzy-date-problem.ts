import { dateOf, dayFrom, daysInMonth } from './day.ts'
import { MAX_EDTF_LENGTH, readEdtf } from './edtf-syntax.ts'

const EXAMPLES =
  'write it like 2017-07-07, 2017-07, 2017, 2017-07-06/2017-07-08, 2017-07-09/.., 1985~ or 198X'

const monthAndYear = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** Says, of a text that is no date the record can keep, what is wrong with it and what would be right. */
export function problemOf(edtf: string): string {
  if (edtf.trim() === '') return `an empty text is not a date: ${EXAMPLES}`
  if (edtf.length > MAX_EDTF_LENGTH) {
    return `a date has at most ${MAX_EDTF_LENGTH} characters, and this has ${edtf.length}: ${EXAMPLES}`
  }
  if (edtf.trim() !== edtf) return `a date has no blanks around it: write ${edtf.trim()}`
  if (/^[[{]/.test(edtf)) return `${edtf} is not one date but several: write an interval, like 2016/2017`
  const ends = edtf.split('/')
  const [start, end] = ends
  if (start === undefined || end === undefined) return problemOfOne(edtf) ?? unreadable(edtf)
  if (ends.length > 2) return unreadable(edtf)
  return problemOfInterval({ edtf, start, end }) ?? unreadable(edtf)
}

function unreadable(edtf: string): string {
  return `${edtf} is not a date: ${EXAMPLES}`
}

function problemOfInterval({
  edtf,
  start,
  end,
}: {
  edtf: string
  start: string
  end: string
}): string | null {
  const year = /^\d{4}-\d{2}/.exec(start)?.[0].slice(0, 4)
  if (year && /^\d{2}(-\d{2})?$/.test(end)) {
    const month = end.length === 2 && start.length > 7 ? start.slice(4, 8) : '-'
    return `${edtf} is not a date: an interval has two whole dates: write ${start}/${year}${month}${end}`
  }
  for (const one of [start, end]) {
    const isOpen = one === '' || one === '..'
    const problem = isOpen || readEdtf(one) !== null ? null : problemOfOne(one)
    if (problem) return problem
  }
  if (start.includes('X') || end.includes('X')) {
    return `${edtf} is not a date: an interval takes no X: write its first and its last year, month or day`
  }
  if (/-2[1-4]$/.test(start) || /-2[1-4]$/.test(end)) {
    return `${edtf} is not a date: an interval takes no seasons: write its first and its last month`
  }
  const [first, last] = [readEdtf(start), readEdtf(end)]
  return first && last ? `${edtf} is not a date: its end precedes its start` : null
}

function problemOfOne(text: string): string | null {
  const withHour = /^(\d{4}-\d{2}-\d{2})[T ]\d/.exec(text)?.[1]
  if (withHour) return `${text} is not a date: the hour is not kept: write ${withHour}`
  if (/^(-\d|Y|0000|\d{5})/.test(text)) return `${text} is not a date: years run from 0001 to 9999`
  return problemOfNumbers(text) ?? problemOfMarks(text)
}

/** A date whose parts are all numbers, one of which is impossible or lacks a digit. */
function problemOfNumbers(text: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}|XX))?[?~%]?$/.exec(text) ?? []
  if (!year || !month) return null
  const number = Number(month)
  if (number < 1 || number > 12) {
    const isSeason = number >= 21 && number <= 24
    if (isSeason) return `${text} is not a date: a season is written like ${year}-${month}`
    return `${text} is not a date: months run from 01 to 12, and the seasons from 21 to 24`
  }
  const length = daysInMonth(Number(year), number)
  if (Number(day) < 1 || Number(day) > length) {
    const name = monthAndYear.format(dateOf(dayFrom({ year: Number(year), month: number, day: 1 })))
    return `${text} is not a date: ${name} has ${length} days`
  }
  const padded = [year, month.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
  return text.startsWith(padded)
    ? null
    : `${text} is not a date: months have two digits, and days: write ${padded}`
}

/** A date with marks that stand where they cannot, or that mean something only at EDTF's level 2. */
function problemOfMarks(text: string): string | null {
  const capital = text.toUpperCase()
  if (capital !== text && readEdtf(capital)) return `${text} is not a date: write ${capital}`
  if (/^\d{2,3}$/.test(text)) {
    return `${text} is not a date: a year has four digits, X for unknown ones: ${text.padEnd(4, 'X')}`
  }
  const bare = text.replaceAll(/[?~%]/g, '')
  if (readEdtf(bare) === null && /^[\dX]{4}(-[\dX]{2}){0,2}$/.test(bare)) {
    return `${text} is not a date: X stands for the end of a year, for the day, or for month and day`
  }
  const mark = /[?~%]/.exec(text)?.[0]
  if (!mark || readEdtf(bare) === null) return null
  if (bare.includes('X') || /^\d{4}-2\d$/.test(bare)) {
    return `${text} is not a date: ?, ~ and % go with years, months and days: write ${bare}`
  }
  return `${text} is not a date: one ?, ~ or % stands at the end, for all of it: write ${bare}${mark}`
}
