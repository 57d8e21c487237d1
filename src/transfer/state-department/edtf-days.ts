import type { Day } from '../../domain/day.ts'

/** Days from the first to the last, as EDTF. */
export function edtfOf({ start, end }: { start: Day; end: Day }): string {
  return start === end ? start : `${start}/${end}`
}
