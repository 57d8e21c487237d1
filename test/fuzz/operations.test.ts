// Whatever the schema lets one ask is answered, or refused with a code. FUZZ_OPERATIONS asks for more of them, FUZZ_SEED
// for others.
import { describe, expect, test } from 'vitest'
import { createRandom } from '../data/random.ts'
import { onFoundingRecord } from '../harness/service.ts'
import { type Operation, randomOperation } from './operations.ts'

const service = onFoundingRecord()
const count = Number(process.env['FUZZ_OPERATIONS'] ?? 300)
const seed = process.env['FUZZ_SEED'] ?? '1'

/** What is wrong with the answer to an operation; undefined where nothing is. */
async function problemWith({ query, variables }: Operation, { ask }: Pick<typeof service, 'ask'>) {
  const answer = Object(await ask(query, variables))
  const errors: { extensions?: { code?: string; limit?: string } }[] = answer.errors ?? []
  const wrong = errors.filter(({ extensions: { code, limit } = {} }) => {
    if (code === undefined || code === 'INTERNAL_SERVER_ERROR' || code === 'GRAPHQL_PARSE_FAILED') return true
    return code === 'GRAPHQL_VALIDATION_FAILED' && limit === undefined
  })
  return wrong.length > 0 ? { query, variables, wrong } : undefined
}

describe.each(['query', 'mutation'] as const)('a %s made at random', (kind) => {
  const random = createRandom(`${kind} ${seed}`)
  const operations = Array.from({ length: Math.ceil(count / 2) }, () => randomOperation(random, kind))

  test('is answered or refused with a code', { timeout: 60_000 + 500 * count }, async () => {
    const asker = service.as('ADMIN')
    const problems: object[] = []
    for (const operation of operations) {
      const problem = await problemWith(operation, asker)
      if (problem) problems.push(problem)
    }
    expect(problems.slice(0, 3)).toEqual([])
  })
})
