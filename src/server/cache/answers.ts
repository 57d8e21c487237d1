// How answers are kept in memory, and kept fresh:
//
//   1. Every query is answered by a reader that notes what the answer rests on, as tags (src/reading/basis). The finished
//      answer is kept as it is sent, under what was asked (key.ts, plugin.ts).
//   2. Whatever anybody writes is announced, and read from the change log as the tags that it touches
//      (src/reading/touched). Answers that rest on one of these are dropped; all others stay.
//   3. An answer that was begun before a change is not kept where the change touches it: what was touched lately is
//      remembered for those who are still reading.
//   4. While nothing is heard of changes, nothing is kept and nothing is given.
//
// So an answer that is given is what the record would say at the place in the log that this instance has come to, or
// at a later one. The HTTP server asks by the very bytes of a request, before anything is read of it (by-request.ts).
import { LRUCache } from 'lru-cache'
import type { Told } from '../../reading/touched/follow-touched.ts'

/** A finished answer. */
export interface Answer {
  readonly key: string
  readonly body: Buffer
  /** The day (UTC) for which it holds; any where it does not depend on that. */
  readonly day: string | undefined
  /** False once it was dropped. */
  readonly isKept: boolean
}

/** An answer in the making. */
export interface Making {
  /** Notes that it rests on something. */
  rest(tag: string): void
}

/** The answers that are kept in memory. */
export interface Answers extends Told {
  find(key: string): Answer | undefined
  /** Begins an answer, before anything is read for it; undefined while nothing is kept. */
  make(): Making | undefined
  /** Keeps an answer, if nothing that it rests on was touched since it was begun. */
  keep(making: Making, answer: { key: string; body: Buffer; day: string | undefined }): Answer | undefined
  /** How many are kept. */
  readonly size: number
  figures(): AnswerFigures
}

/** How often answers were looked for and found, or not; how many are kept, and about how many bytes they take. */
export interface AnswerFigures {
  hits: number
  misses: number
  entries: number
  bytes: number
}

/** How many changes are remembered for those who are reading. */
const REMEMBERED = 500
/** What an answer and each of its tags take besides their texts, about, in bytes. */
const SIZE = { answer: 500, tag: 120 }

interface Kept extends Answer {
  body: Buffer
  tags: ReadonlySet<string>
  isKept: boolean
}

const NOTHING: Pick<Kept, 'body' | 'tags' | 'isKept'> = { body: Buffer.of(), tags: new Set(), isKept: false }

/** @param bytes how much may be kept, about */
export function createAnswers(bytes: number): Answers {
  /** The answers that rest on a tag; most often one, for which no set is made. */
  const byTag = new Map<string, Kept | Set<Kept>>()
  const makings = new WeakMap<Making, { tags: Set<string>; changes: number; era: number }>()
  let isOn = false
  /** Goes up whenever anything may have been touched. */
  let era = 0
  let recent: ReadonlySet<string>[] = []
  /** How many changes there were, the remembered ones included. */
  let changes = 0
  let hits = 0
  let misses = 0

  const kept = new LRUCache<string, Kept>({
    maxSize: bytes,
    sizeCalculation: ({ body, key, tags }) =>
      body.byteLength + 2 * key.length + SIZE.answer + SIZE.tag * tags.size,
    dispose: forget,
  })

  function forget(answer: Kept) {
    for (const tag of answer.tags) {
      const found = byTag.get(tag)
      if (found instanceof Set) found.delete(answer)
      if (found === answer || (found instanceof Set && found.size === 0)) byTag.delete(tag)
    }
    // Whoever still knows of it keeps nothing of it.
    Object.assign(answer, NOTHING)
  }

  function remember(answer: Kept) {
    for (const tag of answer.tags) {
      const found = byTag.get(tag)
      if (!found) byTag.set(tag, answer)
      else if (found instanceof Set) found.add(answer)
      else byTag.set(tag, new Set([found, answer]))
    }
  }

  function restingOn(tag: string): Iterable<Kept> {
    const found = byTag.get(tag)
    return found instanceof Set ? found : found ? [found] : []
  }

  function empty() {
    era += 1
    recent = []
    kept.clear()
  }

  /** Whether a change that came while an answer was made touches it; true where that is not known. */
  function isTouched(tags: ReadonlySet<string>, since: number): boolean {
    const missed = changes - since
    return (
      missed > recent.length ||
      recent.slice(recent.length - missed).some((touched) => !touched.isDisjointFrom(tags))
    )
  }

  return {
    find(key) {
      const found = kept.get(key)
      if (found) hits += 1
      else misses += 1
      return found
    },
    make() {
      if (!isOn) return undefined
      const tags = new Set<string>()
      const making = { rest: (tag: string) => void tags.add(tag) }
      makings.set(making, { tags, changes, era })
      return making
    },
    keep(making, { key, body, day }) {
      const made = makings.get(making)
      if (!isOn || made?.era !== era || isTouched(made.tags, made.changes)) return undefined
      const answer: Kept = { key, body, day, tags: made.tags, isKept: true }
      remember(answer)
      kept.set(key, answer)
      // One that is larger than all of the room is not taken.
      if (kept.peek(key) !== answer) forget(answer)
      return answer.isKept ? answer : undefined
    },
    get size() {
      return kept.size
    },
    figures: () => ({ hits, misses, entries: kept.size, bytes: kept.calculatedSize }),
    begin() {
      empty()
      isOn = true
    },
    touch(tags) {
      changes += 1
      recent.push(tags)
      if (recent.length > REMEMBERED) recent = recent.slice(-REMEMBERED / 2)
      for (const tag of tags) for (const { key } of restingOn(tag)) kept.delete(key)
    },
    touchAll: empty,
    end() {
      isOn = false
      empty()
    },
  }
}
