import type { Database } from '../../database/database.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Draft } from '../check/draft.ts'
import { type CheckedEntries, examineEntries } from '../check/entries.ts'
import { BusyError } from '../errors.ts'
import type { Problem } from '../input/problem.ts'
import { isLostRace } from '../transaction.ts'
import { ahead } from './ahead.ts'
import { CHARACTERS_AT_ONCE, ENTRIES_AT_ONCE } from './batch-size.ts'
import { deriveContestedStaged } from './contested.ts'
import { type FaultyEntry, type FirstFaulty, firstFaulty } from './first-faulty.ts'
import { InvalidImportError } from './invalid-import-error.ts'
import { logStaged } from './log-staged.ts'
import { keepReferences, refuseDependents } from './refuse-dependents.ts'
import { type ReadEntry, stageAddingLines, stageWholeLines } from './stage-lines.ts'
import { stagedScope } from './staged-scope.ts'
import {
  countStaged,
  createStaging,
  noteFaulty,
  putInOrder,
  refuseFaulty,
  type StagedEntry,
  stagedBatches,
} from './staging.ts'
import { keepStatistics } from './statistics.ts'
import { type Written, writeBatch } from './write-batch.ts'

/** Something that was read and cannot be an entry at all. */
export interface ReadProblem {
  origin: string
  problem: Problem
}

/** What is read one after the other: an entry, or what is wrong where there should be one. */
export type ReadLine = Omit<ReadEntry, 'place'> | ReadProblem

/** What an import is at: reading and staging, then writing, then logging. */
export type ImportStep = 'READ' | 'WRITE' | 'LOG'

export interface Import {
  /** Who writes, as the change log has it. */
  actor: string
  /** What was read, in its order. */
  lines: AsyncIterable<ReadLine>
  /** Whether each entry that comes is the whole of what its entry is to be, or adds to it. */
  isWhole: boolean
  /** Whether what is wrong is left out; otherwise nothing is written where anything is wrong. */
  skipsInvalid: boolean
  /** Whether all is done but the commit. */
  isTrial: boolean
  /** Told how far it is: `total` is known once all is read. */
  onProgress: (step: ImportStep, done: number, total: number | null) => void
  /** Ends it before the next batch, with nothing written. */
  signal: AbortSignal
}

/** What is looked at when all is written. */
const LATER_CONSTRAINTS = Prisma.raw(
  '"Office_ofId_fkey", "Citation_sourceId_fkey", "StatementLink_toId_fkey", "ExternalId_scheme_value_key"',
)

/** What an import came to. */
export interface ImportOutcome extends Written {
  /** What was left out. */
  faulty: FirstFaulty
}

/** How long an import waits for a connection, and how long it may take, in milliseconds: the longest that Node can wait. */
const CONNECTION_WAIT = 10_000
const LONGEST = 2_147_483_647

/**
 * Brings entries into the record in one transaction: new ones, and others for those on record of the same type and slug.
 * They wait in staging tables until all have come, so that memory holds only some of them at a time, and what comes can
 * refer to what comes later. Entries that say what is on record already are not written.
 *
 * @throws {InvalidImportError} where anything is wrong, unless that is to be skipped
 * @throws {BusyError} where others wrote at the same time what it was to write
 * @throws the signal's reason, where that ends it
 */
export async function importEntries(database: Database, options: Import): Promise<ImportOutcome> {
  let outcome: ImportOutcome | undefined
  const importing = async (tx: Prisma.TransactionClient) => {
    outcome = await run(tx, options)
    if (options.isTrial) throw new TrialEnd()
  }
  try {
    await database.prisma.$transaction(importing, { maxWait: CONNECTION_WAIT, timeout: LONGEST })
  } catch (error) {
    if (isLostRace(error)) throw new BusyError()
    if (!(error instanceof TrialEnd)) throw error
  }
  if (!outcome) throw new Error('An import that ends has an outcome')
  return outcome
}

/** Rolls a transaction back in which everything went well. */
class TrialEnd extends Error {
  override readonly name = 'TrialEnd'
}

async function run(tx: Prisma.TransactionClient, options: Import): Promise<ImportOutcome> {
  const { actor, skipsInvalid, isTrial, onProgress, signal } = options
  const faulty = firstFaulty()
  await createStaging(tx)
  await stageAll(tx, options, faulty)
  await putInOrder(tx)
  if (skipsInvalid) await refuseInvalid(tx, { faulty, signal })

  const written = await writeAll(tx, { faulty, skipsInvalid, onProgress, signal })

  const changed = written.created + written.updated
  if (!isTrial) await logStaged(tx, { actor, onLogged: (done) => onProgress('LOG', done, changed) })
  signal.throwIfAborted()
  return { ...written, faulty }
}

async function stageAll(
  tx: Prisma.TransactionClient,
  { lines, isWhole, onProgress, signal }: Import,
  faulty: FirstFaulty,
): Promise<void> {
  const stageLines = isWhole ? stageWholeLines : stageAddingLines
  let read = 0
  for await (const { entries, problems } of ahead(batchesOf(lines))) {
    signal.throwIfAborted()
    faulty.add(problems.length, problems)
    const refusals = await stageLines(tx, entries)
    const refused = entries.flatMap(({ place, origin }) => {
      const found = refusals.get(place)
      return found ? [{ place, origin, problems: found }] : []
    })
    faulty.add(refused.length, refused)
    read += entries.length + problems.length
    onProgress('READ', read, null)
  }
}

/** What is read, so much of it at a time as memory holds. */
async function* batchesOf(
  lines: AsyncIterable<ReadLine>,
): AsyncGenerator<{ entries: ReadEntry[]; problems: FaultyEntry[] }> {
  let [entries, problems]: [ReadEntry[], FaultyEntry[]] = [[], []]
  let place = 0
  let characters = 0
  for await (const line of lines) {
    if ('problem' in line) problems.push({ place, origin: line.origin, problems: [line.problem] })
    else {
      entries.push({ ...line, place })
      characters += JSON.stringify(line.input).length
    }
    place += 1
    if (entries.length + problems.length < ENTRIES_AT_ONCE && characters < CHARACTERS_AT_ONCE) continue
    yield { entries, problems }
    ;[entries, problems, characters] = [[], [], 0]
  }
  yield { entries, problems }
}

interface Refusing {
  faulty: FirstFaulty
  signal: AbortSignal
}

/**
 * Refuses what breaks rules, and what then refers to nothing; and, since what is refused leaves the record as it is, what
 * breaks rules together with that.
 */
async function refuseInvalid(tx: Prisma.TransactionClient, options: Refusing): Promise<void> {
  if (!(await refuseBreaking(tx, options))) return
  await keepReferences(tx)
  do {
    const dependents = await refuseDependents(tx)
    options.faulty.add(dependents.count, dependents.first)
  } while (await refuseBreaking(tx, options))
}

/** @returns whether anything breaks rules */
async function refuseBreaking(tx: Prisma.TransactionClient, { faulty, signal }: Refusing): Promise<boolean> {
  const before = faulty.count
  for await (const { found } of examinedBatches(tx)) {
    signal.throwIfAborted()
    faulty.add(found.length, found)
    await noteFaulty(
      tx,
      found.map(({ place }) => place),
    )
  }
  if (faulty.count === before) return false
  await refuseFaulty(tx)
  return true
}

/**
 * Writes what is staged, as long as nothing is wrong with anything; then only looks for what else is wrong.
 *
 * @throws {InvalidImportError} where anything is wrong, unless that was skipped
 * @throws {BusyError} where others wrote at the same time what is against it
 */
async function writeAll(
  tx: Prisma.TransactionClient,
  options: Pick<Import, 'skipsInvalid' | 'onProgress' | 'signal'> & { faulty: FirstFaulty },
): Promise<Written> {
  const { faulty, skipsInvalid, onProgress, signal } = options
  const total = await countStaged(tx)
  const written: Written = { created: 0, updated: 0, unchanged: 0 }
  const afterGrowth = keepStatistics(tx)
  let done = 0
  // What is referred to may come later, and an identifier may go from one entry to another.
  await tx.$executeRaw`SET CONSTRAINTS ${LATER_CONSTRAINTS} DEFERRED`
  for await (const { batch, found, checked } of ahead(examinedBatches(tx))) {
    signal.throwIfAborted()
    // It was refused, unless others have written since what it goes against.
    if (skipsInvalid && found.length > 0) throw new BusyError()
    faulty.add(found.length, found)
    if (skipsInvalid || faulty.count === 0) add(written, await writeBatch(tx, checked))
    await afterGrowth(written.created)
    done += batch.length
    onProgress('WRITE', done, total)
  }
  if (faulty.count > 0 && !skipsInvalid) throw new InvalidImportError(faulty)
  await deriveContestedStaged(tx)
  await tx.$executeRaw`SET CONSTRAINTS ${LATER_CONSTRAINTS} IMMEDIATE`
  return written
}

interface ExaminedBatch {
  batch: readonly StagedEntry[]
  found: FaultyEntry[]
  checked: CheckedEntries
}

/** What is staged, held against the rules. What is written meanwhile changes nothing of what they say. */
async function* examinedBatches(tx: Prisma.TransactionClient): AsyncGenerator<ExaminedBatch> {
  for await (const batch of stagedBatches(tx)) {
    const entries = batch.map(({ type, id, version, input }) => ({
      type,
      id,
      isOnRecord: version !== null,
      input,
    }))
    const { drafts, checked } = await examineEntries(tx, entries, stagedScope)
    yield { batch, found: faultyAmong(batch, drafts), checked }
  }
}

function faultyAmong(batch: readonly StagedEntry[], drafts: readonly Draft[]): FaultyEntry[] {
  return drafts.flatMap(({ problems }, index) => {
    const entry = batch[index]
    return entry && problems.length > 0 ? [{ place: entry.place, origin: entry.origin, problems }] : []
  })
}

function add(sum: Written, more: Written) {
  sum.created += more.created
  sum.updated += more.updated
  sum.unchanged += more.unchanged
}
