import type { EntryType } from '../generated/prisma/enums.ts'
import type { SluggedType } from './global-id.ts'

/** The types of entries by their names in the database. */
export const ENTRY_TYPE_NAMES = {
  MEETING: 'Meeting',
  PARTICIPANT: 'Participant',
  STATEMENT: 'Statement',
  AGREEMENT: 'Agreement',
  ISSUE: 'Issue',
  TOPIC: 'Topic',
  SOURCE: 'Source',
} as const satisfies { readonly [Name in EntryType]: SluggedType }

const entryTypes: { readonly [Type in SluggedType]: EntryType } = {
  Meeting: 'MEETING',
  Participant: 'PARTICIPANT',
  Statement: 'STATEMENT',
  Agreement: 'AGREEMENT',
  Issue: 'ISSUE',
  Topic: 'TOPIC',
  Source: 'SOURCE',
}

/** The name of a type of entries in the database. */
export function entryTypeOf(type: SluggedType): EntryType {
  return entryTypes[type]
}
