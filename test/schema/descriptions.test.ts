import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../../src/schema/index.ts'

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
)

interface Described {
  name: string
  description?: string | null
}

/** A type and all that it holds, each under its coordinate. */
function membersOf(type: GraphQLNamedType): { coordinate: string; member: Described }[] {
  const named = (members: readonly Described[], prefix: string) =>
    members.map((member) => ({ coordinate: `${prefix}${member.name}`, member }))
  const own = { coordinate: type.name, member: type }
  if (isEnumType(type)) return [own, ...named(type.getValues(), `${type.name}.`)]
  if (isInputObjectType(type)) return [own, ...named(Object.values(type.getFields()), `${type.name}.`)]
  if (!isObjectType(type) && !isInterfaceType(type)) return [own]
  const fields = Object.values(type.getFields())
  return [
    own,
    ...named(fields, `${type.name}.`),
    ...fields.flatMap((field) => named(field.args, `${type.name}.${field.name}:`)),
  ]
}

test('every type, field, argument, enum value and input field has a description', () => {
  const bare = types.flatMap(membersOf).filter(({ member }) => (member.description ?? '').length < 5)
  expect(bare.map(({ coordinate }) => coordinate)).toEqual([])
})

test('every scalar and every filter gives an example', () => {
  const shown = types
    .filter((type) => isScalarType(type) || (isInputObjectType(type) && !type.name.endsWith('Order')))
    .flatMap((type) => membersOf(type))
    .filter(({ member }) => !/example|`/i.test(member.description ?? ''))
  expect(shown.map(({ coordinate }) => coordinate)).toEqual([])
})
