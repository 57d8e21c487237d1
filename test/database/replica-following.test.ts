import { expect, onTestFinished, test, vi } from 'vitest'
import { followReplica } from '../../src/database/replica-following.ts'

/** A replica that has what the test says, of a database whose log is as long as the test says. */
function follow() {
  const state = { end: 1, replayed: 1, isHeard: true, isAway: false }
  const has = vi.fn(async (end: string) => {
    if (state.isAway) throw new Error('It is away')
    return state.replayed >= Number(end)
  })
  const following = followReplica({ end: async () => `${state.end}`, has, isHeard: () => state.isHeard })
  onTestFinished(() => following.close())
  const becomesCurrent = () =>
    expect.poll(() => following.isCurrent, { timeout: 5_000, interval: 5 }).toBe(true)
  return { state, following, has, becomesCurrent }
}

test('a replica is read as soon as it has all, and not from when more is heard of until it has that', async () => {
  const { state, following, becomesCurrent } = follow()
  expect(following.isCurrent).toBe(false)
  await becomesCurrent()
  for (let end = 2; end <= 20; end += 1) {
    state.end = end
    following.behind()
    expect(following.isCurrent).toBe(false)
    state.replayed = end
    await becomesCurrent()
  }
})

test('what is heard of while it is asked is waited for too', async () => {
  const { state, following, has, becomesCurrent } = follow()
  await becomesCurrent()
  has.mockImplementationOnce(async () => {
    state.end = 2
    following.behind()
    return true
  })
  following.behind()
  await expect.poll(() => has.mock.calls.at(-1)).toEqual(['2'])
  expect(following.isCurrent).toBe(false)
  state.replayed = 2
  await becomesCurrent()
})

test('what is heard of at the very moment at which it is current is not missed', async () => {
  const { following, has, becomesCurrent } = follow()
  await becomesCurrent()
  has.mockImplementationOnce(async () => {
    // After whatever follows from the answer at once.
    Promise.resolve().then(() => Promise.resolve().then(() => following.behind()))
    return true
  })
  following.behind()
  await expect.poll(() => has.mock.calls.length).toBeGreaterThan(2)
  await becomesCurrent()
})

test.each(['isAway', 'isDeaf'])(
  'it is not read while it or what is heard of others is gone: %s',
  async (what) => {
    const { state, following, has, becomesCurrent } = follow()
    await becomesCurrent()
    if (what === 'isAway') state.isAway = true
    else state.isHeard = false
    following.behind()
    const asked = has.mock.calls.length
    await expect.poll(() => has.mock.calls.length, { timeout: 5_000 }).toBeGreaterThan(asked + 1)
    expect(following.isCurrent).toBe(false)
    Object.assign(state, { isAway: false, isHeard: true })
    await becomesCurrent()
  },
)

test('when it is closed, it is asked no more', async () => {
  const { state, following, has } = follow()
  state.replayed = 0
  following.behind()
  await following.close()
  const asked = has.mock.calls.length
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(has).toHaveBeenCalledTimes(asked)
  expect(following.isCurrent).toBe(false)
})
