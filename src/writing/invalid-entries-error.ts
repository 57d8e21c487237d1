import type { Problem } from './input/problem.ts'

/** A problem of one of several entries. */
export interface EntryProblem extends Problem {
  /** Which of the entries it is, counted from 0. */
  entry: number
}

/** Entries were not written, none of them: `problems` are all that is wrong with them, in the order in which they came. */
export class InvalidEntriesError extends Error {
  override readonly name = 'InvalidEntriesError'
  readonly problems: readonly EntryProblem[]

  constructor(problems: readonly EntryProblem[]) {
    super(problems.map(({ entry, message }) => `entry ${entry}: ${message}`).join('\n'))
    this.problems = problems
  }
}
