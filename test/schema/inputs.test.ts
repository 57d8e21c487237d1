// The inputs that write are made of the rules for inputs: what creates an entry, and what changes one.

import {
  type GraphQLInputField,
  getNullableType,
  isInputObjectType,
  isNonNullType,
  parseValue,
  valueFromAST,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { SLUGGED_TYPES } from '../../src/domain/global-id.ts'
import { schema } from '../../src/schema/index.ts'
import { onFoundingRecord } from '../harness/service.ts'
import { asking } from './asking.ts'

const service = onFoundingRecord()

function fieldsOf(name: string): Readonly<Record<string, GraphQLInputField>> {
  const type = schema.getType(name)
  if (!isInputObjectType(type)) throw new Error(`${name} is no input`)
  return type.getFields()
}

describe.each(SLUGGED_TYPES)('%s', (type) => {
  const { slug, ...created } = fieldsOf(`Create${type}Input`)
  const updated = fieldsOf(`Update${type}Input`)

  test('can be given a slug when it is created', () => {
    expect(String(slug?.type)).toBe('String')
  })

  test('is changed in the fields with which it is created, but the slug', () => {
    expect(Object.keys(updated)).toEqual(Object.keys(created))
    for (const [name, field] of Object.entries(updated)) {
      expect(String(field.type), name).toBe(String(getNullableType(created[name]?.type)))
    }
  })

  test('stays as it is in every field that an update leaves out', () => {
    const fields = Object.values(updated)
    const set = fields.filter((field) => isNonNullType(field.type) || field.defaultValue !== undefined)
    expect(set.map(({ name }) => name)).toEqual([])
  })
})

/** The example that ends a description. */
function exampleIn(description: string | null | undefined): string {
  const [, example] = description?.match(/Example: `([^`]+)`/) ?? []
  if (example === undefined) throw new Error(`no example: ${description}`)
  return example
}

const written = Object.values(schema.getTypeMap())
  .filter(isInputObjectType)
  .filter(({ name }) => name.endsWith('Input'))

describe('an example', () => {
  const examples = written.flatMap((type) => [
    { coordinate: type.name, type, example: exampleIn(type.description) },
    ...Object.values(type.getFields()).map((field) => ({
      coordinate: `${type.name}.${field.name}`,
      type: field.type,
      example: exampleIn(field.description),
    })),
  ])

  test.each(examples)('of $coordinate is a value of its type', ({ type, example }) => {
    expect(valueFromAST(parseValue(example), type)).toBeDefined()
  })

  test.each(SLUGGED_TYPES)('of what creates a %s creates one', async (type) => {
    const example = exampleIn(schema.getType(`Create${type}Input`)?.description)
    const operation = `mutation { create${type}(input: ${example}) { __typename } }`
    expect(await asking(service)(operation)).toEqual({ data: { [`create${type}`]: { __typename: type } } })
  })
})
