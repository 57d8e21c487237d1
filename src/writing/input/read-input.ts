import { z } from 'zod'
import type { SluggedType } from '../../domain/global-id.ts'
import { nearest } from '../../domain/nearest.ts'
import { type Inputs, inputs } from './inputs.ts'
import { isProblemCode, type Problem, type ProblemCode, problemAt, quoted } from './problem.ts'
import { requiredPart } from './walk.ts'

/** Our word for what the rules expect, by zod's. */
const KINDS = new Map([
  ['string', 'a text'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'an object'],
])

/**
 * Reads an input by the rules that can be told from it alone.
 *
 * @returns what it says, or else every rule that it breaks
 */
export function readInput<Type extends SluggedType>(
  type: Type,
  input: unknown,
): { input: Inputs[Type]; problems: [] } | { input: null; problems: Problem[] } {
  const schema = inputs[type]
  const read = schema.safeParse(input, { reportInput: true })
  if (read.success) return { input: read.data, problems: [] }
  return { input: null, problems: read.error.issues.flatMap((issue) => problemsOf(issue, schema)) }
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(schema, issue.path)
    return issue.keys.map((key) => {
      const meant = nearest(key, known)
      const reason = meant
        ? `there is no such field: is it ${meant}?`
        : `there is no such field; there are ${known.join(', ')}`
      return problemAt([...issue.path, key], 'UNKNOWN_FIELD', reason)
    })
  }
  const { code, reason } = findingOf(issue)
  return [problemAt(issue.path, code, reason)]
}

function findingOf(issue: z.core.$ZodIssue): { code: ProblemCode; reason: string } {
  if (issue.code === 'custom') return { code: codeOf(issue.params), reason: issue.message }
  if (issue.code === 'too_big') return { code: 'TOO_MANY', reason: `has more than ${issue.maximum} members` }
  const expected = expectedBy(issue)
  if (issue.input === undefined || issue.input === null) {
    return { code: 'REQUIRED', reason: `is missing: give ${expected}` }
  }
  return { code: 'INVALID', reason: `${quoted(issue.input)} is not ${expected}` }
}

function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`
  return issue.code === 'invalid_type' ? (KINDS.get(issue.expected) ?? issue.expected) : 'right'
}

/** The code that `refuse` put there. */
function codeOf(params: Record<string, unknown> | undefined): ProblemCode {
  const code = params?.['code']
  return isProblemCode(code) ? code : 'INVALID'
}

/** The fields of the object that a path leads to. */
function fieldsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const part = requiredPart(schema)
  const [key, ...rest] = path
  if (part instanceof z.ZodArray) return fieldsAt(part.element, rest)
  if (!(part instanceof z.ZodObject)) return []
  const shape: Record<PropertyKey, z.core.$ZodType> = part.shape
  const field = key === undefined ? undefined : shape[key]
  return field ? fieldsAt(field, rest) : Object.keys(shape)
}
