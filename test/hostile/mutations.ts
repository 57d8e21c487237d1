import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import { schema } from '../../src/schema/index.ts'
import { type Hostile, operation } from './sent.ts'
import { nested, SHAPES, TEXTS } from './values.ts'

/** How deep an input is filled in. */
const LEVELS = 4

const fields = Object.values(schema.getMutationType()?.getFields() ?? {})

/** The names of the mutations that there are. */
export const mutationNames = fields.map(({ name }) => name)

/** Every mutation, with what it does not expect. */
export const mutations: Hostile[] = fields.flatMap((field) => {
  const declared = field.args.map(({ name, type }) => `$${name}: ${type}`).join(', ')
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ')
  const query = `mutation (${declared}) { ${field.name}(${given}) { __typename } }`
  const ask = (name: string, variables: object) =>
    operation(`${field.name} with ${name}`, { query, variables })
  const everywhere = (leaf: unknown) =>
    Object.fromEntries(field.args.map(({ name, type }) => [name, filled(type, leaf, LEVELS)]))
  return [
    ask('nothing', {}),
    ...TEXTS.map((text) => ask(`the text ${JSON.stringify(text.slice(0, 20))} everywhere`, everywhere(text))),
    ...[-1, 2 ** 31, 1.5].map((number) => ask(`the number ${number} everywhere`, everywhere(number))),
    ...SHAPES.map((shape, place) => ask(`shape ${place} as each argument`, eachArgument(field, shape))),
    ask('lists without end', { ...everywhere('x'), ...endless(field) }),
    ...[30, 10_000].map((levels) => ({
      ...ask(`${levels} levels`, {}),
      body: JSON.stringify({ query, variables: 'HERE' }).replace('"HERE"', `{"input":${nested(levels)}}`),
    })),
    operation(`${field.name} in the dark`, { query: `mutation { ${field.name} { __typename } }` }),
  ]
})

function eachArgument(field: GraphQLField<unknown, unknown>, value: unknown): object {
  return Object.fromEntries(field.args.map(({ name }) => [name, value]))
}

/** A value of the right form, whose leaves are all the same. */
function filled(type: GraphQLInputType, leaf: unknown, levels: number): unknown {
  const nullable = getNullableType(type)
  if (isListType(nullable)) return levels === 0 ? [] : [filled(nullable.ofType, leaf, levels - 1)]
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name
  if (nullable.toString() === 'Boolean') return true
  // A version that an entry has, so that what is written is looked at.
  if (nullable.toString() === 'Int') return typeof leaf === 'number' ? leaf : 1
  if (!isInputObjectType(nullable)) return leaf
  const wanted = Object.values(nullable.getFields()).filter(
    (field) => levels > 0 || isNonNullType(field.type),
  )
  return Object.fromEntries(wanted.map((field) => [field.name, filled(field.type, leaf, levels - 1)]))
}

/** Each list of an input with a thousand members. */
function endless(field: GraphQLField<unknown, unknown>): object {
  const input = field.args.find(({ name }) => name === 'input')
  const type = input && getNamedType(input.type)
  if (!isInputObjectType(type)) return {}
  const given = Object.values(type.getFields()).map((part) => {
    const value = filled(part.type, 'x', 2)
    return [part.name, Array.isArray(value) ? Array.from({ length: 1_000 }, () => value[0]) : value]
  })
  return { input: Object.fromEntries(given) }
}
