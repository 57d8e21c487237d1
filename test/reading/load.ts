import { globalId } from '../../src/domain/global-id.ts'
import { createEntries } from '../harness/create-entries.ts'
import type { TestService } from '../harness/service.ts'
import { ENTRY_TYPES, type EntryTypeName, type ReadingRecord } from '../model/reading-record.ts'

export interface LoadedRecord {
  record: ReadingRecord
  /** The global ID of an entry. */
  idOf(type: EntryTypeName, slug: string): string
}

/** Makes a record all that there is in the database of a file. */
export async function load(service: TestService, record: ReadingRecord): Promise<LoadedRecord> {
  await empty(service)
  return add(service, record)
}

/** Adds entries to what there is. */
export async function add(service: TestService, record: ReadingRecord): Promise<LoadedRecord> {
  const entries = ENTRY_TYPES.flatMap((type) => record[type].map((input) => ({ type, input })))
  const created = await service.database.transaction((tx) => createEntries(tx, entries))
  for (const type of ENTRY_TYPES) {
    const rows = record[type].flatMap(({ slug }) => {
      const instants = record.instants.get(`${type}:${slug}`)
      return instants ? [{ slug, ...instants }] : []
    })
    await service.database.query(
      `UPDATE "${type}" SET "createdAt" = i.c::timestamptz, "updatedAt" = i.u::timestamptz
       FROM unnest($1::text[], $2::text[], $3::text[]) i(s, c, u) WHERE "slug" = i.s`,
      [
        rows.map(({ slug }) => slug),
        rows.map(({ createdAt }) => createdAt),
        rows.map(({ updatedAt }) => updatedAt),
      ],
    )
  }
  const ids = new Map(created.map(({ type, slug, id }) => [`${type}:${slug}`, id]))
  return { record, idOf: (type, slug) => globalId(type, ids.get(`${type}:${slug}`) ?? '') }
}

/** Removes every row of the record; only ever called on a test's own database. */
async function empty({ database }: TestService) {
  const tables = await database.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename !~ '^_'`,
    [],
  )
  const truncate = () => database.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`, [])
  // The plan of a statement may be looked at meanwhile, which locks tables in an order of its own: one of both gives way.
  await truncate().catch((error: unknown) => {
    if (Reflect.get(Object(error), 'code') !== '40P01') throw error
    return truncate()
  })
}
