import { v7 } from 'uuid'
import type { SluggedType } from '../domain/global-id.ts'
import { isSlug } from '../domain/slug.ts'
import type { Inputs } from './input/inputs.ts'
import type { Problem } from './input/problem.ts'
import { readInput } from './input/read-input.ts'
import { isRecord } from './input/walk.ts'
import { wishedSlug } from './slugs.ts'

/** An entry that somebody wants to write: a create input of the contract, unchecked. */
export interface NewEntry {
  type: SluggedType
  input: unknown
}

/** An entry on its way into the record, and what has been found wrong with it so far. */
export interface Draft<Type extends SluggedType = SluggedType> {
  type: Type
  /** Made here: a UUID v7, later ones of one process sorting after earlier ones. */
  id: string
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
export function draftEntries(entries: readonly NewEntry[]): { drafts: Draft[]; byType: DraftsByType } {
  const byType: DraftsByType = {
    Meeting: [],
    Participant: [],
    Statement: [],
    Agreement: [],
    Issue: [],
    Topic: [],
    Source: [],
  }
  const drafts = entries.map(({ type, input }) => draftOf(type, input, byType))
  return { drafts, byType }
}

function draftOf<Type extends SluggedType>(type: Type, given: unknown, byType: DraftsByType): Draft<Type> {
  const fields = isRecord(given) ? given : {}
  const slug = fields['slug']
  const read = readInput(type, given)
  const draft: Draft<Type> = {
    type,
    id: v7(),
    slug: typeof slug === 'string' && isSlug(slug) ? slug : null,
    wishedSlug: read.input?.slug === null ? wishedSlug(type, read.input) : null,
    given: fields,
    ...read,
  }
  byType[type].push(draft)
  return draft
}
