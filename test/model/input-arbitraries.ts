// Entries made from the rules for inputs themselves, so that whatever an input can say is generated.
import fc from 'fast-check'
import { z } from 'zod'
import { SLUGGED_TYPES, type SluggedType } from '../../src/domain/global-id.ts'
import type { NewEntry } from '../../src/writing/check/draft.ts'
import { inputs } from '../../src/writing/input/inputs.ts'
import { typeNames } from '../../src/writing/input/names.ts'
import { readInput } from '../../src/writing/input/read-input.ts'
import { distinctLists, references } from '../../src/writing/input/structure.ts'
import { isRecord, requiredPart } from '../../src/writing/input/walk.ts'
import { DATES } from './reading-dates.ts'

/** How many entries of each type a record has: no chain of so many is too long. */
const OF_A_TYPE = 3
const MOST_MEMBERS = 3

/** The fields by which an entry can lie within another of its type. */
const OUTWARD = ['parent', 'broader', 'reportedIn']

const PLACES = Array.from({ length: OF_A_TYPE }, (_, place) => place)
const slugOf = (type: SluggedType, place: number) => `${type.toLowerCase()}-${place}`

const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    fc.constantFrom('Line\nbreak\r\n', ' tab\t', '"quoted" \\ back', '\u2028 \ufeff', 'null'),
  )
  .filter((text) => text.trim() !== '' && !text.includes('\0'))

const forms: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  EDTF: fc.constantFrom(...DATES),
  URL: fc.nat().map((number) => `https://example.org/${number}?q=é#there`),
  CountryCode: fc.constantFrom('DE', 'EU', 'SUHH'),
  LanguageTag: fc.constantFrom('en', 'zh-Hant', 'es-419'),
  Date: fc.constantFrom('2017-07-07', '0001-01-01', '9999-12-31'),
  Int: fc.integer({ min: 1, max: 2_147_483_647 }),
  Float: fc.double({ min: -90, max: 90, noNaN: true }),
}

function arbitraryOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const part = requiredPart(schema)
  const types = references.get(part)?.types
  if (types) return referenceTo(types)
  const form = forms[typeNames.get(part)?.name ?? '']
  if (form) return form
  if (part instanceof z.ZodEnum) return fc.constantFrom(...part.options)
  if (part instanceof z.ZodBoolean) return fc.boolean()
  if (part instanceof z.ZodString) return anyText
  if (part instanceof z.ZodArray) return listOf(part)
  if (part instanceof z.ZodObject) return objectOf(part)
  throw new Error(`Nothing is known of ${JSON.stringify(part)}`)
}

function referenceTo(types: readonly SluggedType[]) {
  const names = types.flatMap((type) =>
    PLACES.map((place) => (types.length > 1 ? `${type}:${slugOf(type, place)}` : slugOf(type, place))),
  )
  return fc.constantFrom(...names)
}

function listOf(schema: z.ZodArray): fc.Arbitrary<unknown[]> {
  const member = arbitraryOf(schema.element)
  const by = distinctLists.get(schema)?.by
  if (!by) return fc.array(member, { maxLength: MOST_MEMBERS })
  const selector = (value: unknown) =>
    JSON.stringify(isRecord(value) ? by.map((field) => value[field]) : value)
  return fc.uniqueArray(member, { maxLength: MOST_MEMBERS, selector })
}

function objectOf(schema: z.ZodObject): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries<z.core.$ZodType>(schema.shape).map(
    ([name, field]) => [name, fieldOf(field)] as const,
  )
  return fc.record(Object.fromEntries(fields)).map((all) => {
    const said = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
    // What comes in pairs, and what comes after something else.
    if (!('latitude' in said && 'longitude' in said)) {
      delete said['latitude']
      delete said['longitude']
    }
    return said
  })
}

function fieldOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const value = arbitraryOf(schema)
  const isOptional = z.safeParse(schema, undefined).success
  return isOptional ? fc.option(value, { nil: undefined, freq: 4 }) : value
}

/** An input as it can stand in the record with others of its kind. */
function settled(type: SluggedType, place: number, input: Record<string, unknown>): NewEntry {
  const fixed: Record<string, unknown> = { ...input, slug: slugOf(type, place) }
  for (const field of OUTWARD) {
    const isEarlier = PLACES.slice(0, place).some((earlier) => slugOf(type, earlier) === fixed[field])
    if (field in fixed && !isEarlier) delete fixed[field]
  }
  fixed['externalIds'] = listIn(fixed, 'externalIds').map((member, index) => ({
    ...member,
    value: `${member['value']} ${type} ${place} ${index}`,
  }))
  if (type === 'Statement') fixed['links'] = listIn(fixed, 'links').filter(({ to }) => to !== fixed['slug'])
  if (type === 'Agreement') fixed['parties'] = listIn(fixed, 'parties').map(withoutEndBeforeBeginning)
  if (type === 'Statement' && !fixed['reportedIn']) {
    fixed['citations'] = [...listIn(fixed, 'citations'), { source: slugOf('Source', 0) }]
  }
  if (!('externalIds' in inputs[type].shape)) delete fixed['externalIds']
  return { type, input: fixed }
}

function listIn(input: Record<string, unknown>, field: string): Record<string, unknown>[] {
  const members = input[field]
  return Array.isArray(members) ? members.filter(isRecord) : []
}

function withoutEndBeforeBeginning(party: Record<string, unknown>) {
  const { problems } = readInput('Agreement', { title: 'x', kind: 'OTHER', parties: [party] })
  const { until: _, ...rest } = party
  return problems.length > 0 ? rest : party
}

function entriesOf(type: SluggedType): fc.Arbitrary<NewEntry[]> {
  const entry = objectOf(inputs[type])
  return fc.tuple(...PLACES.map((place) => entry.map((input) => settled(type, place, input))))
}

/** Records with entries of every type, all that inputs can say in them, in any order. */
export const wholeRecords: fc.Arbitrary<NewEntry[]> = fc
  .tuple(...SLUGGED_TYPES.map(entriesOf))
  .map((ofTypes) => ofTypes.flat())
  .chain((entries) => fc.shuffledSubarray(entries, { minLength: entries.length }))
