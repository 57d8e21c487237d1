import type { SluggedType } from '../../src/domain/global-id.ts'
import { slugFrom } from '../../src/domain/slug.ts'

/**
 * When the entries of a type were recorded: from a day of January 2026 on, one after the other, so many
 * milliseconds apart. A fixed time, for the data set is the same every day.
 */
const CLOCKS: Readonly<Record<SluggedType, { code: number; day: number; step: number }>> = {
  Topic: { code: 1, day: 1, step: 1_000 },
  Participant: { code: 2, day: 2, step: 1_000 },
  Source: { code: 3, day: 3, step: 1_000 },
  Issue: { code: 4, day: 4, step: 1_000 },
  Meeting: { code: 5, day: 5, step: 1_000 },
  Agreement: { code: 6, day: 6, step: 1_000 },
  Statement: { code: 7, day: 7, step: 1_000 },
}

/** When an entry was recorded, in milliseconds since 1970. */
export function recordedAt(type: SluggedType, number: number): number {
  const { day, step } = CLOCKS[type]
  return Date.UTC(2026, 0, day) + number * step
}

/** The UUID v7 of an entry: the time at which it was recorded, then what tells it from all others. */
export function entryId(type: SluggedType, number: number): string {
  return uuid(type, number, 0)
}

/** The UUID v7 of what belongs to an entry; `place` counts from 1 within the entry. */
export function partId(type: SluggedType, number: number, place: number): string {
  return uuid(type, number, place)
}

function uuid(type: SluggedType, number: number, place: number): string {
  const time = recordedAt(type, number).toString(16).padStart(12, '0')
  const [code, part] = [CLOCKS[type].code.toString(16), place.toString(16).padStart(3, '0')]
  const rest = number.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${part}-8${code}00-${rest}`
}

/** A slug has the number of its entry at its end, so that it is unique and leads to the ID. */
export function numberedSlug(text: string, number: number): string {
  const words = text.split(' ', 6).join(' ')
  return `${slugFrom(words).slice(0, 100).replace(/-$/, '')}-${number}`
}

/** The ID of the entry that has a slug of this data set. */
export function idOfSlug(type: SluggedType, slug: string): string {
  return entryId(type, Number(slug.slice(slug.lastIndexOf('-') + 1)))
}
