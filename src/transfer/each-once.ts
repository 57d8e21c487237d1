import type { LineNotice, LineProblem, SluggedLine } from './line.ts'

type Read = SluggedLine | LineProblem | LineNotice

/** Gives on what it is given, but each entry only the first time: what several others rest on is told once. */
export function eachOnce() {
  const given = new Set<string>()
  return function* (lines: Iterable<Read>): Generator<Read> {
    for (const line of lines) {
      const key = 'input' in line ? `${line.type}:${line.input.slug}` : null
      if (key !== null && given.has(key)) continue
      if (key !== null) given.add(key)
      yield line
    }
  }
}
