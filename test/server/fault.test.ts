import { GraphQLError, parse } from 'graphql'
import pg from 'pg'
import { expect, test } from 'vitest'
import { toldFault } from '../../src/server/fault.ts'
import { onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()
const frames = expect.arrayContaining([expect.stringMatching(/^at .*:\d+:\d+\)?$/)])

async function thrownBy(act: () => Promise<unknown>): Promise<unknown> {
  return act().then(
    () => 'nothing',
    (error) => error,
  )
}

test('a fault is told by its kind, its message and where it was thrown', () => {
  expect(toldFault(new TypeError('It is not a function'))).toEqual({
    type: 'TypeError',
    message: 'It is not a function',
    frames,
  })
})

test('a fault of a field tells where in the answer, and what is behind it', () => {
  const [node] = parse('{ meetings { nodes { secretOfTheClient: title } } }').definitions
  const originalError = new Error('The connection is lost')
  const fault = new GraphQLError('The connection is lost', {
    nodes: node,
    path: ['meetings', 0],
    originalError,
  })
  expect(toldFault(fault)).toEqual({
    type: 'GraphQLError',
    message: 'The connection is lost',
    path: 'meetings.0',
    cause: { type: 'Error', message: 'The connection is lost', frames },
  })
})

test('what PostgreSQL says of a value is told without the value', async () => {
  const fault = await thrownBy(() => service.database.query('SELECT $1::text::uuid', ['of the client']))
  expect(toldFault(fault)).toMatchObject({ message: 'invalid input syntax for type uuid: …', code: '22P02' })
  expect(JSON.stringify(toldFault(fault))).not.toContain('of the client')
})

test('a row that a constraint refuses is not told', () => {
  const fault = Object.assign(new pg.DatabaseError('duplicate key: "of the client"', 1, 'error'), {
    code: '23505',
    detail: 'Key (slug)=(of the client) already exists.',
  })
  expect(JSON.stringify(toldFault(fault))).not.toContain('of the client')
})

test('the arguments of a call of Prisma are not told', async () => {
  const data = { slug: 'of the client', name: 1, nameKey: 'of the client', names: 'of the client' }
  const { topic } = service.database.prisma
  const fault = await thrownBy(() => Reflect.apply(topic.create, topic, [{ data }]))
  expect(toldFault(fault)).toMatchObject({ message: 'Prisma refused the arguments of its call' })
  expect(JSON.stringify(toldFault(fault))).not.toContain('of the client')
})

test('what Prisma says of a row is told without its values', async () => {
  const { topic } = service.database.prisma
  const fault = await thrownBy(() => topic.findUniqueOrThrow({ where: { slug: 'of the client' } }))
  expect(toldFault(fault)).toMatchObject({ code: 'P2025' })
  expect(JSON.stringify(toldFault(fault))).not.toContain('of the client')
})

test('what is thrown and no error is not told', () => {
  expect(toldFault('of the client')).toEqual({
    type: 'string',
    message: 'Something was thrown that is no error',
  })
})
