import { type Day, dateOf } from './day.ts'
import { type EdtfDate, type EdtfInterval, readEdtf } from './edtf-syntax.ts'
import { FuzzyDateError } from './fuzzy-date.ts'
import { type Phrase, type Words, wordsOf } from './fuzzy-date-words.ts'

/** What it takes to speak of dates in one locale. */
interface Speech {
  words: Words
  day: Intl.DateTimeFormat
  month: Intl.DateTimeFormat
  year: Intl.DateTimeFormat
}

// Making Intl's formatters takes longer than all else here; clients choose the locales, so their number is
// bounded.
const MAX_SPEECHES = 64
const speeches = new Map<string, Speech>()

/**
 * A date for people to read: "7 July 2017", "6–8 July 2017", "from 9 July 2017", "about 1985", "1980s".
 *
 * Days, months and years are written as Intl has it for the locale, in the Gregorian calendar; plain `en`
 * puts the day first. Words come in Arabic, Chinese, English, French, Russian and Spanish; elsewhere signs do
 * (`~1985`, `1985?`, `9. Juli 2017 –`). A locale that is well formed but unknown to Intl gets English.
 *
 * Throws a FuzzyDateError for what `parseFuzzyDate` refuses, a RangeError for a locale that is not well
 * formed (`isLanguageTag` tells).
 */
export function fuzzyDateText(edtf: string, locale: string): string {
  const date = readEdtf(edtf)
  if (date === null) throw new FuzzyDateError(edtf)
  const speech = speechOf(locale)
  if ('precision' in date) return dateText(date, speech)
  if (edtf === '../..') return speech.words.unlimited
  return intervalText(date, speech)
}

function intervalText({ start, end }: EdtfInterval, speech: Speech): string {
  const { words } = speech
  if (start && end) return spanText(start, end, speech)
  if (start) return words.from(phraseOf(start, speech))
  if (end) return words.until(phraseOf(end, speech))
  return words.unknown
}

function spanText(start: EdtfDate, end: EdtfDate, speech: Speech): string {
  const [first, last] = [dateText(start, speech), dateText(end, speech)]
  if (first === last) return first
  const own = speech.words.span(first, last)
  if (own !== null) return own
  const isPlain = start.precision === end.precision && start.qualifier === '' && end.qualifier === ''
  if (!isPlain) return `${first} – ${last}`
  return formatOf(start, speech).formatRange(dateOf(start.earliest), dateOf(end.earliest))
}

function dateText(date: EdtfDate, speech: Speech): string {
  const { words } = speech
  switch (date.precision) {
    case 'DAY':
    case 'MONTH':
    case 'YEAR':
      return words.date(phraseOf(date, speech))
    case 'DECADE':
      return words.decade(yearOf(date.earliest, speech)) ?? yearsText(date, speech)
    case 'CENTURY':
      return yearsText(date, speech)
    case 'EVER':
      return words.unknown
    default:
      return words.season(date.precision, yearOf(date.earliest, speech))
  }
}

function phraseOf(date: EdtfDate, speech: Speech): Phrase {
  const { precision, qualifier, earliest } = date
  const text = formatOf(date, speech).format(dateOf(earliest))
  return { text, dayless: () => daylessOf(earliest, speech), precision, qualifier }
}

function formatOf({ precision }: EdtfDate, speech: Speech): Intl.DateTimeFormat {
  if (precision === 'DAY') return speech.day
  return precision === 'MONTH' ? speech.month : speech.year
}

function yearsText({ earliest, latest }: EdtfDate, { words, year }: Speech): string {
  const [first, last] = [dateOf(earliest), dateOf(latest)]
  return words.span(year.format(first), year.format(last)) ?? year.formatRange(first, last)
}

/**
 * The number of the year alone, in the locale's digits, without what some languages put after it ("2017年").
 */
function yearOf(day: Day, { year }: Speech): string {
  return year.formatToParts(dateOf(day)).find(({ type }) => type === 'year')?.value ?? day.slice(0, 4)
}

function daylessOf(day: Day, speech: Speech): string {
  const parts = speech.day.formatToParts(dateOf(day))
  const month = parts.findIndex(({ type }) => type === 'month')
  return parts
    .slice(month)
    .map(({ value }) => value)
    .join('')
}

function speechOf(locale: string): Speech {
  const known = speeches.get(locale)
  if (known) return known
  const speech = newSpeech(locale)
  if (speeches.size >= MAX_SPEECHES) speeches.clear()
  speeches.set(locale, speech)
  return speech
}

function newSpeech(locale: string): Speech {
  const { language, region } = new Intl.Locale(locale)
  // "en" alone would be American. 001, the world, writes a span as 6–8 where en-GB spaces it out. It also
  // comes last of all, or Intl would fall back on the locale of whichever machine this runs on.
  const locales = language === 'en' && region === undefined ? ['en-001'] : [locale, 'en-001']
  const options = { year: 'numeric', calendar: 'gregory', timeZone: 'UTC' } as const
  const day = new Intl.DateTimeFormat(locales, { ...options, month: 'long', day: 'numeric' })
  return {
    words: wordsOf(day.resolvedOptions().locale),
    day,
    month: new Intl.DateTimeFormat(locales, { ...options, month: 'long' }),
    year: new Intl.DateTimeFormat(locales, options),
  }
}
