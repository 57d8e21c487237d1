import type { Contender } from './contenders.ts'
import { memory, processorTime, sessionTime, sessionTimes } from './cost.ts'
import { addressOf, type Field } from './field.ts'
import { median, percentile } from './figures.ts'
import { load } from './load.ts'
import type { Question } from './questions/question.ts'

/** One who is measured: a contender, on a field. */
export interface Entrant {
  label: string
  field: Field
  contender: Contender
  /** What goes on while it is measured; what ends it. */
  meanwhile?: (() => Promise<AsyncDisposable>) | undefined
  /** Asked nothing but questions for which it was made, where it is not for all. */
  isFor?: ((question: Question) => boolean) | undefined
}

export interface MeasureOptions {
  rounds: number
  /** How long each entrant is asked in each round, in milliseconds. */
  duration: number
  connections: number
}

/** The medians of the rounds. Times in milliseconds, memory in megabytes. */
export interface Figures {
  requestsPerSecond: number
  p50: number
  p99: number
  /** Processor time of a request. */
  node: number
  postgres: number
  memory: number
}

/** How long each is asked before it is measured, the first time and later, in milliseconds. */
const WARMING = { first: 3_000, later: 500 }

/** Measures entrants by turns, so that what else the machine does meets all of them. */
export async function measure(
  question: Question,
  entrants: readonly Entrant[],
  options: MeasureOptions,
): Promise<Map<string, Figures>> {
  const { rounds, duration, connections } = options
  const bodies = new Map<string, string[]>()
  for (const { label, field, contender } of entrants)
    bodies.set(label, await field.bodies(contender.name, question))
  const asked = entrants.filter(
    ({ label, isFor }) => bodies.get(label)?.length && (isFor?.(question) ?? true),
  )
  const found = new Map<string, Figures[]>(asked.map(({ label }) => [label, []]))

  for (let round = 0; round < rounds; round += 1) {
    // Another one goes first in each round.
    const turn = round % Math.max(asked.length, 1)
    for (const { label, field, contender, meanwhile } of [...asked.slice(turn), ...asked.slice(0, turn)]) {
      await using _other = await meanwhile?.()
      const asking = { url: addressOf(contender, question), bodies: bodies.get(label) ?? [], connections }
      await load({ ...asking, duration: round === 0 ? WARMING.first : WARMING.later })
      const before = { node: processorTime(contender.pid), postgres: await sessionTimes(field.client) }
      const { requests, elapsed, latencies } = await load({ ...asking, duration })
      const node = processorTime(contender.pid) - before.node
      const postgres = sessionTime(before.postgres, await sessionTimes(field.client))
      found.get(label)?.push({
        requestsPerSecond: (requests / elapsed) * 1_000,
        p50: percentile(latencies, 50),
        p99: percentile(latencies, 99),
        node: node / requests,
        postgres: postgres / requests,
        memory: memory(contender.pid),
      })
    }
  }

  const figures = new Map<string, Figures>()
  for (const [label, all] of found) {
    const of = (name: keyof Figures) => median(all.map((one) => one[name]))
    figures.set(label, {
      requestsPerSecond: of('requestsPerSecond'),
      p50: of('p50'),
      p99: of('p99'),
      node: of('node'),
      postgres: of('postgres'),
      memory: of('memory'),
    })
  }
  return figures
}
