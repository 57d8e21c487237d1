import type { Transaction } from '../../database/transaction.ts'
import type { SluggedType } from '../../domain/global-id.ts'
import type { Inputs } from '../input/inputs.ts'
import { InvalidEntriesError } from '../invalid-entries-error.ts'
import { record, type Scope } from '../scope.ts'
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
  isOnRecord: boolean
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

/** Entries held against all the rules. */
export interface ExaminedEntries {
  /** All of them, in the order in which they came, with what is wrong with each. */
  drafts: readonly Draft[]
  /** Those with which nothing is wrong. */
  checked: CheckedEntries
}

/**
 * Holds entries against all the rules, those that need the record included. They may refer to one another in any
 * order. The number of SQL statements does not depend on how many entries there are.
 */
export async function examineEntries(
  tx: Transaction,
  entries: readonly EntryToWrite[],
  scope: Scope = record,
): Promise<ExaminedEntries> {
  const { drafts, byType } = draftEntries(entries)
  const known = await knownEntries(tx, { drafts, scope })
  checkSlugs(drafts, known)
  checkReferences(drafts, known)
  await checkExternalIds(tx, { drafts, scope })
  const depths = await checkChains(tx, { drafts, known, scope })

  // Without problems there is an input, and a slug.
  const checked = <Type extends SluggedType>(draft: Draft<Type>): CheckedEntry<Type>[] => {
    const { type, id, isOnRecord, slug, input, problems } = draft
    if (slug === null || input === null || problems.length > 0) return []
    return [{ type, id, isOnRecord, slug, input, depth: depths.get(id) ?? 1 }]
  }
  return {
    drafts,
    checked: {
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
    },
  }
}

/**
 * Holds entries against all the rules, as `examineEntries` does.
 *
 * @throws {InvalidEntriesError} with every problem of every entry
 */
export async function checkEntries(
  tx: Transaction,
  entries: readonly EntryToWrite[],
): Promise<CheckedEntries> {
  const { drafts, checked } = await examineEntries(tx, entries)
  const problems = drafts.flatMap((draft, entry) => draft.problems.map((problem) => ({ ...problem, entry })))
  if (problems.length > 0) throw new InvalidEntriesError(problems)
  return checked
}

/** Some of the entries. */
export function pickEntries(
  { entries, byType, known }: CheckedEntries,
  isPicked: (entry: CheckedEntry) => boolean,
): CheckedEntries {
  return {
    entries: entries.filter(isPicked),
    byType: {
      Meeting: byType.Meeting.filter(isPicked),
      Participant: byType.Participant.filter(isPicked),
      Statement: byType.Statement.filter(isPicked),
      Agreement: byType.Agreement.filter(isPicked),
      Issue: byType.Issue.filter(isPicked),
      Topic: byType.Topic.filter(isPicked),
      Source: byType.Source.filter(isPicked),
    },
    known,
  }
}
