import type { NewEntry } from '../writing/check/draft.ts'
import type { Problem } from '../writing/input/problem.ts'

/** Where something was read; lines count from 1. */
export interface Line {
  file: string
  line: number
}

/** A line that holds an entry, its input not checked yet. */
export interface EntryLine extends Line, NewEntry {}

/** An entry whose slug is known. */
export interface SluggedLine extends EntryLine {
  input: { slug: string } & Readonly<Record<string, unknown>>
}

/** Something wrong with a line: what it holds cannot be written. */
export interface LineProblem extends Line, Problem {}

/** Something odd about a line, of which the rest can be written all the same. */
export interface LineNotice extends Line {
  notice: string
}

/** What is wrong with a line, on a line: `statements.ndjson:3: date: 2017-02-30 is not a date: …`. */
export function describeProblem({ file, line, message }: LineProblem): string {
  return `${file}:${line}: ${message}`
}

/** What is odd about a line, on a line. */
export function describeNotice({ file, line, notice }: LineNotice): string {
  return `${file}:${line}: ${notice}`
}
