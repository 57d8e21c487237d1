import pg from 'pg'
import { z } from 'zod'
import { type Contender, type Name, start } from './contenders.ts'
import { isSame, normal, PROVED } from './proof.ts'
import type { Means, Operation, Question } from './questions/question.ts'

/** The contenders on one database. */
export interface Field {
  databaseUrl: string
  client: pg.Client
  contenders: readonly Contender[]
  /** The bodies with which a contender is asked a question; none where it has no answer, or the data have not. */
  bodies(name: Name, question: Question): Promise<string[]>
  /** @throws {Error} where the contenders do not give the same data */
  prove(question: Question): Promise<void>
  /** How many SQL statements a request makes of each contender, by the count of all so far. */
  statements(question: Question, count: () => number): Promise<Map<Name, number>>
  close(): Promise<void>
}

const response = z.object({ data: z.unknown(), errors: z.undefined().optional() })

export async function openField(databaseUrl: string, names: readonly Name[]): Promise<Field> {
  await using opening = new AsyncDisposableStack()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  opening.defer(() => client.end())
  const contenders: Contender[] = []
  for (const name of names) {
    const contender = await start(name, databaseUrl)
    opening.defer(contender.stop)
    contenders.push(contender)
  }

  const ask: Means['ask'] = async (name, query, variables) => {
    const contender = contenders.find((one) => one.name === name)
    if (!contender) throw new Error(`${name} was not started`)
    return response.parse(await post(contender.url, JSON.stringify({ query, variables }))).data
  }
  const found = new Map<Question, Promise<unknown[]>>()
  function inputsOf(question: Question): Promise<unknown[]> {
    const inputs = found.get(question) ?? question.inputs({ client, ask })
    found.set(question, inputs)
    return inputs
  }
  async function bodies(name: Name, question: Question): Promise<string[]> {
    const inputs = await inputsOf(question)
    if (name === 'limit') return inputs.map((input) => JSON.stringify(question.limit.parameters(input)))
    const operation: Operation<unknown> | undefined = question[name === 'cached' ? 'summitry' : name]
    return operation
      ? inputs.map((input) =>
          JSON.stringify({ query: operation.query, variables: operation.variables(input) }),
        )
      : []
  }
  async function answers({ name, url }: Contender, question: Question): Promise<unknown[]> {
    const found: unknown[] = []
    for (const body of (await bodies(name, question)).slice(0, PROVED)) {
      const answer = await post(addressOf({ name, url }, question), body)
      found.push(normal(name === 'limit' ? answer : response.parse(answer).data, question.unordered))
    }
    return found
  }

  const closing = opening.move()
  return {
    databaseUrl,
    client,
    contenders,
    bodies,
    async prove(question) {
      const [first, ...others] = contenders
      if (!first) return
      const expected = await answers(first, question)
      for (const other of others) {
        for (const [place, answer] of (await answers(other, question)).entries()) {
          if (isSame(answer, expected[place])) continue
          const texts = [expected[place], answer].map((one) => JSON.stringify(one, null, 1)).join('\n')
          throw new Error(
            `${question.name}, input ${place}: ${first.name} and ${other.name} differ\n${texts}`,
          )
        }
      }
    },
    async statements(question, count) {
      const made = new Map<Name, number>()
      for (const contender of contenders) {
        // What it asks the server to get to know a question counts for none.
        await answers(contender, question)
        await answers(contender, question)
        const before = count()
        const { length } = await answers(contender, question)
        if (length > 0) made.set(contender.name, (count() - before) / length)
      }
      return made
    },
    close: () => closing.disposeAsync(),
  }
}

/** Where a contender takes a question: the limit has an address for each. */
export function addressOf({ name, url }: Pick<Contender, 'name' | 'url'>, question: Question): string {
  return name === 'limit' ? `${url}/${question.name}` : url
}

async function post(url: string, body: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
