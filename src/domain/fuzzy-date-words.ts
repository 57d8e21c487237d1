import type { Precision, Qualifier, Season } from './edtf-syntax.ts'

/** A date put into words, and what the words around it need to know about it. */
export interface Phrase {
  /** The date itself: "7 July 2017". */
  text: string
  /**
   * The same without its day: "July 2017", in the form that the month has beside a day (Russian "июля 2017
   * г.").
   */
  dayless: () => string
  precision: Precision
  qualifier: Qualifier
}

/** How one language speaks of a date. */
export interface Words {
  /** A date by itself or at the end of a span, with its qualifier. */
  date(phrase: Phrase): string
  from(phrase: Phrase): string
  until(phrase: Phrase): string
  /** From one date to another; null leaves it to Intl. */
  span(start: string, end: string): string | null
  /** Ten years, of which the first is given; null where that is better said as "1980–1989". */
  decade(firstYear: string): string | null
  season(season: Season, year: string): string
  /** For `XXXX`, and for an interval of which neither end is known. */
  unknown: string
  /** For an interval that is open at both ends. */
  unlimited: string
}

/** What stands before a date with each qualifier. */
type Prefixes = Record<Qualifier, string>

const leftToIntl = () => null

const english: Words = {
  date: ({ text, qualifier }) => englishPrefixes[qualifier] + text,
  from: (phrase) => `from ${english.date(phrase)}`,
  until: (phrase) => `until ${english.date(phrase)}`,
  span: leftToIntl,
  // The 1900s are a century to most readers.
  decade: (firstYear) => (firstYear.length < 3 || firstYear.endsWith('00') ? null : `${firstYear}s`),
  season: (season, year) => `${season.toLowerCase()} ${year}`,
  unknown: 'date unknown',
  unlimited: 'without limit of time',
}
const englishPrefixes: Prefixes = { '': '', '?': 'possibly ', '~': 'about ', '%': 'possibly about ' }

const french: Words = {
  date: (phrase) => {
    if (phrase.qualifier === '') return frenchDay(phrase)
    return `${frenchPrefixes[phrase.qualifier]}${frenchArticle(phrase)}${frenchDay(phrase)}`
  },
  from: (phrase) => `dès ${frenchArticle(phrase)}${frenchDay(phrase)}${frenchSuffixes[phrase.qualifier]}`,
  until: (phrase) => {
    const until = phrase.precision === 'DAY' ? 'jusqu’au' : 'jusqu’en'
    return `${until} ${frenchDay(phrase)}${frenchSuffixes[phrase.qualifier]}`
  },
  span: leftToIntl,
  decade: (firstYear) => `années ${firstYear}`,
  season: (season, year) =>
    `${{ SPRING: 'printemps', SUMMER: 'été', AUTUMN: 'automne', WINTER: 'hiver' }[season]} ${year}`,
  unknown: 'date inconnue',
  unlimited: 'sans limite de temps',
}
const frenchPrefixes: Prefixes = { '': '', '?': 'peut-être ', '~': 'vers ', '%': 'peut-être vers ' }
const frenchSuffixes: Prefixes = { '': '', '?': ' peut-être', '~': ' environ', '%': ' environ, peut-être' }
const frenchArticle = ({ precision }: Phrase) => (precision === 'DAY' ? 'le ' : '')
/** Intl says "1 juillet", French "1er juillet". */
const frenchDay = ({ text }: Phrase) => text.replace(/^1 /, '1er ')

const spanish: Words = {
  date: (phrase) => (phrase.qualifier === '' ? phrase.text : spanishQualified(phrase)),
  from: (phrase) => `desde ${spanishQualified(phrase)}`,
  until: (phrase) => `hasta ${spanishQualified(phrase)}`,
  span: leftToIntl,
  decade: (firstYear) => `década de ${firstYear}`,
  season: (season, year) =>
    `${{ SPRING: 'primavera', SUMMER: 'verano', AUTUMN: 'otoño', WINTER: 'invierno' }[season]} de ${year}`,
  unknown: 'fecha desconocida',
  unlimited: 'sin límite de tiempo',
}
function spanishQualified({ text, precision, qualifier }: Phrase): string {
  const isDay = precision === 'DAY'
  const possibly = qualifier === '?' || qualifier === '%' ? 'posiblemente ' : ''
  const isAbout = qualifier === '~' || qualifier === '%'
  if (isAbout) return `${possibly}alrededor ${isDay ? 'del' : 'de'} ${text}`
  return `${possibly}${isDay ? 'el ' : ''}${text}`
}

const russian: Words = {
  date: (phrase) => {
    const { text, qualifier } = phrase
    if (qualifier === '') return text
    if (qualifier === '?') return `возможно, ${phrase.precision === 'YEAR' ? genitive(phrase) : text}`
    return `${qualifier === '%' ? 'возможно, ' : ''}около ${genitive(phrase)}`
  },
  from: (phrase) => `${russianPrefixes[phrase.qualifier]}с ${genitive(phrase)}`,
  until: (phrase) => `${russianPrefixes[phrase.qualifier]}до ${genitive(phrase)}`,
  span: leftToIntl,
  decade: (firstYear) => `${firstYear}-е годы`,
  season: (season, year) =>
    `${{ SPRING: 'весна', SUMMER: 'лето', AUTUMN: 'осень', WINTER: 'зима' }[season]} ${year}\u00a0г.`,
  unknown: 'дата неизвестна',
  unlimited: 'без ограничения срока',
}
const russianPrefixes: Prefixes = { '': '', '?': 'возможно, ', '~': 'примерно ', '%': 'возможно, примерно ' }
/** Of a day Intl gives the genitive anyway; of a year alone it leaves out the word for year. */
function genitive({ text, dayless, precision }: Phrase): string {
  if (precision === 'MONTH') return dayless()
  return precision === 'YEAR' ? `${text}\u00a0г.` : text
}

const arabic: Words = {
  date: ({ text, qualifier }) => arabicPrefixes[qualifier] + text,
  from: (phrase) => `من ${arabic.date(phrase)}`,
  until: (phrase) => `حتى ${arabic.date(phrase)}`,
  span: leftToIntl,
  decade: () => null,
  season: (season, year) =>
    `${{ SPRING: 'ربيع', SUMMER: 'صيف', AUTUMN: 'خريف', WINTER: 'شتاء' }[season]} ${year}`,
  unknown: 'تاريخ غير معروف',
  unlimited: 'بلا حد زمني',
}
const arabicPrefixes: Prefixes = { '': '', '?': 'ربما ', '~': 'حوالي ', '%': 'ربما حوالي ' }

const chinese: Words = {
  date: ({ text, qualifier }) => chinesePrefixes[qualifier] + text,
  from: (phrase) => `${chinese.date(phrase)}起`,
  until: (phrase) => `至${chinese.date(phrase)}`,
  // Intl would fall back to 2017/7/6 – 2017/7/8.
  span: (start, end) => `${start}至${end}`,
  decade: (firstYear) => `${firstYear}年代`,
  season: (season, year) =>
    `${year}年${{ SPRING: '春季', SUMMER: '夏季', AUTUMN: '秋季', WINTER: '冬季' }[season]}`,
  unknown: '日期不详',
  unlimited: '不限时间',
}
const chinesePrefixes: Prefixes = { '': '', '?': '可能', '~': '约', '%': '可能约' }

const traditionalChinese: Words = {
  ...chinese,
  date: (phrase) => chinese.date(phrase).replace('约', '約'),
  from: (phrase) => chinese.from(phrase).replace('约', '約'),
  until: (phrase) => chinese.until(phrase).replace('约', '約'),
  unknown: '日期不詳',
  unlimited: '不限時間',
}

/** Signs instead of words, for every other language. */
const signs: Words = {
  date: ({ text, qualifier }) => {
    const about = qualifier === '~' || qualifier === '%' ? '~' : ''
    const possibly = qualifier === '?' || qualifier === '%' ? '?' : ''
    return about + text + possibly
  },
  from: (phrase) => `${signs.date(phrase)} –`,
  until: (phrase) => `– ${signs.date(phrase)}`,
  span: leftToIntl,
  decade: () => null,
  // Intl knows no seasons; EDTF's numbers at least say that it is one.
  season: (season, year) => `${year} (${{ SPRING: 21, SUMMER: 22, AUTUMN: 23, WINTER: 24 }[season]})`,
  unknown: '?',
  unlimited: '–',
}

const BY_LANGUAGE = new Map([
  ['ar', arabic],
  ['en', english],
  ['es', spanish],
  ['fr', french],
  ['ru', russian],
  ['zh', chinese],
])

/**
 * The words of a locale that Intl knows: those of the six languages of the United Nations, signs for the
 * others.
 */
export function wordsOf(locale: string): Words {
  const { language, script } = new Intl.Locale(locale).maximize()
  if (language === 'zh' && script === 'Hant') return traditionalChinese
  return BY_LANGUAGE.get(language) ?? signs
}
