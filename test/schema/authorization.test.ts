// Who may write: every mutation that there is asks for a key, before it looks at what it is given.
import {
  type GraphQLInputType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import type { Viewer } from '../../src/access/viewer.ts'
import type { Role } from '../../src/generated/prisma/enums.ts'
import { schema } from '../../src/schema/index.ts'
import { ConflictError } from '../../src/writing/errors.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { ADMIN, asking, EDITOR, stubWriter } from './asking.ts'

const service = onEmptyRecord()

const READER: Viewer = { name: 'a reader', role: 'READER' }

/** What not even an editor may do. */
const FOR_ADMINS = ['deleteEntry']

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name, args, type }) => {
  const given = args.map((arg) => `${arg.name}: ${literal(arg.type)}`).join(', ')
  const selection = isCompositeType(getNamedType(type)) ? '{ __typename }' : ''
  return {
    name,
    operation: `mutation { ${name}${args.length > 0 ? `(${given})` : ''} ${selection} }`,
    isForAdmins: FOR_ADMINS.includes(name),
  }
})

/** A value that the type takes and every rule for inputs minds: no text says anything. */
function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType)
  if (isListType(type)) return `[${literal(type.ofType)}]`
  if (isEnumType(type)) return type.getValues()[0]?.name ?? ''
  if (!isInputObjectType(type)) return { Int: '1', Float: '1.5', Boolean: 'true' }[type.name] ?? '""'
  const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type))
  return `{ ${fields.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`
}

/** Asks for a mutation as somebody, and tells what came of it and how often anything was written. */
async function attempt(operation: string, viewer: Viewer | null) {
  let calls = 0
  const writer = stubWriter(async () => {
    calls += 1
    throw new ConflictError('IN_USE', { message: 'it was tried', existing: { type: 'Topic', id: '' } })
  })
  return { answer: await asking(service, { viewer, writer })(operation), calls: () => calls }
}

function refusal(name: string, code: string, message: string) {
  const locations = [{ line: 1, column: 12 }]
  return { data: null, errors: [{ message, locations, path: [name], extensions: { code } }] }
}

function missingKey(role: Role) {
  return `This takes an API key with the role ${role}: send it as "Authorization: Bearer KEY".`
}

function missingRole(role: Role, viewer: Viewer) {
  return `This takes the role ${role}, and the key "${viewer.name}" has the role ${viewer.role}.`
}

/** The answer of whoever came as far as the writer. */
function passed(name: string) {
  return { data: { [name]: { __typename: 'ConflictError' } } }
}

test('there are mutations to try', () => {
  expect(mutations.length).toBeGreaterThanOrEqual(16)
})

describe.each(mutations)('$name', ({ name, operation, isForAdmins }) => {
  test('takes a key', async () => {
    const { answer, calls } = await attempt(operation, null)
    expect(answer).toEqual(refusal(name, 'UNAUTHENTICATED', missingKey(isForAdmins ? 'ADMIN' : 'EDITOR')))
    expect(calls()).toBe(0)
  })

  test('is forbidden to those who only read', async () => {
    const { answer, calls } = await attempt(operation, READER)
    const message = missingRole(isForAdmins ? 'ADMIN' : 'EDITOR', READER)
    expect(answer).toEqual(refusal(name, 'FORBIDDEN', message))
    expect(calls()).toBe(0)
  })

  test(isForAdmins ? 'is forbidden to editors' : 'is open to editors', async () => {
    const { answer, calls } = await attempt(operation, EDITOR)
    const message = missingRole('ADMIN', EDITOR)
    expect(answer).toEqual(isForAdmins ? refusal(name, 'FORBIDDEN', message) : passed(name))
    expect(calls()).toBe(isForAdmins ? 0 : 1)
  })

  test('is open to admins', async () => {
    const { answer, calls } = await attempt(operation, ADMIN)
    expect(answer).toEqual(passed(name))
    expect(calls()).toBe(1)
  })
})

test('a selection that cannot be is no way around the key', async () => {
  const operation =
    'mutation { createMeeting(input: { title: "", kind: CALL }) { ... on Meeting { statements(first: 101) { totalCount } } } }'
  const { answer, calls } = await attempt(operation, null)
  expect(answer).toEqual(refusal('createMeeting', 'UNAUTHENTICATED', missingKey('EDITOR')))
  expect(calls()).toBe(0)
})
