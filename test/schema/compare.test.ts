import { describe, expect, test } from 'vitest'
import { schemaAt, schemaChanges } from './schema-changes.ts'

const BEFORE = /* GraphQL */ `
  enum Kind { SUMMIT VISIT }
  interface Entry { slug: String! }
  type Meeting implements Entry { slug: String! title: String! kind: Kind place(full: Boolean = false): String }
  type Query { meeting(id: ID!): Meeting }
`

async function breaksOf(before: string, after: string): Promise<string[]> {
  const changes = await schemaChanges(before, after)
  return changes.filter(({ isBreak }) => isBreak).map(({ message }) => message)
}

describe('a schema breaks clients', () => {
  test.each([
    [
      'that has a field no more',
      'title: String! ',
      '',
      "Field 'title' was removed from object type 'Meeting'",
    ],
    [
      'whose field may be null now',
      'title: String!',
      'title: String',
      "Field 'Meeting.title' changed type from 'String!' to 'String'",
    ],
    [
      'whose field has another type',
      'kind: Kind',
      'kind: String',
      "Field 'Meeting.kind' changed type from 'Kind' to 'String'",
    ],
    [
      'that wants an argument',
      'meeting(id: ID!)',
      'meeting(id: ID!, on: String!)',
      "Argument 'on: String!' added to field 'Query.meeting'",
    ],
    [
      'that has an argument no more',
      '(full: Boolean = false)',
      '',
      "Argument 'full: Boolean' was removed from field 'Meeting.place'",
    ],
    ['that has a value no more', ' VISIT', '', "Enum value 'VISIT' was removed from enum 'Kind'"],
    [
      'whose type is of an interface no more',
      ' implements Entry',
      '',
      "'Meeting' object type no longer implements 'Entry' interface",
    ],
  ])('%s', async (_name, part, instead, message) => {
    expect(await breaksOf(BEFORE, BEFORE.replace(part, instead))).toEqual([message])
  })
})

describe('a schema breaks nobody', () => {
  test.each([
    ['that is the same', '', ''],
    ['with a new field', 'title: String!', 'title: String! summary: String'],
    ['with a new argument that may be left out', 'meeting(id: ID!)', 'meeting(id: ID!, on: String)'],
    ['with a new value', 'SUMMIT VISIT', 'SUMMIT VISIT CALL'],
    ['with a field that is never null any more', 'kind: Kind', 'kind: Kind!'],
    ['with a field that is deprecated', 'title: String!', 'title: String! @deprecated(reason: "Use name.")'],
  ])('%s', async (_name, part, instead) => {
    expect(await breaksOf(BEFORE, BEFORE.replace(part, instead))).toEqual([])
  })

  test('that takes away what was deprecated in the one before', async () => {
    const deprecated = BEFORE.replace('title: String!', 'title: String! @deprecated(reason: "Use name.")')
    expect(await breaksOf(deprecated, BEFORE.replace('title: String! ', ''))).toEqual([])
  })
})

test('the schema of a commit can be compared with', async () => {
  expect(await schemaAt('HEAD')).toContain('type Query {')
})
