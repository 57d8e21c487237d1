import type { Database } from '../database/database.ts'
import type { Transaction } from '../database/transaction.ts'
import type { SluggedType } from '../domain/global-id.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { entryLinesAfter } from '../writing/entry-lines.ts'

/** How many entries are read at once. */
const ENTRIES_AT_ONCE = 500

/** What is to be exported, and to where. */
export interface Export {
  types: readonly SluggedType[]
  /** Takes the lines, in their order, some at a time. */
  write: (lines: AsyncIterable<string>) => Promise<void>
  /** Told how many have been written, of how many. */
  onProgress: (done: number, total: number) => void
}

/**
 * Gives the entries of some types in the interchange format, by type and slug, as they all were at one moment. The same
 * entries are the same bytes.
 *
 * @returns how many there are
 */
export function exportEntries(database: Database, { types, write, onProgress }: Export): Promise<number> {
  const sorted = types.toSorted()
  const exporting = async (tx: Transaction) => {
    const total = await countEntries(tx, sorted)
    await write(linesOf(tx, sorted, (done) => onProgress(done, total)))
    return total
  }
  return database.transaction(exporting, { isSnapshot: true })
}

async function countEntries(tx: Transaction, types: readonly SluggedType[]): Promise<number> {
  const counts = types.map((type) => Prisma.sql`SELECT count(*) FROM ${Prisma.raw(`"${type}"`)}`)
  const [row] = await tx.query<{ total: number }>`
    SELECT sum("count")::integer AS "total" FROM (${Prisma.join(counts, ' UNION ALL ')}) counted`
  return row?.total ?? 0
}

async function* linesOf(
  tx: Transaction,
  types: readonly SluggedType[],
  onDone: (done: number) => void,
): AsyncGenerator<string> {
  let done = 0
  for (const type of types) {
    for (let slug = ''; ; ) {
      const lines = await entryLinesAfter(tx, type, { slug, most: ENTRIES_AT_ONCE })
      const last = lines.at(-1)
      if (!last) break
      yield lines.map((line) => `${JSON.stringify(line)}\n`).join('')
      slug = last.slug
      done += lines.length
      onDone(done)
    }
  }
}
