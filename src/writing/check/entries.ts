import type { SluggedType } from '../../domain/global-id.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Inputs } from '../input/inputs.ts'
import { InvalidEntriesError } from '../invalid-entries-error.ts'
import { checkChains } from './chains.ts'
import { type Draft, draftEntries, type EntryToWrite } from './draft.ts'
import { checkExternalIds } from './external-ids.ts'
import { type KnownEntries, knownEntries } from './known-entries.ts'
import { checkReferences } from './references.ts'
import { checkSlugs } from './slugs.ts'

/** An entry that can be written. */
export interface CheckedEntry<Type extends SluggedType = SluggedType> {
  type: Type
  id: string
  slug: string
  input: Inputs[Type]
  /** How deep it lies within others of its type, from 1: what it lies within has to be written first. */
  depth: number
}

export type CheckedByType = { readonly [Type in SluggedType]: readonly CheckedEntry<Type>[] }

/** Entries that can be written: nothing is wrong with any of them. They are in the order in which they came. */
export interface CheckedEntries {
  entries: readonly CheckedEntry[]
  byType: CheckedByType
  known: KnownEntries
}

/**
 * Holds entries against all the rules, those that need the record included. They may refer to one another in any
 * order. The number of SQL statements does not depend on how many entries there are.
 *
 * @throws {InvalidEntriesError} with every problem of every entry
 */
export async function checkEntries(
  tx: Prisma.TransactionClient,
  entries: readonly EntryToWrite[],
): Promise<CheckedEntries> {
  const { drafts, byType } = draftEntries(entries)
  const known = await knownEntries(tx, drafts)
  checkSlugs(drafts, known)
  checkReferences(drafts, known)
  await checkExternalIds(tx, drafts)
  const depths = await checkChains(tx, { drafts, known })

  const problems = drafts.flatMap((draft, entry) => draft.problems.map((problem) => ({ ...problem, entry })))
  if (problems.length > 0) throw new InvalidEntriesError(problems)

  // Without problems there is an input, and a slug.
  const checked = <Type extends SluggedType>({ type, id, slug, input }: Draft<Type>): CheckedEntry<Type>[] =>
    slug === null || input === null ? [] : [{ type, id, slug, input, depth: depths.get(id) ?? 1 }]
  return {
    entries: drafts.flatMap((draft) => checked(draft)),
    byType: {
      Meeting: byType.Meeting.flatMap(checked),
      Participant: byType.Participant.flatMap(checked),
      Statement: byType.Statement.flatMap(checked),
      Agreement: byType.Agreement.flatMap(checked),
      Issue: byType.Issue.flatMap(checked),
      Topic: byType.Topic.flatMap(checked),
      Source: byType.Source.flatMap(checked),
    },
    known,
  }
}
