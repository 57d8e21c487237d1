import type { SluggedType } from '../domain/global-id.ts'
import type { EntryType } from '../generated/prisma/enums.ts'

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
