import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../../src/schema/index.ts'

const contract = buildSchema(
  await readFile(path.join(import.meta.dirname, '../contract/read.graphql'), 'utf8'),
)

test('the schema breaks nothing of the reading contract', () => {
  expect(findBreakingChanges(contract, schema)).toEqual([])
})

test('the defaults of arguments are those of the contract', () => {
  const changed = findDangerousChanges(contract, schema).filter(
    ({ type }) => type === 'ARG_DEFAULT_VALUE_CHANGE',
  )
  expect(changed).toEqual([])
})
