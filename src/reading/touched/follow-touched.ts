// How an instance comes to know what is stale. Whoever writes adds to the change log, and every commit is announced to
// all who listen. What comes after the place in the log up to which this instance knows everything is read, and told of
// as tags: those that the changes show themselves (touched-by.ts), and those of what follows from them elsewhere, which
// the record is asked for (neighbourhood.ts). The record is asked for both at one place in the log: where more was written
// in between, that is read too before anything is told.
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../../database/database.ts'
import { ENTRY_TYPE_NAMES } from '../../domain/entry-type.ts'
import type { EntryType } from '../../generated/prisma/enums.ts'
import { isEmpty, neighbourhoodOf } from './neighbourhood.ts'
import { type Change, touchedBy } from './touched-by.ts'

/** More changes, or tags, than these at once count as a change of everything. */
const MOST_CHANGES = 500
const MOST_TAGS = 20_000
/** How long to wait before the database is asked again that could not answer, in milliseconds. */
const RETRY_AFTER = 500

/** Who is told what changes touch. */
export interface Told {
  /** From here on everything is told of. */
  begin(): void
  touch(tags: ReadonlySet<string>): void
  /** Anything may have been touched. */
  touchAll(): void
  /** Nothing is heard any more, until `begin`. */
  end(): void
}

export interface Following {
  /** Resolves when all is told of that was committed until now, or nothing is heard any more. */
  caughtUp(): Promise<void>
  /** The place in the log up to which all is told of; undefined while nothing is heard. */
  readonly place: number | undefined
  close(): Promise<void>
}

/** Tells of everything that is touched from some moment on; it begins as soon as the database can be listened to. */
export function followTouched(database: Database, told: Told): Following {
  const closing = new AbortController()
  let place: number | undefined
  let isListening = false
  /** Goes up whenever nothing is heard any more: what was read before tells of nothing then. */
  let losses = 0
  let passing = Promise.resolve()
  let next: Promise<void> | undefined

  /** One pass after the other; those who come while one goes on share the next, which begins after they came. */
  function catchUp(): Promise<void> {
    next ??= passing.then(() => {
      next = undefined
      passing = pass()
      return passing
    })
    return next
  }

  async function pass() {
    if (!isListening || closing.signal.aborted) return
    const known = losses
    try {
      const found = place === undefined ? { place: await endOf(database) } : await readAfter(database, place)
      if (losses !== known) return
      // More may have been found than was announced: whoever reads now is not to find less.
      if (found.place !== place) database.heard()
      if (place === undefined) told.begin()
      else if ('tags' in found && found.tags.size > 0) told.touch(found.tags)
      else if ('isAll' in found) told.touchAll()
      place = found.place
    } catch {
      if (losses !== known) return
      stop()
      wait(RETRY_AFTER, undefined, { signal: closing.signal, ref: false }).then(catchUp, () => undefined)
    }
  }

  function stop() {
    losses += 1
    place = undefined
    told.end()
  }

  function onChange() {
    isListening = true
    catchUp()
  }

  function onLost() {
    isListening = false
    stop()
  }

  async function listen() {
    while (!closing.signal.aborted) {
      try {
        // First listen, then look where the log ends: nothing is committed between the two unheard.
        const stopListening = await database.listen(onChange, onLost)
        onChange()
        return stopListening
      } catch {
        await wait(RETRY_AFTER, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
      }
    }
    return undefined
  }
  const listening = listen()

  return {
    caughtUp: catchUp,
    get place() {
      return place
    },
    async close() {
      closing.abort()
      stop()
      const stopListening = await listening
      await stopListening?.()
      await passing
    },
  }
}

/** What was touched after a place, and up to which place. */
type Found = { place: number } & ({ tags: ReadonlySet<string> } | { isAll: true })

async function readAfter(database: Database, after: number): Promise<Found> {
  const changes: Change[] = []
  for (let place = after; ; ) {
    const found = await changesAfter(database, place)
    changes.push(...found.map(changeOf))
    if (changes.length > MOST_CHANGES) return { place: await endOf(database), isAll: true }
    place = Number(found.at(-1)?.place ?? place)
    const { tags, around } = touchedBy(changes)
    if (isEmpty(around)) return { place, tags }
    const others = await neighbourhoodOf(database, around, MOST_TAGS)
    if (others.tags.length === MOST_TAGS) return { place: others.place, isAll: true }
    if (others.place === place) return { place, tags: tags.union(new Set(others.tags)) }
  }
}

interface Row {
  place: string
  entryType: EntryType
  entryId: string
  slug: string
  before: object | null
  after: object | null
}

function changesAfter(database: Database, place: number): Promise<Row[]> {
  return database.query<Row>(
    `SELECT change_set."place"::text AS "place", change."entryType", change."entryId", change."slug", change."before", change."after"
     FROM "ChangeSet" change_set JOIN "Change" change ON change."setId" = change_set."id"
     WHERE change_set."place" > $1::text::bigint
     ORDER BY change_set."place", change."ordinal" LIMIT ${MOST_CHANGES + 1}`,
    [String(place)],
  )
}

async function endOf(database: Database): Promise<number> {
  const [row] = await database.query<{ place: string }>(
    'SELECT COALESCE(max("place"), 0)::text AS "place" FROM "ChangeSet"',
    [],
  )
  return Number(row?.place ?? 0)
}

function changeOf({ entryType, entryId, slug, before, after }: Row): Change {
  return { type: ENTRY_TYPE_NAMES[entryType], id: entryId, slug, before, after }
}
