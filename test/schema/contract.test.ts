import { readFile } from 'node:fs/promises'
import path from 'node:path'
import {
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  isInputObjectType,
} from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../../src/schema/index.ts'

const [reading, writing] = await Promise.all(
  ['read', 'write'].map((part) =>
    readFile(path.join(import.meta.dirname, `../contract/${part}.graphql`), 'utf8'),
  ),
)
const contract = buildSchema(`${reading}\n${writing}`)

/** graphql-js does not tell of changed defaults of inputs' fields. */
function inputDefaults(of: GraphQLSchema): Record<string, unknown> {
  const inputs = Object.values(of.getTypeMap()).filter(isInputObjectType)
  return Object.fromEntries(
    inputs.flatMap((input) =>
      Object.values(input.getFields()).map((field) => [`${input.name}.${field.name}`, field.defaultValue]),
    ),
  )
}

test('the schema breaks nothing of the contract for reading and writing', () => {
  expect(findBreakingChanges(contract, schema)).toEqual([])
})

test('the defaults of arguments and of fields of inputs are those of the contract', () => {
  const changed = findDangerousChanges(contract, schema).filter(
    ({ type }) => type === 'ARG_DEFAULT_VALUE_CHANGE',
  )
  expect(changed).toEqual([])
  expect(inputDefaults(schema)).toMatchObject(inputDefaults(contract))
})
