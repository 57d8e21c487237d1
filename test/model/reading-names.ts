// Names with case, accents and ties, each with the key by which it is ordered and matched, written down by hand.
const KEYS: ReadonlyMap<string, string> = new Map([
  ['Zürich', 'zurich'],
  ['zurich', 'zurich'],
  ['ZÜRICH talks', 'zurich talks'],
  ['Łódź', 'lodz'],
  ['Lodz', 'lodz'],
  ['élan', 'elan'],
  ['Éland', 'eland'],
  ['Apple  pie', 'apple pie'],
  ['apple', 'apple'],
  ['O’Neill', "o'neill"],
  ["o'neill", "o'neill"],
  ['10', '10'],
  ['9', '9'],
  ['東京', '東京'],
  ['😀 summit', '😀 summit'],
  // Comes before the one above in UTF-8, and after it in UTF-16.
  ['\ue000 mark', '\ue000 mark'],
])

export const NAMES: readonly string[] = [...KEYS.keys()]

export function keyOf(name: string): string {
  const key = KEYS.get(name)
  if (key === undefined) throw new Error(`nobody wrote down the key of ${name}`)
  return key
}

/** As PostgreSQL compares under COLLATE "C": by bytes. */
export function compareTexts(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other))
}
