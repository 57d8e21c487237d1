import { ENTRY_TYPES, type EntryTypeName } from '../model/reading-record.ts'
import type { LoadedRecord } from './load.ts'

const TYPES: ReadonlyMap<string, EntryTypeName> = new Map([
  ['t', 'Topic'],
  ['p', 'Participant'],
  ['r', 'Source'],
  ['m', 'Meeting'],
  ['i', 'Issue'],
  ['a', 'Agreement'],
  ['s', 'Statement'],
])

/** A filter of the model as it is sent: `@slug` and `@Type:slug` become global IDs. */
export function withGlobalIds(filter: unknown, loaded: LoadedRecord): unknown {
  return JSON.parse(JSON.stringify(filter), (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith('@') ? globalIdOf(value.slice(1), loaded) : value,
  )
}

function globalIdOf(reference: string, { idOf }: LoadedRecord): string {
  const [first = '', slug = first] = reference.split(':')
  const type = ENTRY_TYPES.find((name) => name === first) ?? TYPES.get(slug.charAt(0))
  if (!type) throw new Error(`${reference} is nobody's slug`)
  return idOf(type, slug)
}
