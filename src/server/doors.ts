import { createKeys, type Keys } from '../access/keys.ts'
import type { Database } from '../database/database.ts'
import { type ChangeFeed, createChangeFeed } from '../reading/change-feed.ts'
import { createReader, type Reader, type ReadPath } from '../reading/reader.ts'
import { type Following, followTouched } from '../reading/touched/follow-touched.ts'
import { createWriter, type Writer } from '../writing/writer.ts'
import { type Answers, createAnswers } from './cache/answers.ts'

/** What is kept in memory, and kept fresh while it is listened to what is written. */
export interface Cache {
  answers: Answers
  /** About how many bytes it may take. */
  bytes: number
  following: Following
}

/** The ways into a database: whatever is done for a request goes through one of them. */
export interface Doors {
  reader: Reader
  readPath: ReadPath
  writer: Writer
  keys: Keys
  /** It listens to the database until it is closed. */
  feed: ChangeFeed
  /** It listens to the database until its following is closed; none where nothing is to be kept. */
  cache?: Cache
}

interface Options {
  readPath?: ReadPath
  /** About how much memory finished answers may take; 0 keeps none. */
  cacheBytes?: number
}

export function openDoors(
  database: Database,
  { readPath = 'compiled', cacheBytes = 0 }: Options = {},
): Doors {
  const reader = createReader(database, readPath)
  const doors = {
    reader,
    readPath,
    writer: createWriter(database),
    keys: createKeys(database),
    feed: createChangeFeed(database, reader),
  }
  if (cacheBytes === 0) return doors
  const answers = createAnswers(Math.ceil((cacheBytes * 3) / 4))
  const following = followTouched(database, answers)
  const cache = { answers, bytes: cacheBytes, following }
  return { ...doors, writer: hearing(doors.writer, following), feed: heard(doors.feed, following), cache }
}

/** A writer whose every write is known here, to whoever reads next, before it is answered. */
function hearing(writer: Writer, { caughtUp }: Following): Writer {
  async function heard<Written>(writing: Promise<Written>): Promise<Written> {
    const written = await writing
    await caughtUp()
    return written
  }
  return {
    create: (write) => heard(writer.create(write)),
    update: (write) => heard(writer.update(write)),
    delete: (write) => heard(writer.delete(write)),
    mergeParticipants: (write) => heard(writer.mergeParticipants(write)),
  }
}

/** A feed that tells of nothing before all that it touches is known here: whoever is told of it reads it next. */
function heard(feed: ChangeFeed, { caughtUp }: Following): ChangeFeed {
  return {
    end: feed.end,
    async *follow(following) {
      for await (const changes of feed.follow(following)) {
        await caughtUp()
        yield changes
      }
    },
    get followers() {
      return feed.followers
    },
    close: feed.close,
  }
}
