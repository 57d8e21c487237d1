import type { SluggedType } from '../../domain/global-id.ts'

/** The words for what can be wrong, for whoever reads them. */
export const PROBLEM_CODES = [
  /** What has to be there is not: left out, null or blank. */
  'REQUIRED',
  /** Not of the right form; the message says what would be. */
  'INVALID',
  /** A field that the input does not have. */
  'UNKNOWN_FIELD',
  'TOO_LONG',
  /** A list with more members than it may have. */
  'TOO_MANY',
  /** Nothing of that type has this slug or ID, on record or in what is written together. */
  'UNKNOWN_REFERENCE',
  /** The same thing twice, in one list or in what is written together. */
  'DUPLICATE',
  /** An entry within itself: a meeting in its parent's parent, a statement in its own chain. */
  'CYCLE',
  /** A chain of reported speech with too many statements. */
  'TOO_DEEP',
  /** A statement that nothing proves. */
  'UNPROVED',
  /** Another entry of the type has the slug. */
  'SLUG_TAKEN',
  /** Another entry has the identifier. */
  'EXTERNAL_ID_TAKEN',
] as const

/** What is wrong with an input, in a word that clients can rely on. */
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export function isProblemCode(code: unknown): code is ProblemCode {
  return PROBLEM_CODES.some((known) => known === code)
}

/** A rule that an input breaks. */
export interface Problem {
  /** The field: its name, and for what is within it the names and the places (from 0) on the way there. */
  path: string[]
  code: ProblemCode
  /** The path, and what would be right, in a sentence for whoever wrote the input. */
  message: string
  /** The entry that is in the way; only with SLUG_TAKEN and EXTERNAL_ID_TAKEN. */
  existing?: { type: SluggedType; id: string }
}

/** A problem whose message begins with the path; `reason` is the rest of it. */
export function problemAt(path: readonly PropertyKey[], code: ProblemCode, reason: string): Problem {
  const names = path.map(String)
  return { path: names, code, message: names.length === 0 ? reason : `${names.join('.')}: ${reason}` }
}

const LONGEST_QUOTATION = 100

/** What somebody wrote, short enough to stand in a message. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const readable = text.toWellFormed().replaceAll('\0', '\ufffd')
  return readable.length > LONGEST_QUOTATION ? `${readable.slice(0, LONGEST_QUOTATION)}…` : readable
}
