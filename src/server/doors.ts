import { createKeys, type Keys } from '../access/keys.ts'
import type { Database } from '../database/database.ts'
import { type ChangeFeed, createChangeFeed } from '../reading/change-feed.ts'
import { createReader, type Reader, type ReadPath } from '../reading/reader.ts'
import { createWriter, type Writer } from '../writing/writer.ts'

/** The ways into a database: whatever is done for a request goes through one of them. */
export interface Doors {
  reader: Reader
  readPath: ReadPath
  writer: Writer
  keys: Keys
  /** It listens to the database until it is closed. */
  feed: ChangeFeed
}

export function openDoors(
  database: Database,
  { readPath = 'compiled' }: { readPath?: ReadPath } = {},
): Doors {
  const reader = createReader(database, readPath)
  return {
    reader,
    readPath,
    writer: createWriter(database),
    keys: createKeys(database),
    feed: createChangeFeed(database, reader),
  }
}
