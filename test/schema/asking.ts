import { graphql } from 'graphql'
import type { Viewer } from '../../src/access/viewer.ts'
import type { Database } from '../../src/database/database.ts'
import { schema } from '../../src/schema/index.ts'
import { openDoors } from '../../src/server/doors.ts'
import type { Writer } from '../../src/writing/writer.ts'

export const EDITOR: Viewer = { name: 'an editor', role: 'EDITOR' }
export const ADMIN: Viewer = { name: 'an admin', role: 'ADMIN' }

interface As {
  viewer?: Viewer | null
  /** What writes in place of the record's own door. */
  writer?: Writer
}

/** Executes operations as whoever is to ask, and gives the responses as JSON, whole. */
export function asking(service: { database: Database }, { viewer = EDITOR, writer }: As = {}) {
  return async (query: string, variables: Record<string, unknown> = {}): Promise<unknown> => {
    const doors = openDoors(service.database)
    const contextValue = { ...doors, writer: writer ?? doors.writer, viewer, isReadingRestricted: false }
    const response = await graphql({ schema, source: query, variableValues: variables, contextValue })
    return JSON.parse(JSON.stringify(response))
  }
}

/** A door that writes nothing and answers every call with the same: what `act` gives or throws. */
export function stubWriter(act: (write: object) => ReturnType<Writer['create']>): Writer {
  return { create: act, update: act, delete: act, mergeParticipants: act }
}
