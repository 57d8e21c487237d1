import type { Problem } from './input/problem.ts'

/** A problem of one of several entries. */
export interface EntryProblem extends Problem {
  /** Which of the entries it is, counted from 0. */
  entry: number
}

/** How many problems the message tells. */
const MOST_LINES = 100

/** Entries were not written, none of them: `problems` are all that is wrong with them, in the order in which they came. */
export class InvalidEntriesError extends Error {
  override readonly name = 'InvalidEntriesError'
  readonly problems: readonly EntryProblem[]

  constructor(problems: readonly EntryProblem[]) {
    const lines = problems.slice(0, MOST_LINES).map(({ entry, message }) => `entry ${entry}: ${message}`)
    const more = problems.length - lines.length
    super([...lines, ...(more > 0 ? [`and ${more} more problems`] : [])].join('\n'))
    this.problems = problems
  }
}
