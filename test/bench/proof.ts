import { isDeepStrictEqual } from 'node:util'

/** How many inputs of each question the contenders have to answer alike. */
export const PROVED = 20

/**
 * An answer in the one form that all contenders' answers are brought to: an object with one field stands for what is
 * in it, as `{ edtf }` does for a date and `{ nodes }` for a list; lists of which the contenders choose the order
 * themselves are put in one.
 */
export function normal(answer: unknown, unordered: readonly string[] = []): unknown {
  if (Array.isArray(answer)) return answer.map((item) => normal(item, unordered))
  if (typeof answer !== 'object' || answer === null) return answer
  const fields = Object.entries(answer).map(([name, value]): [string, unknown] => {
    const found = normal(value, unordered)
    return [name, Array.isArray(found) && unordered.includes(name) ? inOrder(found) : found]
  })
  const [only, ...others] = fields
  return only && others.length === 0 ? only[1] : Object.fromEntries(fields.toSorted(byName))
}

/** Whether two answers say the same; that to a question for one thing may be a list of it. */
export function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(asList(one), asList(other))
}

function asList(answer: unknown): unknown[] {
  return Array.isArray(answer) ? answer : [answer]
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1
}

function inOrder(list: readonly unknown[]): unknown[] {
  return list.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
}
