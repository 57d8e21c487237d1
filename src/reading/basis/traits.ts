import { parseFuzzyDate } from '../../domain/fuzzy-date.ts'
import type { SluggedType } from '../../domain/global-id.ts'
import type { Days } from '../condition.ts'

// By what entries of a type can be told apart before anything is read: a list of meetings of one kind rests on nothing that
// is of another kind, before a change and after it. Only what lines of the log say themselves is such a trait.

/** Columns with few values, and where in a line these stand. */
const valueColumns: Readonly<Partial<Record<string, Readonly<Record<string, readonly string[]>>>>> = {
  Meeting: {
    kind: ['kind'],
    status: ['status'],
    format: ['format'],
    placeCountryCode: ['place', 'countryCode'],
  },
  Participant: { kind: ['kind'], countryCode: ['countryCode'] },
  Statement: { act: ['act'], wording: ['wording'], language: ['language'] },
  Agreement: { kind: ['kind'], form: ['form'] },
  Source: { kind: ['kind'] },
}

/** The fuzzy dates of entries, named as in lines. */
const dates: Readonly<Partial<Record<string, string>>> = {
  Meeting: 'date',
  Statement: 'date',
  Agreement: 'effective',
  Source: 'published',
}

/** A span of more years counts as any. */
const MOST_YEARS = 50

/** The tags of the entries that have one of these values in a column; nothing where that is no trait. */
export function havingValues(
  type: string,
  { column, in: values }: { column: string; in: readonly unknown[] },
): string[] | undefined {
  return valueColumns[type]?.[column] && values.map((value) => trait(type, column, value))
}

/** The tags of the entries whose date may fall within these days; nothing where that can be anything. */
export function datedWithin(
  type: string,
  { span, within }: { span: string; within: Days },
): string[] | undefined {
  const years = yearsOf({ earliest: within.from, latest: within.until })
  return dates[type] === span && years
    ? [ANY_YEAR, ...years].map((year) => trait(type, span, year))
    : undefined
}

/** The tags of an entry as a line has it. */
export function traitsOf(type: SluggedType, line: object): string[] {
  const values = Object.entries(valueColumns[type] ?? {}).flatMap(([column, path]) => {
    const value = path.reduce<unknown>((inside, field) => Reflect.get(Object(inside), field), line)
    return value === undefined || value === null ? [] : [trait(type, column, value)]
  })
  const name = dates[type]
  const date: unknown = name && Reflect.get(line, name)
  if (name === undefined || typeof date !== 'string') return values
  return [...values, ...(yearsOf(parseFuzzyDate(date)) ?? [ANY_YEAR]).map((year) => trait(type, name, year))]
}

const ANY_YEAR = 'any'

function yearsOf({
  earliest,
  latest,
}: {
  earliest: string
  latest: string
}): (number | string)[] | undefined {
  const [first, last] = [earliest, latest].map((day) => Number(day.slice(0, 4)))
  if (first === undefined || last === undefined || last - first > MOST_YEARS) return undefined
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place)
}

function trait(type: string, column: string, value: unknown): string {
  return `${type}#${column}=${value}`
}
