/** What comes most often; of several the longest, and of those the first in alphabetical order. */
export function mostOften(values: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [most] = [...counts].sort(
    ([one, times], [other, otherTimes]) =>
      otherTimes - times || other.length - one.length || (one < other ? -1 : 1),
  )
  return most?.[0] ?? null
}
