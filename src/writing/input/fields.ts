import { z } from 'zod'
import { isCountryCode } from '../../domain/country-code.ts'
import { isDay } from '../../domain/day.ts'
import { type FuzzyDate, FuzzyDateError, parseFuzzyDate } from '../../domain/fuzzy-date.ts'
import { isLanguageTag } from '../../domain/language-tag.ts'
import { isSlug, MAX_SLUG_LENGTH } from '../../domain/slug.ts'
import { isUrl } from '../../domain/url.ts'
import { defaults, type TypeName, typeNames } from './names.ts'
import { type ProblemCode, quoted } from './problem.ts'

/** The longest text of most fields, in characters. */
const LONGEST_TEXT = 10_000

/** What PostgreSQL keeps as an integer. */
const LARGEST_INTEGER = 2_147_483_647

/** Reports what a rule of ours finds, where zod stands; `reason` says what would be right. */
export function refuse(
  context: z.core.$RefinementCtx,
  code: ProblemCode,
  reason: string,
  path: PropertyKey[] = [],
) {
  context.addIssue({ code: 'custom', path, params: { code }, message: reason })
}

/** Left out, null: both come out as null. */
export function optional<Field extends z.ZodType>(field: Field) {
  return field.nullish().transform((value) => value ?? null)
}

/** Left out, null: both come out as the default. */
export function withDefault<Field extends z.ZodType<string | boolean>>(field: Field, value: z.output<Field>) {
  const schema = field.nullish().transform((given) => given ?? value)
  defaults.add(schema, { value })
  return schema
}

/** A text that says something. */
export function text(longest = LONGEST_TEXT) {
  return z.string().superRefine((value, context) => {
    if (value.trim() === '') refuse(context, 'REQUIRED', 'is blank: give a text')
    checkText({ value, longest, context })
  })
}

/** A text or null; a blank one is none. */
export function optionalText(longest = LONGEST_TEXT) {
  return z
    .string()
    .superRefine((value, context) => checkText({ value, longest, context }))
    .nullish()
    .transform((value) => (value?.trim() ? value : null))
}

function checkText(options: { value: string; longest: number; context: z.core.$RefinementCtx }) {
  const { value, longest, context } = options
  if (value.includes('\0')) refuse(context, 'INVALID', 'holds a NUL character: leave it out')
  if (!value.isWellFormed()) {
    refuse(
      context,
      'INVALID',
      'holds half of a surrogate pair: it was cut within a character, or decoded wrongly',
    )
  }
  // Characters are code points: a text never has more of them than JavaScript counts.
  const length = value.length > longest ? [...value].length : 0
  if (length > longest) {
    const [most, found] = [longest, length].map((number) => number.toLocaleString('en'))
    refuse(context, 'TOO_LONG', `has ${found} characters: write at most ${most}`)
  }
}

/** A text of one form. `expected` says which: "an absolute http or https URL". */
function textOf(name: TypeName, matches: (value: string) => boolean, expected: string) {
  return z
    .string()
    .superRefine((value, context) => {
      if (!matches(value)) refuse(context, 'INVALID', `${quoted(value)} is not ${expected}`)
    })
    .register(typeNames, { name })
}

/** The key of an entry. */
export const slug = z.string().superRefine((value, context) => {
  if (value.length > MAX_SLUG_LENGTH) {
    refuse(context, 'TOO_LONG', `has ${value.length} characters: write at most ${MAX_SLUG_LENGTH}`)
  } else if (!isSlug(value)) {
    refuse(
      context,
      'INVALID',
      `${quoted(value)} is not a slug: write words of a-z and 0-9 with single hyphens between`,
    )
  }
})

export const url = textOf('URL', isUrl, 'an absolute http or https URL of at most 2,000 characters')

export const countryCode = textOf(
  'CountryCode',
  isCountryCode,
  'a country code: write the two capital letters of ISO 3166-1, EU, or the four of ISO 3166-3 for a former country',
)

export const languageTag = textOf(
  'LanguageTag',
  isLanguageTag,
  'a BCP 47 language tag: write it like en, zh-Hant or es-419',
)

export const day = textOf('Date', isDay, 'a day: write it like 2017-07-07')

/** A date in EDTF, read. */
export const fuzzyDate = z
  .string()
  .register(typeNames, { name: 'EDTF' })
  .transform((value, context): FuzzyDate => {
    try {
      return parseFuzzyDate(value)
    } catch (error) {
      if (!(error instanceof FuzzyDateError)) throw error
      refuse(context, 'INVALID', error.message)
      return z.NEVER
    }
  })

/** A place in an order, from 1. */
export const ordinal = z
  .number()
  .superRefine((value, context) => {
    if (Number.isInteger(value) && value >= 1 && value <= LARGEST_INTEGER) return
    refuse(
      context,
      'INVALID',
      `${value} is not a place in an order: write a whole number from 1 to ${LARGEST_INTEGER}`,
    )
  })
  .register(typeNames, { name: 'Int' })

/** Degrees, north and east of zero positive. */
export function degrees(limit: 90 | 180) {
  return z
    .number()
    .superRefine((value, context) => {
      if (Math.abs(value) > limit)
        refuse(context, 'INVALID', `${value} is not between -${limit} and ${limit} degrees`)
    })
    .register(typeNames, { name: 'Float' })
}
