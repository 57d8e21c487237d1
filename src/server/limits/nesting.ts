/**
 * Whether a value of JSON is nested deeper than so many levels, an object or a list being one. It looks no deeper than
 * that, and without calling itself: the value may be nested as deep as a request is long.
 */
export function isDeeper(value: unknown, levels: number): boolean {
  const open = [{ value, level: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.level === levels) return true
    for (const below of Object.values(next.value)) open.push({ value: below, level: next.level + 1 })
  }
  return false
}
