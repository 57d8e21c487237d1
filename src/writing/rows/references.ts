import type { SluggedType } from '../../domain/global-id.ts'
import type { Known, KnownEntries } from '../check/known-entries.ts'

/** Turns what checked inputs name into IDs. */
export interface References {
  idOf(type: SluggedType, text: string): string
  /** Null for null. */
  optionalIdOf(type: SluggedType, text: string | null): string | null
  /** For what can be of several types. */
  entryOf(types: readonly SluggedType[], text: string): Known
}

export function referencesAmong(known: KnownEntries): References {
  const entryOf = (types: readonly SluggedType[], text: string) => {
    const found = known.find(text, types)
    if (!found) throw new Error(`${text} is no ${types.join(' or ')}: the input was not checked`)
    return found
  }
  const idOf = (type: SluggedType, text: string) => entryOf([type], text).id
  return { entryOf, idOf, optionalIdOf: (type, text) => (text === null ? null : idOf(type, text)) }
}
