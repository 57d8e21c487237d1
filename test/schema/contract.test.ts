import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../../src/schema/index.ts'

const contract = buildSchema(
  await readFile(path.join(import.meta.dirname, '../contract/read.graphql'), 'utf8'),
)

/** What clients are promised and the service does not offer yet. */
const NOT_YET =
  /^(Counterpart\w*|MeetingFacets|StatementFacets|\w+Count|Search\w+|SnippetPart|Timeline\w+) was removed|\.(counterparts|facets|search|timeline|met) was removed/

test('the schema breaks nothing of the reading contract', () => {
  const broken = findBreakingChanges(contract, schema).map(({ description }) => description)
  expect(broken.filter((description) => !NOT_YET.test(description))).toEqual([])
})

test('the defaults of arguments are those of the contract', () => {
  const changed = findDangerousChanges(contract, schema).filter(
    ({ type }) => type === 'ARG_DEFAULT_VALUE_CHANGE',
  )
  expect(changed).toEqual([])
})
