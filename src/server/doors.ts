import type { Database } from '../database/database.ts'
import { createReader, type Reader } from '../reading/reader.ts'
import { createWriter, type Writer } from '../writing/writer.ts'

/** The ways into a record: whatever is done for a request goes through one of them. */
export interface Doors {
  reader: Reader
  writer: Writer
}

export function openDoors(database: Database): Doors {
  return { reader: createReader(database), writer: createWriter(database) }
}
