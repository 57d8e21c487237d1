import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../database/database.ts'
import { isAfter, type LoggedChange, type LogPlace } from './log-place.ts'
import { readEnd, readLog } from './read-log.ts'
import type { Reader } from './reader.ts'

/** How many changes are kept in memory. */
const KEPT = 1_000
/** How long to wait before the database is asked again that could not answer, in milliseconds. */
const RETRY_AFTER = 500

/** The end of the log, kept in memory for all who follow it: what is new is read once, whoever waits for it. */
export interface LogEnd {
  /** Where the log ends, as far as is known. */
  readonly place: LogPlace
  /** What comes after a place, to the end; undefined where that is further back than what is kept. */
  after(place: LogPlace): readonly LoggedChange[] | undefined
  /** Resolves as soon as the log goes on after a place, at the latest when the signal says so, or at the closing. */
  goesOn(place: LogPlace, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

export async function openLogEnd(database: Database, reader: Reader): Promise<LogEnd> {
  const closing = new AbortController()
  const waiting = new Set<() => void>()
  let isStale = false
  /** Nobody else may read meanwhile, nor before it is known from where on. */
  let isReading = true

  // First listen, then look where the log ends: nothing is committed between the two unheard.
  const stopListening = await database.listen(() => catchUp())
  let end = await readEnd(reader).catch(async (error) => {
    await stopListening()
    throw error
  })
  /** All that comes after this place is kept. */
  let start = end
  let kept: LoggedChange[] = []

  async function catchUp() {
    isStale = true
    if (isReading) return
    isReading = true
    while (isStale && !closing.signal.aborted) {
      isStale = false
      try {
        const found = await readLog(reader, { after: end, take: KEPT })
        isStale ||= found.length === KEPT
        append(found)
      } catch {
        // Those who follow know nothing of it, and are served as soon as the database is.
        isStale = true
        await wait(RETRY_AFTER, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
      }
    }
    isReading = false
  }

  function append(found: readonly LoggedChange[]) {
    end = found.at(-1)?.place ?? end
    kept.push(...found)
    if (kept.length > 2 * KEPT) {
      start = kept.at(-KEPT - 1)?.place ?? start
      kept = kept.slice(-KEPT)
    }
    if (found.length > 0) wakeAll()
  }

  function wakeAll() {
    for (const wake of waiting) wake()
  }

  // What was announced while the end was looked up.
  isReading = false
  catchUp()

  return {
    get place() {
      return end
    },
    after(place) {
      if (isAfter(start, place)) return undefined
      const last = kept.findLastIndex((change) => !isAfter(change.place, place))
      return kept.slice(last + 1)
    },
    goesOn(place, signal) {
      if (isAfter(end, place) || signal.aborted || closing.signal.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        function wake() {
          waiting.delete(wake)
          signal.removeEventListener('abort', wake)
          resolve()
        }
        waiting.add(wake)
        signal.addEventListener('abort', wake)
      })
    },
    async close() {
      closing.abort()
      wakeAll()
      await stopListening()
    },
  }
}
