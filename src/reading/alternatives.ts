import type { Condition } from './condition.ts'

/**
 * A condition in parts of which every row that meets it meets exactly one. "Either a column says so or a related row
 * does" is parted in two: the rows of each are found by an index, while for both at once every row of the list
 * would be tried, in its order, until a page is full.
 */
export function alternatives(condition: Condition): Condition[] {
  if ('all' in condition) {
    for (const [place, part] of condition.all.entries()) {
      const parts = alternatives(part)
      if (parts.length > 1) return parts.map((one) => ({ all: condition.all.with(place, one) }))
    }
  }
  if ('any' in condition) {
    const own: Condition = { any: condition.any.filter(isOfRowItself) }
    const related: Condition = { any: condition.any.filter((part) => !isOfRowItself(part)) }
    if (own.any.length > 0 && related.any.length > 0) return [own, { all: [related, { not: own }] }]
  }
  return [condition]
}

/** Whether a condition looks at no related rows. */
function isOfRowItself(condition: Condition): boolean {
  if ('all' in condition) return condition.all.every(isOfRowItself)
  if ('any' in condition) return condition.any.every(isOfRowItself)
  if ('not' in condition) return isOfRowItself(condition.not)
  return !('some' in condition)
}
