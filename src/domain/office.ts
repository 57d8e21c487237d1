import { overlaps, type Span } from './fuzzy-date.ts'

/**
 * Whether an office may have been held at a time: its period and the time share a day, or one of the two is
 * not known.
 */
export function mayBeHeld(period: Span | null, time: Span | null): boolean {
  return period === null || time === null || overlaps(period, time)
}
