import { createReadStream, readdirSync } from 'node:fs'
import path from 'node:path'
import { type Database, EXCLUSIVE_LOCK } from '../database/database.ts'
import type { Transaction } from '../database/transaction.ts'
import { createEntries } from '../writing/create-entries.ts'
import { InvalidEntriesError } from '../writing/invalid-entries-error.ts'
import { readInterchange } from './interchange.ts'
import { describeProblem, type EntryLine, type LineProblem } from './line.ts'

/** Who wrote the founding record, as the change log has it. */
const ACTOR = 'founding record'

const seedDirectory = path.join(import.meta.dirname, '../../prisma/seed')

/** The files of the founding record hold something that cannot be written. Nothing was. */
export class FoundingRecordError extends Error {
  override readonly name = 'FoundingRecordError'

  constructor(problems: readonly LineProblem[]) {
    super(`The founding record cannot be written:\n${problems.map(describeProblem).join('\n')}`)
  }
}

/**
 * Puts the founding record, prisma/seed/*.ndjson, into a database that holds no entry. Instances that start at once
 * take turns: one of them writes it.
 *
 * @returns how many entries were written: none where there are entries already
 * @throws {FoundingRecordError} with every problem of the files
 */
export function loadFoundingRecord(database: Database, directory = seedDirectory): Promise<number> {
  const found = async (tx: Transaction) => {
    await tx.execute`SELECT pg_advisory_xact_lock(${EXCLUSIVE_LOCK}::bigint)`
    if (!(await isEmpty(tx))) return 0
    return write(tx, await readDirectory(directory))
  }
  // Whoever comes second waits for the first to write all of it.
  return database.transaction(found, { mayTakeLong: true })
}

async function isEmpty(tx: Transaction): Promise<boolean> {
  const [row] = await tx.query<{ isEmpty: boolean }>`
    SELECT NOT (
      EXISTS (SELECT FROM "Meeting") OR EXISTS (SELECT FROM "Participant") OR EXISTS (SELECT FROM "Statement")
      OR EXISTS (SELECT FROM "Agreement") OR EXISTS (SELECT FROM "Issue") OR EXISTS (SELECT FROM "Topic")
      OR EXISTS (SELECT FROM "Source")
    ) AS "isEmpty"`
  return row?.isEmpty ?? false
}

async function readDirectory(directory: string): Promise<EntryLine[]> {
  const entries: EntryLine[] = []
  const problems: LineProblem[] = []
  for (const file of readdirSync(directory)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()) {
    const bytes = () => createReadStream(path.join(directory, file))
    for await (const read of readInterchange({ name: file, bytes })) {
      if ('code' in read) problems.push(read)
      else entries.push(read)
    }
  }
  if (problems.length > 0) throw new FoundingRecordError(problems)
  return entries
}

async function write(tx: Transaction, entries: readonly EntryLine[]): Promise<number> {
  try {
    return (await createEntries(tx, { actor: ACTOR, entries })).length
  } catch (error) {
    if (!(error instanceof InvalidEntriesError)) throw error
    throw new FoundingRecordError(error.problems.flatMap((problem) => locate(problem, entries)))
  }
}

function locate(
  problem: InvalidEntriesError['problems'][number],
  entries: readonly EntryLine[],
): LineProblem[] {
  const entry = entries[problem.entry]
  return entry ? [{ ...problem, file: entry.file, line: entry.line }] : []
}
