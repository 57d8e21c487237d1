import { dayOf, FIRST_DAY, isDay, LAST_DAY } from '../domain/day.ts'
import { knownEarliest, knownLatest } from '../domain/fuzzy-date.ts'
import { fuzzyDateText } from '../domain/fuzzy-date-text.ts'
import { isLanguageTag } from '../domain/language-tag.ts'
import type { Condition } from '../reading/condition.ts'
import type { OrderTerm } from '../reading/order.ts'
import type { Selection } from '../reading/selection.ts'
import { builder, type Context } from './builder.ts'
import { badUserInput } from './errors.ts'

export interface FuzzyDateShape {
  edtf: string
  earliest: string
  latest: string
}

export const FuzzyDate = builder.objectRef<FuzzyDateShape>('FuzzyDate').implement({
  description:
    'A date as precisely as it is known: a day, a month, a span, an open end. Both bounds are days, included; null is open or unknown.',
  fields: (t) => ({
    edtf: t.field({
      type: 'EDTF',
      description: 'The date as it was recorded. Example: `2017-07-06/2017-07-08`.',
      resolve: (date) => date.edtf,
    }),
    earliest: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day that it can mean; null where its start is open or unknown.',
      resolve: knownEarliest,
    }),
    latest: t.field({
      type: 'Date',
      nullable: true,
      description: 'The last day that it can mean; null where its end is open or unknown.',
      resolve: knownLatest,
    }),
    text: t.string({
      description:
        'For people: "7 July 2017", "July 2017", "from 9 July 2017", "about 1985". Words in the six languages of the United Nations, plain signs in others.',
      args: {
        locale: t.arg({
          type: 'LanguageTag',
          description: 'In which language. Examples: `en`, `en-US`, `fr`, `ar`. English where none is given.',
        }),
      },
      resolve: (date, { locale }) => {
        if (typeof locale === 'string' && !isLanguageTag(locale)) {
          throw badUserInput(
            `FuzzyDate.text: ${JSON.stringify(locale.slice(0, 40))} is not a language tag. Write BCP 47, such as "en" or "pt-BR".`,
          )
        }
        return fuzzyDateText(date.edtf, locale ?? 'en')
      },
    }),
  }),
})

/** The options of a field that gives a fuzzy date of a row, stored in three columns: its bounds are read where they are asked for. */
export function fuzzyDateField(column: string, description: string) {
  const bounds = [
    { field: 'earliest', column: `${column}Earliest` },
    { field: 'latest', column: `${column}Latest` },
  ]
  const select: SelectDate = (_args, _context, _nested, selectedFields) => {
    const fields = selectedFields()
    const asked = bounds.filter(({ field }) => fields.has(field)).map(({ column }) => [column, true])
    return { select: { [column]: true, ...Object.fromEntries(asked) } }
  }
  return {
    type: FuzzyDate,
    nullable: true as const,
    description,
    extensions: { pothosPrismaSelect: select },
    resolve: (row: object): FuzzyDateShape | null => storedDate(row, column),
  }
}

type SelectDate = (
  args: object,
  context: Context,
  nested: unknown,
  selectedFields: () => ReadonlySet<string>,
) => { select: Selection }

/** The fuzzy date in the columns of a row, all of which are null where there is none. */
function storedDate(row: object, column: string): FuzzyDateShape | null {
  const edtf: unknown = Reflect.get(row, column)
  if (typeof edtf !== 'string') return null
  return { edtf, earliest: boundIn(row, `${column}Earliest`), latest: boundIn(row, `${column}Latest`) }
}

/** Nothing where it was not read, since it was not asked for. */
function boundIn(row: object, column: string): string {
  const day: unknown = Reflect.get(row, column)
  return day instanceof Date ? dayOf(day) : ''
}

/** By a fuzzy date: by the first day that it can mean, then the last; what has none comes last either way. */
export function byFuzzyDate(column: string, direction: OrderTerm['direction']): OrderTerm {
  return { columns: [`${column}Earliest`, `${column}Latest`], direction, isNullable: true }
}

const DateMatch = builder.enumType('DateMatch', {
  description: 'How sure it must be that a date lies in a span.',
  values: {
    POSSIBLY: { description: 'The date may fall in the span: `1985` possibly lies in May 1985.' },
    CERTAINLY: { description: 'All of the date falls in the span: `1985-05` certainly lies in 1985.' },
  },
})

export interface DateFilterShape {
  from?: string | null
  until?: string | null
  match?: 'POSSIBLY' | 'CERTAINLY' | null
}

export const DateFilter = builder.inputRef<DateFilterShape>('DateFilter').implement({
  description:
    'A span of days, both included; either end may be left open. What has no date is in no span. Example: `{ from: "2017-07-01", until: "2017-07-31" }`.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day of the span. Example: `2017-07-01`.' }),
    until: t.field({ type: 'Date', description: 'The last day of the span. Example: `2017-07-31`.' }),
    match: t.field({
      type: DateMatch,
      defaultValue: 'POSSIBLY',
      description: 'How sure it must be that the date lies in the span. Example: `CERTAINLY`.',
    }),
  }),
})

/** That a fuzzy date of a row lies in the span; nothing where the filter is empty. */
export function dateConditions(span: string, filter: DateFilterShape | null | undefined): Condition[] {
  if (typeof filter?.from !== 'string' && typeof filter?.until !== 'string') return []
  const from = dayArgument('from', filter.from ?? FIRST_DAY)
  const until = dayArgument('until', filter.until ?? LAST_DAY)
  if (from > until) {
    throw badUserInput(
      `"from" (${from}) lies after "until" (${until}): no day is in that span. Exchange them.`,
    )
  }
  return [{ span, within: { from, until }, match: filter.match ?? 'POSSIBLY' }]
}

/** @throws BAD_USER_INPUT for what is no day of the calendar */
export function dayArgument(name: string, value: string): string {
  if (isDay(value)) return value
  throw badUserInput(
    `"${name}" is ${JSON.stringify(value.slice(0, 40))}, which is not a day. Write an ISO date, such as "2017-07-07".`,
  )
}
