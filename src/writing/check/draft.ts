import type { SluggedType } from '../../domain/global-id.ts'
import { isSlug } from '../../domain/slug.ts'
import type { Inputs } from '../input/inputs.ts'
import type { Problem } from '../input/problem.ts'
import { readInput } from '../input/read-input.ts'
import { isRecord } from '../input/walk.ts'
import { wishedSlug } from './free-slug.ts'

/** An entry that somebody wants to write: a create input of the contract, unchecked. */
export interface NewEntry {
  type: SluggedType
  input: unknown
}

/** An entry as it is to be: a new one, or one on record that it is to become. */
export interface EntryToWrite extends NewEntry {
  /** The UUID of the entry on record, or a v7 for the new one: later ones of one process sort after earlier ones. */
  id: string
  isOnRecord: boolean
}

/** An entry on its way into the record, and what has been found wrong with it so far. */
export interface Draft<Type extends SluggedType = SluggedType> {
  type: Type
  id: string
  isOnRecord: boolean
  /** As given, also where the rest of the input cannot be read; null while there is none. */
  slug: string | null
  /** The slug to give it where it came without one, if that is free. */
  wishedSlug: string | null
  /** The input as it came. */
  given: Readonly<Record<string, unknown>>
  /** The input as it reads; null where it cannot be read. */
  input: Inputs[Type] | null
  problems: Problem[]
}

export type DraftsByType = { [Type in SluggedType]: Draft<Type>[] }

/** Reads every entry by itself. */
export function draftEntries(entries: readonly EntryToWrite[]): { drafts: Draft[]; byType: DraftsByType } {
  const byType: DraftsByType = {
    Meeting: [],
    Participant: [],
    Statement: [],
    Agreement: [],
    Issue: [],
    Topic: [],
    Source: [],
  }
  const drafts = entries.map((entry) => draftOf(entry, byType))
  return { drafts, byType }
}

function draftOf<Type extends SluggedType>(
  { type, id, isOnRecord, input: given }: EntryToWrite & { type: Type },
  byType: DraftsByType,
): Draft<Type> {
  const fields = isRecord(given) ? given : {}
  const slug = fields['slug']
  const read = readInput(type, given)
  const draft: Draft<Type> = {
    type,
    id,
    isOnRecord,
    slug: typeof slug === 'string' && isSlug(slug) ? slug : null,
    wishedSlug: read.input?.slug === null ? wishedSlug(type, { id, input: read.input }) : null,
    given: fields,
    ...read,
  }
  byType[type].push(draft)
  return draft
}
