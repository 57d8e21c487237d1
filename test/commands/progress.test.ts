import { Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { progressOn } from '../../src/commands/progress.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A stream that stands for a terminal or for none, and what has been written to it since that was last asked. */
function screen({ isTTY }: { isTTY: boolean }) {
  let text = ''
  const writable = new Writable({
    write(chunk, _, done) {
      text += String(chunk)
      done()
    },
  })
  function written() {
    const shown = stripVTControlCharacters(text)
    text = ''
    return shown
  }
  return { stream: Object.assign(writable, { isTTY, columns: 120 }), written }
}

it('where there is no terminal, a line says every five seconds how far it is', () => {
  const { stream, written } = screen({ isTTY: false })
  const progress = progressOn(stream, 'entries')
  for (let second = 0; second <= 12; second += 1) {
    progress.at({ step: 'Writing', done: second * 1_000, share: second / 100 })
    vi.advanceTimersByTime(1_000)
  }
  progress.at({ step: 'Reading', done: 9, share: null })
  vi.advanceTimersByTime(4_000)
  progress.say('Something is odd.')
  progress.at({ step: 'Reading', done: 10, share: null })
  progress.end()
  expect(written()).toBe(
    [
      'Writing: 5 %, 5,000 entries, 1,000/s, 1 min 35 s left\n',
      'Writing: 10 %, 10,000 entries, 1,000/s, 1 min 30 s left\n',
      'Something is odd.\n',
      'Reading: 10 entries, 3/s\n',
    ].join(''),
  )
})

it('on a terminal a bar says how far it is, with rate and time left, and is gone at the end', () => {
  const { stream, written } = screen({ isTTY: true })
  const progress = progressOn(stream, 'entries')
  progress.at({ step: 'Writing', done: 0, share: 0 })
  vi.advanceTimersByTime(10_000)
  progress.at({ step: 'Writing', done: 5_000, share: 0.25 })
  vi.advanceTimersByTime(1_000)
  expect(written()).toContain(
    `${'█'.repeat(6)}${'░'.repeat(18)} Writing: 25 %, 5,000 entries, 500/s, 30 s left`,
  )
  progress.say('Something is odd.')
  vi.advanceTimersByTime(1_000)
  expect(written()).toContain('Something is odd.\n')
  progress.end()
  vi.advanceTimersByTime(1_000)
  expect(written()).toBe('')
})

it('on a terminal what is said last stays, when the bar is gone', () => {
  const { stream, written } = screen({ isTTY: true })
  const progress = progressOn(stream, 'entries')
  progress.say('Said before there is a bar.')
  progress.at({ step: 'Reading', done: 1, share: null })
  vi.advanceTimersByTime(1_000)
  progress.say('Said just before the end.')
  progress.end()
  progress.end()
  expect(written()).toMatch(
    /^Said before there is a bar\.\n.*Reading: 1 entries.*Said just before the end\.\n/s,
  )
})
