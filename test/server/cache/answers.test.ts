import { expect, test } from 'vitest'
import { type Answers, createAnswers } from '../../../src/server/cache/answers.ts'

const body = Buffer.from('{"data":{}}')

/** Answers that are heard for, from the beginning. */
function opened(bytes = 1_000_000): Answers {
  const answers = createAnswers(bytes)
  answers.begin()
  return answers
}

/** Makes an answer that rests on some tags; `meanwhile` happens before it is finished. */
function keep(answers: Answers, key: string, tags: string[], meanwhile?: () => void) {
  const making = answers.make()
  if (!making) return undefined
  for (const tag of tags) making.rest(tag)
  meanwhile?.()
  return answers.keep(making, { key, body, day: undefined })
}

test('an answer is found under its key until something is touched that it rests on', () => {
  const answers = opened()
  keep(answers, 'of a', ['a', 'both'])
  keep(answers, 'of b', ['b', 'both'])
  answers.touch(new Set(['a', 'nothing']))
  expect([answers.find('of a'), answers.find('of b')?.body]).toEqual([undefined, body])
  answers.touch(new Set(['both']))
  expect(answers.size).toBe(0)
})

test('an answer that was dropped says so, and holds nothing any more', () => {
  const answers = opened()
  const answer = keep(answers, 'key', ['a'])
  expect(answer?.isKept).toBe(true)
  answers.touch(new Set(['a']))
  expect(answer).toMatchObject({ isKept: false, body: Buffer.of() })
})

test('an answer is not kept that was begun before something was touched that it rests on', () => {
  const answers = opened()
  expect(keep(answers, 'key', ['a'], () => answers.touch(new Set(['a'])))).toBeUndefined()
  expect(keep(answers, 'key', ['a'], () => answers.touch(new Set(['b'])))?.isKept).toBe(true)
})

test('an answer is not kept that took longer than changes are remembered', () => {
  const answers = opened()
  const manyElsewhere = () => {
    for (let change = 0; change < 1_000; change += 1) answers.touch(new Set(['elsewhere']))
  }
  expect(keep(answers, 'key', ['a'], manyElsewhere)).toBeUndefined()
})

test('where anything may have been touched, nothing is kept of before, nor of what was being made', () => {
  const answers = opened()
  keep(answers, 'kept', [])
  expect(keep(answers, 'in the making', [], () => answers.touchAll())).toBeUndefined()
  expect(answers.size).toBe(0)
  expect(keep(answers, 'later', [])?.isKept).toBe(true)
})

test('while nothing is heard nothing is kept and nothing made, and what was begun before is not kept after', () => {
  const answers = opened()
  keep(answers, 'kept', [])
  const making = answers.make()
  answers.end()
  expect([answers.find('kept'), answers.make()]).toEqual([undefined, undefined])
  answers.begin()
  expect(making && answers.keep(making, { key: 'key', body, day: undefined })).toBeUndefined()
  expect(keep(answers, 'later', [])?.isKept).toBe(true)
})

test('before it is first heard of changes nothing is kept', () => {
  expect(createAnswers(1_000_000).make()).toBeUndefined()
})

test('what was not asked for longest goes first where there is no more room', () => {
  const answers = opened(2_000)
  for (const key of ['first', 'second', 'third']) keep(answers, key, [key])
  answers.find('first')
  keep(answers, 'fourth', [])
  const found = ['first', 'second', 'third', 'fourth'].filter((key) => answers.find(key))
  expect(found).toEqual(['first', 'third', 'fourth'])
})

test('an answer that is larger than all of the room is not kept, and the others stay', () => {
  const answers = opened(2_000)
  keep(answers, 'small', ['a'])
  const making = answers.make()
  expect(
    making && answers.keep(making, { key: 'large', body: Buffer.alloc(5_000), day: undefined }),
  ).toBeUndefined()
  expect(answers.find('small')?.isKept).toBe(true)
})

test('an answer that is made twice is kept once', () => {
  const answers = opened()
  const [one, other] = [keep(answers, 'key', ['a']), keep(answers, 'key', ['b'])]
  expect([one?.isKept, other?.isKept, answers.size]).toEqual([false, true, 1])
  answers.touch(new Set(['a']))
  expect(answers.size).toBe(1)
})

test('its figures say what was found, what was not, and what there is', () => {
  const answers = opened()
  keep(answers, 'kept', ['a'])
  for (const key of ['kept', 'kept', 'other']) answers.find(key)
  const { bytes, ...counts } = answers.figures()
  expect(counts).toEqual({ hits: 2, misses: 1, entries: 1 })
  expect(bytes).toBeGreaterThan(body.length)
})
