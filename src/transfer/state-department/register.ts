import type { Day } from '../../domain/day.ts'
import type { Line } from '../line.ts'

/** The first row that names something: of several on one day the first by its locator. */
export interface FirstRow extends Line {
  day: Day
  locator: string
}

/** Keeps for each key the first row that names it, in whatever order the rows come. */
export function register<Key>() {
  const first = new Map<Key, FirstRow>()
  return {
    add(key: Key, row: FirstRow) {
      const known = first.get(key)
      if (known === undefined || keyOf(row) < keyOf(known)) first.set(key, row)
    },
    entries: () => first.entries(),
    get: (key: Key) => first.get(key),
  }
}

function keyOf({ day, locator }: FirstRow): string {
  return `${day} ${locator}`
}
