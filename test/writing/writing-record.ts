import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll } from 'vitest'
import type { Transaction } from '../../src/database/transaction.ts'
import type { Known } from '../../src/writing/check/known-entries.ts'
import { createWriter, type Writer } from '../../src/writing/writer.ts'
import { onEmptyRecord } from './record.ts'

/** A change as the log has it, oldest first. */
export interface LoggedChange {
  actor: string
  action: string
  entryType: string
  slug: string
  before: object | null
  after: object | null
}

/** For how long a write is left open so that another comes to where it has to wait, in milliseconds. */
const OPEN_TIME = 300

/** A record of this file's own that is written to through the door, and what became of it. */
export function onWrittenRecord() {
  const record = onEmptyRecord()
  let writer: Writer | undefined
  beforeAll(() => {
    writer = createWriter(record.database)
  })
  const door = () => {
    if (!writer) throw new Error('The record is there from the first test of the file on')
    return writer
  }
  const query = <Row>(sql: string, ...parameters: string[]) => record.database.query<Row>(sql, parameters)
  return {
    query,
    get writer() {
      return door()
    },
    get database() {
      return record.database
    },
    statementsOf: record.statementsOf,
    /** Creates entries, each by itself. */
    async create(...entries: Parameters<Writer['create']>[0]['entry'][]): Promise<Known[]> {
      const created: Known[] = []
      for (const entry of entries) created.push(await door().create({ actor: 'ann', entry }))
      return created
    },
    /** Does something while a write is done but not committed yet. */
    async beforeCommitOf(
      write: (tx: Transaction) => Promise<unknown>,
      act: () => Promise<unknown>,
      openTime = OPEN_TIME,
    ) {
      let acting: Promise<unknown> | undefined
      await record.database.transaction(async (tx) => {
        await write(tx)
        acting = act()
        await Promise.race([acting, wait(openTime)])
      })
      await acting
    },
    /** An entry's line, and its version. */
    async entry(type: string, slug: string) {
      const [found] = await query<{ line: object; version: number }>(
        `SELECT line, (SELECT version FROM "${type}" WHERE id = "EntryLine".id) AS version
         FROM "EntryLine" WHERE slug = $1 AND "entryType" = upper($2)::"EntryType"`,
        slug,
        type,
      )
      return found
    },
    /** The changes since a moment, by the number of those before it. */
    changes(skip = 0): Promise<LoggedChange[]> {
      return query(
        `SELECT "actor", "action", "entryType", "slug", "before", "after"
         FROM "Change" change JOIN "ChangeSet" log ON log."id" = change."setId"
         ORDER BY "place", "ordinal" OFFSET $1::text::integer`,
        String(skip),
      )
    },
  }
}
