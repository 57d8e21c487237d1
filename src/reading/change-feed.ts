import type { Database } from '../database/database.ts'
import type { EntryType } from '../generated/prisma/enums.ts'
import { type LogEnd, openLogEnd } from './log-end.ts'
import { type LoggedChange, type LogPlace, laterOf } from './log-place.ts'
import { readEnd, readLog } from './read-log.ts'
import type { Reader } from './reader.ts'

/** How many changes are handed on at a time: a follower is never given more than it takes. */
const AT_ONCE = 50

export interface Following {
  /** The place after which to begin. */
  after: LogPlace
  /** Only changes of entries of these types; of all where there are none. */
  types: readonly EntryType[]
  /** Ends it, also while nothing happens. */
  signal: AbortSignal
}

/**
 * The change log as it grows. Every follower has a place of its own and takes what comes after that at its own pace,
 * from memory where that reaches back far enough, else from the database: nothing is missed or comes twice, and
 * nothing is kept for anybody.
 */
export interface ChangeFeed {
  /** Where the log ends now. */
  end(): Promise<LogPlace>
  /** The changes after a place, in their order, and what is committed from then on. */
  follow(following: Following): AsyncGenerator<readonly LoggedChange[], void>
  /** How many follow at this moment. */
  readonly followers: number
  /** Ends all that follow, and gives the listening connection back. */
  close(): Promise<void>
}

/** The feed of a database; it listens from the first follower on. */
export function createChangeFeed(database: Database, reader: Reader): ChangeFeed {
  const closing = new AbortController()
  let opening: Promise<LogEnd> | undefined
  let followers = 0

  function open(): Promise<LogEnd> {
    opening ??= openLogEnd(database, reader).catch((error) => {
      // Whoever comes next tries again.
      opening = undefined
      throw error
    })
    return opening
  }

  async function takeAfter(logEnd: LogEnd, place: LogPlace, types: readonly EntryType[]) {
    const recent = logEnd.after(place)
    // Known before the database is asked: whatever comes before it is there to be found.
    const known = recent?.at(-1)?.place ?? logEnd.place
    const isWanted = ({ entryType }: LoggedChange) => types.length === 0 || types.includes(entryType)
    const changes = recent
      ? recent.filter(isWanted).slice(0, AT_ONCE)
      : await readLog(reader, { after: place, types, take: AT_ONCE })
    // What is told of a change is read of a record that has it.
    if (changes.length > 0) database.heard()
    const reached = changes.at(-1)?.place ?? place
    return { changes, reached: changes.length === AT_ONCE ? reached : laterOf(reached, known) }
  }

  return {
    end: () => readEnd(reader),
    async *follow({ after, types, signal }) {
      const logEnd = await open()
      let place = after
      followers += 1
      try {
        while (!signal.aborted && !closing.signal.aborted) {
          const { changes, reached } = await takeAfter(logEnd, place, types)
          if (changes.length > 0) yield changes
          place = reached
          await logEnd.goesOn(place, signal)
        }
      } finally {
        followers -= 1
      }
    },
    get followers() {
      return followers
    },
    async close() {
      closing.abort()
      const logEnd = await opening?.catch(() => undefined)
      await logEnd?.close()
    },
  }
}
