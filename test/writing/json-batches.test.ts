import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonBatches } from '../../src/writing/json-batches.ts'

it('members come in their order, so many at a time at most', () => {
  const lists = fc.tuple(fc.array(fc.record({ value: fc.string() })), fc.integer({ min: 1, max: 5 }))
  fc.assert(
    fc.property(lists, ([members, most]) => {
      const batches = [...jsonBatches(members, most)].map((json): unknown[] => JSON.parse(json))
      expect(batches.flat()).toEqual(members)
      expect(batches.every(({ length }) => length >= 1 && length <= most)).toBe(true)
    }),
  )
})

it('a batch is not longer than a text can be, save for a member that is long itself', () => {
  const member = (characters: number) => ({ value: 'x'.repeat(characters) })
  const members = [member(9_000_000), member(9_000_000), member(20_000_000), member(1), member(1)]
  const sizes = [...jsonBatches(members, 10)].map((json) => JSON.parse(json).length)
  expect(sizes).toEqual([1, 1, 1, 2])
})
