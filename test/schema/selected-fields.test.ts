import { GraphQLObjectType, GraphQLSchema, GraphQLString, Kind, parse } from 'graphql'
import { expect, test } from 'vitest'
import { fieldsOf, keyOf } from '../../src/schema/selected-fields.ts'

const type = new GraphQLObjectType({
  name: 'Query',
  fields: { name: { type: GraphQLString }, place: { type: GraphQLString } },
})
const schema = new GraphQLSchema({ query: type })

/** The names of the fields that the first operation of a document selects, as they come. */
function selected(query: string, variableValues: Record<string, unknown> = {}): string[] {
  const { definitions } = parse(query)
  const fragments = Object.fromEntries(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  )
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  const selections = operation?.selectionSet.selections ?? []
  return [...fieldsOf({ schema, fragments, variableValues }, { type, selections })].map(({ node }) =>
    keyOf(node),
  )
}

test('a field that is selected twice is given twice', () => {
  expect(selected('{ name place name ... { name } }')).toEqual(['name', 'place', 'name', 'name'])
})

test('a fragment is read once, however often it is spread', () => {
  // Read at every place where it is spread, the last would be read a thousand times; with 60 of them, for ever.
  const doubling = Array.from(
    { length: 10 },
    (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
  )
  expect(selected(`{ ...F0 ...F0 place } ${doubling.join(' ')} fragment F10 on Query { name }`)).toEqual([
    'name',
    'place',
  ])
})

test('a fragment that is left out where it is first spread is read where it is not', () => {
  const query = 'query ($no: Boolean!) { ...F @include(if: $no) place ...F } fragment F on Query { name }'
  expect(selected(query, { no: false })).toEqual(['place', 'name'])
})
