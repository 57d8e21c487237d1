import { setTimeout as wait } from 'node:timers/promises'

/** How long to wait before a replica is asked again whether it has what it is to have, in milliseconds: longer each time. */
const FIRST_WAIT = 5
const LONGEST_WAIT = 500

/** Whether a replica may be read. */
export interface Following {
  /** Whether it has all that this process has heard of. */
  readonly isCurrent: boolean
  /** Something more was committed, or may have been, or the replica failed: it is left out until it has all again. */
  behind(): void
  close(): Promise<void>
}

interface Options {
  /** Where the log of the database itself ends. */
  end(): Promise<string>
  /** Whether the replica has that log up to a place. */
  has(end: string): Promise<boolean>
  /** Whether it is heard of what others commit. */
  isHeard(): boolean
}

/**
 * Keeps watch over a replica, which has at any moment only what has reached it. It is read while it is known to have all
 * that this process has heard of by then; where it lags, is away, or nothing is heard of others, it is not.
 */
export function followReplica({ end, has, isHeard }: Options): Following {
  const closing = new AbortController()
  const pause = (milliseconds: number) =>
    wait(milliseconds, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
  let isCurrent = false
  let times = 0
  let catchingUp = Promise.resolve()
  let isCatchingUp = false

  async function catchUp() {
    for (let milliseconds = FIRST_WAIT; !closing.signal.aborted; ) {
      const known = times
      try {
        const place = await end()
        const isThere = await has(place)
        if (isThere && times === known && isHeard()) {
          isCurrent = true
          isCatchingUp = false
          return
        }
        // What was heard meanwhile may be there in no time.
        if (times !== known) milliseconds = FIRST_WAIT
      } catch {
        milliseconds = LONGEST_WAIT
      }
      await pause(milliseconds)
      milliseconds = Math.min(2 * milliseconds, LONGEST_WAIT)
    }
  }

  function behind() {
    isCurrent = false
    times += 1
    if (isCatchingUp) return
    isCatchingUp = true
    catchingUp = catchUp()
  }

  behind()
  return {
    get isCurrent() {
      return isCurrent
    },
    behind,
    async close() {
      closing.abort()
      isCurrent = false
      await catchingUp
    },
  }
}
