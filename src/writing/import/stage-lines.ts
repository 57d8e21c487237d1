import { v7 } from 'uuid'
import type { Transaction } from '../../database/transaction.ts'
import { isSlug } from '../../domain/slug.ts'
import type { NewEntry } from '../check/draft.ts'
import { type Problem, problemAt } from '../input/problem.ts'
import { readInput } from '../input/read-input.ts'
import { isRecord } from '../input/walk.ts'
import { calledEntries, nameOf, saidSoFar } from './called-entries.ts'
import { asRecorded, participantsIn, withAllMerged } from './record-words.ts'
import { type StagedEntry, stage } from './staging.ts'
import { supplemented } from './supplement.ts'

/** An entry as it was read from somewhere. */
export interface ReadEntry extends NewEntry {
  /** Its place in the order in which the entries came, from 0. */
  place: number
  /** Where it came from, for people. */
  origin: string
}

/** An entry whose input has a slug to be found by. */
type Line = Pick<StagedEntry, 'place' | 'origin' | 'type' | 'slug' | 'input'>

/** What is wrong with entries that cannot be staged, by their places. */
export type Refusals = Map<number, readonly Problem[]>

/**
 * Stages entries, each of which is the whole of what its entry is to be.
 *
 * @returns what is wrong with those that cannot be staged
 */
export async function stageWholeLines(tx: Transaction, entries: readonly ReadEntry[]): Promise<Refusals> {
  const { lines, refusals } = findable(entries)
  const called = await calledEntries(tx, lines)
  const fresh = new Map<string, StagedEntry>()
  for (const line of lines) {
    const name = nameOf(line)
    const there = called.get(name)
    if (there?.isStaged || fresh.has(name)) refusals.set(line.place, [anotherComes(line)])
    else if (there && there.slug !== line.slug) refusals.set(line.place, [wasMerged(line, there.slug)])
    else fresh.set(name, { ...line, id: there?.id ?? v7(), version: there?.version ?? null })
  }
  stage(tx, [...fresh.values()])
  return refusals
}

/**
 * Stages entries, each of which adds to what its entry says, on record or by what came before, and takes nothing away. A
 * participant who was merged into another is that one.
 *
 * @returns what is wrong with those that cannot be staged
 */
export async function stageAddingLines(tx: Transaction, entries: readonly ReadEntry[]): Promise<Refusals> {
  const { lines: found, refusals } = findable(entries)
  const read = found.flatMap((line): Line[] => {
    const { input, problems } = readInput(line.type, line.input)
    if (input !== null) return [{ ...line, input: asRecorded(line.input, input) }]
    refusals.set(line.place, problems)
    return []
  })
  const called = await calledEntries(tx, [...read, ...participantsIn(read)])
  const keptFor = (slug: string) => called.get(nameOf({ type: 'Participant', slug }))?.slug ?? slug
  const lines = read.map((line) => ({ ...line, input: withAllMerged(line, keptFor) }))
  const said = await saidSoFar(
    tx,
    lines.flatMap((line) => called.get(nameOf(line)) ?? []),
  )
  const joined = new Map<string, StagedEntry>()
  for (const line of lines) {
    const there = called.get(nameOf(line)) ?? { id: v7(), slug: line.slug, version: null }
    const key = nameOf({ type: line.type, slug: there.slug })
    const before = joined.get(key) ?? said.get(there.id)
    const input = before ? supplemented(line.type, before.input, line.input) : line.input
    joined.set(key, { ...line, ...there, ...before, input: { ...input, slug: there.slug } })
  }
  stage(tx, [...joined.values()])
  return refusals
}

/** The entries that have a slug: without one there is nothing to find them by, now or when they come again. */
function findable(entries: readonly ReadEntry[]): { lines: Line[]; refusals: Refusals } {
  const refusals: Refusals = new Map()
  const lines = entries.flatMap(({ place, origin, type, input }): Line[] => {
    const slug = isRecord(input) ? input['slug'] : undefined
    if (isRecord(input) && typeof slug === 'string' && isSlug(slug)) {
      return [{ place, origin, type, slug, input }]
    }
    const { problems } = readInput(type, input)
    const isMissing = isRecord(input) && (slug === undefined || slug === null)
    const missing = problemAt(['slug'], 'REQUIRED', 'is missing: an imported entry has one, to be found by')
    refusals.set(place, isMissing ? [missing, ...problems] : problems)
    return []
  })
  return { lines, refusals }
}

function anotherComes({ type, slug }: Line): Problem {
  return problemAt(
    ['slug'],
    'DUPLICATE',
    `${slug} is the slug of another ${type.toLowerCase()} that comes along`,
  )
}

function wasMerged({ slug }: Line, into: string): Problem {
  return problemAt(
    ['slug'],
    'SLUG_TAKEN',
    `${slug} was merged into ${into}: say of ${into} what is to be said of both`,
  )
}
