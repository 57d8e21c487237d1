// What people and programs are given to ask stays within the limits, as they are where nothing is set. The README's
// operations are asked where its answers are compared.
import { Kind, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { readExamples } from '../../src/server/playground/examples.ts'
import { questions } from '../bench/questions/all.ts'
import * as client from '../client/generated/graphql.ts'
import { onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()

/** The operations that were generated, with the fragments that they spread. */
function generated(module: object): string[] {
  return Object.values(module)
    .filter((value) => value instanceof String)
    .map(String)
    .filter((document) => /^\s*(query|mutation|subscription)\b/.test(document))
}

/** Every number as large as a page may be, and something for all else. */
function variablesFor(query: string): object {
  const variables = parse(query).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  )
  return Object.fromEntries(
    variables.map(({ variable, type }) => {
      const scalar = type.kind === Kind.NON_NULL_TYPE ? type.type : type
      const isNumber = scalar.kind === Kind.NAMED_TYPE && scalar.name.value === 'Int'
      return [variable.name.value, isNumber ? 100 : 'x']
    }),
  )
}

describe.each([
  ['the playground', await readExamples(), 8],
  ['the benchmark', questions.map(({ summitry }) => summitry.query), 7],
  ['the client', generated(client), 1],
])('the operations of %s', (_name, documents, least) => {
  test('are found', () => {
    expect(documents.length).toBeGreaterThanOrEqual(least)
  })

  test.each(documents)('are within the limits: %s', async (query) => {
    const { errors = [] } = Object(await service.ask(query, variablesFor(query)))
    expect(errors.filter(({ extensions }: { extensions: object }) => 'limit' in extensions)).toEqual([])
  })
})
