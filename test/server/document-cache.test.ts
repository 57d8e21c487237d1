import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { documentCache } from '../../src/server/document-cache.ts'

const document = parse('{ __typename }')
const error = new Error('Syntax Error')
/** A text of so many characters, each time another. */
const text = (n: number, length: number) => `#${n}`.padEnd(length)

describe.each([
  ['documents', () => documentCache().documentCache, document],
  ['errors of documents', () => documentCache().errorCache, error],
])('%s', (_what, open, value) => {
  /** How many are kept of so many. */
  function kept(count: number, length: number): number {
    const cache = open()
    for (let n = 0; n < count; n++) Reflect.apply(cache.set, cache, [text(n, length), value])
    return cache.size
  }

  test('are kept, a thousand of them', () => {
    expect(kept(2_000, 1_000)).toBe(1_024)
  })

  test('that are long are kept as long as they have eight million characters together', () => {
    expect(kept(200, 79_999)).toBe(100)
  })

  test('that are longer than anybody means are not kept', () => {
    expect(kept(1, 99_999)).toBe(1)
    expect(kept(1, 100_000)).toBe(0)
  })
})
