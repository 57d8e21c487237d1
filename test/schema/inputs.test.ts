// The inputs that write are made of the rules for inputs: what creates an entry, and what changes one.
import { type GraphQLInputField, getNullableType, isInputObjectType, isNonNullType } from 'graphql'
import { describe, expect, test } from 'vitest'
import { schema } from '../../src/schema/index.ts'
import { ENTRY_TYPES } from '../../src/writing/input/inputs.ts'

function fieldsOf(name: string): Readonly<Record<string, GraphQLInputField>> {
  const type = schema.getType(name)
  if (!isInputObjectType(type)) throw new Error(`${name} is no input`)
  return type.getFields()
}

describe.each(ENTRY_TYPES)('%s', (type) => {
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
