import { GraphQLError } from 'graphql'
import { expect, onTestFinished, test, vi } from 'vitest'
import { faultLog } from '../../src/server/fault-log.ts'
import { createLog } from '../../src/server/log.ts'

function openLog() {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const lines: unknown[] = []
  const log = faultLog(createLog('info', { write: (line) => void lines.push(JSON.parse(line)) }))
  return { lines, log }
}
const time = expect.any(String)
const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })
const ofField = new GraphQLError('refused', { path: ['topics'], originalError: refused })

test('that the database is away is said once, without where, and every ten seconds with how often', () => {
  const { lines, log } = openLog()
  const away = {
    level: 'error',
    time,
    message: 'connect ECONNREFUSED 127.0.0.1:5432',
    code: 'ECONNREFUSED',
    msg: 'The database cannot be reached',
  }
  for (let times = 0; times < 100; times += 1) log(ofField)
  expect(lines).toEqual([{ ...away, times: 1 }])
  vi.advanceTimersByTime(10_000)
  log(ofField)
  expect(lines).toEqual([
    { ...away, times: 1 },
    { ...away, times: 100 },
  ])
})

test('another trouble with it is said at once', () => {
  const { lines, log } = openLog()
  log(ofField)
  log(Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' }))
  expect(lines).toMatchObject([
    { code: 'ECONNREFUSED' },
    { code: '57014', msg: 'The database takes too long' },
  ])
})

test('faults are all logged, with where they happened', () => {
  const { lines, log } = openLog()
  const frames = expect.arrayContaining([expect.stringContaining('fault-log.test.ts')])
  for (const message of ['one', 'other']) log(new Error(message))
  expect(lines).toEqual(
    ['one', 'other'].map((message) => ({
      level: 'error',
      time,
      fault: { type: 'Error', message, frames },
      msg: 'Fault',
    })),
  )
})
