import { describe, expect, it } from 'vitest'
import { createEntries } from '../harness/create-entries.ts'
import { meeting, onEmptyRecord, participant, problemsOf, source, statement, topic } from './record.ts'

const record = onEmptyRecord()
const proof = [participant('speaker'), source('report')]

/** `s1` is the outermost; each later one is reported in the one before. */
function chain(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const number = from + index
    return statement(`s${number}`, number === 1 ? {} : { reportedIn: `s${number - 1}` })
  })
}

describe('a chain of reported speech', () => {
  it('has five statements at most', async () => {
    const { written, problems } = await record.try(async (tx) => ({
      problems: await problemsOf(tx, [...proof, ...chain(1, 7).reverse()]),
      written: await createEntries(tx, [...proof, ...chain(1, 5).reverse()]),
    }))
    expect(written.length).toBe(7)
    expect(problems).toEqual(
      [7, 6].map((depth, index) => ({
        entry: 2 + index,
        path: ['reportedIn'],
        code: 'TOO_DEEP',
        message: `reportedIn: this is statement ${depth} of a chain of reported speech: a chain has at most 5`,
      })),
    )
  })

  it('has five statements at most with those on record', async () => {
    const problems = await record.try(async (tx) => {
      await createEntries(tx, [...proof, ...chain(1, 4)])
      return problemsOf(tx, chain(5, 6))
    })
    expect(problems.map(({ entry, code }) => ({ entry, code }))).toEqual([{ entry: 1, code: 'TOO_DEEP' }])
  })
})

describe('a circle', () => {
  it('is told in a few words, however long it is', async () => {
    const length = 10_000
    const circle = Array.from({ length }, (_, number) =>
      topic(`t${number}`, { broader: `t${(number + 1) % length}` }),
    )
    const problems = await record.try((tx) => problemsOf(tx, circle))
    expect(problems).toHaveLength(length)
    expect(problems[9_998]?.message).toBe(
      'broader: t9998 → t9999 → t0 → t1 → t2 → t3 → t4 → t5 → t6 → t7 → … → t9998 goes round in a circle',
    )
  })

  it('is a problem of each statement in it, and of none that leads to it', async () => {
    const problems = await record.try((tx) =>
      problemsOf(tx, [
        ...proof,
        statement('a', { reportedIn: 'b' }),
        statement('b', { reportedIn: 'c' }),
        statement('c', { reportedIn: 'a' }),
        statement('d', { reportedIn: 'a' }),
      ]),
    )
    expect(problems).toEqual(
      ['a → b → c → a', 'b → c → a → b', 'c → a → b → c'].map((way, index) => ({
        entry: 2 + index,
        path: ['reportedIn'],
        code: 'CYCLE',
        message: `reportedIn: ${way} goes round in a circle`,
      })),
    )
  })

  it('can be a meeting that is its own parent', async () => {
    const problems = await record.try((tx) => problemsOf(tx, [meeting('summit', { parent: 'summit' })]))
    expect(problems).toEqual([
      {
        entry: 0,
        path: ['parent'],
        code: 'CYCLE',
        message: 'parent: summit → summit goes round in a circle',
      },
    ])
  })

  it('can be two topics, each broader than the other', async () => {
    const problems = await record.try((tx) =>
      problemsOf(tx, [topic('war', { broader: 'peace' }), topic('peace', { broader: 'war' })]),
    )
    expect(problems.map(({ entry, path, code }) => ({ entry, path, code }))).toEqual([
      { entry: 0, path: ['broader'], code: 'CYCLE' },
      { entry: 1, path: ['broader'], code: 'CYCLE' },
    ])
  })
})
