import type { Problem } from '../input/problem.ts'

/** How many of the entries with which something is wrong are told in full. */
export const MOST_FAULTY = 100

/** An entry with which something is wrong. */
export interface FaultyEntry {
  /** Its place in the order in which the entries came, from 0. */
  place: number
  /** Where it came from, for people. */
  origin: string
  problems: readonly Problem[]
}

/** The first entries with which something is wrong, however many there are and in whichever order they come to light. */
export interface FirstFaulty {
  readonly count: number
  /** The first hundred, in the order in which they came. */
  readonly first: readonly FaultyEntry[]
  /** Adds entries, of which the first are told. */
  add(count: number, first: readonly FaultyEntry[]): void
}

export function firstFaulty(): FirstFaulty {
  const first: FaultyEntry[] = []
  let count = 0
  return {
    first,
    get count() {
      return count
    },
    add(more, entries) {
      count += more
      first.push(...entries)
      first.sort((one, other) => one.place - other.place)
      first.splice(MOST_FAULTY)
    },
  }
}
