/** Texts that have broken something somewhere. */
export const TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'a\udfffb',
  '%',
  '_',
  '%_%',
  '\\',
  '\'; DROP TABLE "Meeting"; --',
  '" OR 1=1 --',
  '$1',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  '1.5',
  String(2 ** 60),
  '-1',
  'NaN',
  '0000-01-01',
  '10000-01-01',
  '-271821-04-20',
  'infinity',
  '9999-12-31T23:59:60Z',
  '\u202e\u200b\ufeff',
  '😀'.repeat(60),
  'é'.normalize('NFD').repeat(90),
  '((((((((((((((((((((',
  '"""""""""',
  '-a -b -c or or or "',
  'x'.repeat(200),
  'x y '.repeat(50),
  'x'.repeat(10_000),
  'x'.repeat(20_000),
]

/** What is no number of a page, or one that is beyond it. */
export const NUMBERS: readonly unknown[] = [
  -1,
  0,
  101,
  2_147_483_647,
  2_147_483_648,
  -2_147_483_648,
  -2_147_483_649,
  2 ** 60,
  1.5,
  1e308,
  '1',
  true,
  [1],
  {},
]

/** What is of no type that an input takes. */
export const SHAPES: readonly unknown[] = [
  null,
  true,
  7,
  'x',
  [],
  [null],
  [[[]]],
  {},
  { unknown: 1 },
  JSON.parse('{"__proto__": {"and": 1}, "constructor": {"prototype": 1}}'),
  { and: [{ or: [{ not: null }] }] },
  { and: Array.from({ length: 500 }, () => ({})) },
  { toString: 'x', hasOwnProperty: 1 },
]

/** Lists and objects in each other. */
export function nested(levels: number): string {
  return `${'{"a":['.repeat(levels)}${']}'.repeat(levels)}`
}
