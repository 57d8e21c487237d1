import { v7 } from 'uuid'
import { orderKey, wordKeys } from '../../domain/folding.ts'
import type { CheckedEntry } from '../check/entries.ts'
import { citationRows, externalIdRows } from './proof-rows.ts'
import type { References } from './references.ts'
import type { Parts, Row } from './tables.ts'

export function participantRow({ id, slug, input }: CheckedEntry<'Participant'>): Row<'Participant'> {
  const { name, aliases, kind, isAnonymous, description, countryCode } = input
  return { id, slug, name, nameKey: orderKey(name), aliases, kind, isAnonymous, description, countryCode }
}

export function participantParts(
  { id, input }: CheckedEntry<'Participant'>,
  references: References,
): Partial<Parts> {
  return {
    Office: input.offices.map(({ title, of, period }, place) => ({
      id: v7(),
      holderId: id,
      ordinal: place + 1,
      title,
      titleKey: wordKeys(title).join(' '),
      ofId: references.optionalIdOf('Participant', of),
      period: period?.edtf ?? null,
      periodEarliest: period?.earliest ?? null,
      periodLatest: period?.latest ?? null,
    })),
    ExternalId: externalIdRows(input.externalIds, { participantId: id }),
    Citation: citationRows(input.citations, {
      entryType: 'PARTICIPANT',
      cited: { participantId: id },
      references,
    }),
  }
}
