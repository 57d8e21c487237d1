// What an operation selects is found out once for all its requests: what differs between them must make a difference.

import { beforeAll, expect, test, vi } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'
import { withoutCost } from '../harness/without-cost.ts'
import { listAt } from './answer.ts'
import { crowd } from './crowd.ts'

const service = onEmptyRecord()
beforeAll(() => crowd(service))

const NESTED = /* GraphQL */ `
  query Nested($first: Int, $filter: StatementFilter, $isShown: Boolean = true, $isHidden: Boolean = false) {
    meeting(id: "meeting-20") {
      statements(first: $first, filter: $filter) {
        totalCount
        nodes { slug ...Speaker @include(if: $isShown) act @skip(if: $isHidden) }
      }
    }
  }
  fragment Speaker on Statement { speaker { slug } }
`

async function nodes(variables: object): Promise<unknown[]> {
  return listAt(await service.ask(NESTED, variables), 'data', 'meeting', 'statements', 'nodes')
}

test('variables below a field count, in whichever order they come', async () => {
  for (const first of [1, 3, 2, 4, 0, 1]) expect(await nodes({ first })).toHaveLength(first)
  const denials = { filter: { stance: ['DENIES'] } }
  expect(await nodes(denials)).toHaveLength(2)
  expect(await nodes({})).toHaveLength(4)
  expect(await nodes({ ...denials, first: 1 })).toHaveLength(1)
})

test('so do more of them than are kept', async () => {
  for (let first = 0; first < 50; first += 1) expect(await nodes({ first })).toHaveLength(Math.min(first, 4))
})

test('so do those that include and skip', async () => {
  const [shown] = await nodes({ first: 1 })
  expect(shown).toEqual({ slug: 'against-20', speaker: { slug: 'denying' }, act: 'ASSERT' })
  expect(await nodes({ first: 1, isShown: false })).toEqual([{ slug: 'against-20', act: 'ASSERT' }])
  expect(await nodes({ first: 1, isHidden: true })).toEqual([
    { slug: 'against-20', speaker: { slug: 'denying' } },
  ])
})

test('a page that cannot be asked for is refused each time', async () => {
  for (let time = 0; time < 3; time += 1) {
    expect(await service.ask(NESTED, { first: 101 })).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    })
    expect(await nodes({ first: 1 })).toHaveLength(1)
  }
})

const SAME_FIELD = /* GraphQL */ `
  query One { meeting(id: "meeting-20") { ...Statements } }
  query Other { meeting(id: "meeting-20") { ...Statements title } }
  fragment Statements on Meeting { statements(first: 1) { nodes { slug } } }
`

test('operations of one document are apart', async () => {
  for (const [operationName, expected] of [
    ['One', { statements: { nodes: [{ slug: 'against-20' }] } }],
    ['Other', { statements: { nodes: [{ slug: 'against-20' }] }, title: 'meeting-20' }],
  ]) {
    const response = await service.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SAME_FIELD, operationName }),
    })
    expect(withoutCost(await response.json())).toEqual({ data: { meeting: expected } })
  }
})

test('rows that two aliases of one field want differently are read anew in each request', async () => {
  const query = /* GraphQL */ `
    query Aliases($first: Int) {
      meetings(first: $first) {
        nodes { one: statements(first: 1) { nodes { slug } } two: statements(first: 2) { nodes { slug } } }
      }
    }
  `
  for (const first of [1, 2, 1]) {
    const statements = await service.statementsOf(async () => {
      const answer = await service.ask(query, { first })
      expect(listAt(answer, 'data', 'meetings', 'nodes')).toHaveLength(first)
      expect(listAt(answer, 'data', 'meetings', 'nodes', 0, 'one', 'nodes')).toHaveLength(1)
      expect(listAt(answer, 'data', 'meetings', 'nodes', 0, 'two', 'nodes')).toHaveLength(2)
    })
    expect(statements).toHaveLength(2)
  }
})

test('what counts today counts no more tomorrow', async () => {
  const query = /* GraphQL */ `
    query Today { meeting(id: "meeting-20") { agreements(filter: { status: { any: [IN_FORCE] } }) { nodes { slug } } } }
  `
  const found = async () => listAt(await service.ask(query), 'data', 'meeting', 'agreements', 'nodes')
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    vi.setSystemTime('1900-01-01T12:00:00Z')
    expect(await found()).toEqual([])
    vi.setSystemTime('2024-01-01T12:00:00Z')
    expect(await found()).toEqual([{ slug: expect.any(String) }])
  } finally {
    vi.useRealTimers()
  }
})
