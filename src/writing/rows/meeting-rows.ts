import { orderKey, wordKeys } from '../../domain/folding.ts'
import type { CheckedEntry } from '../check/entries.ts'
import { citationRows, externalIdRows } from './proof-rows.ts'
import type { References } from './references.ts'
import type { Parts, Row } from './tables.ts'

export function meetingRow(
  { id, slug, input }: CheckedEntry<'Meeting'>,
  references: References,
): Row<'Meeting'> {
  const { title, summary, kind, format, status, date, place, parent } = input
  return {
    id,
    slug,
    title,
    titleKey: orderKey(title),
    summary,
    kind,
    format,
    status,
    date: date?.edtf ?? null,
    dateEarliest: date?.earliest ?? null,
    dateLatest: date?.latest ?? null,
    placeName: place?.name ?? null,
    placeKey: place ? wordKeys(place.name).join(' ') : null,
    placeCountryCode: place?.countryCode ?? null,
    placeLatitude: place?.latitude ?? null,
    placeLongitude: place?.longitude ?? null,
    parentId: references.optionalIdOf('Meeting', parent),
  }
}

export function meetingParts({ id, input }: CheckedEntry<'Meeting'>, references: References): Partial<Parts> {
  return {
    Attendance: input.participants.map(({ participant, roles, capacity, onBehalfOf }) => ({
      meetingId: id,
      participantId: references.idOf('Participant', participant),
      roles,
      capacity,
      onBehalfOfId: references.optionalIdOf('Participant', onBehalfOf),
    })),
    MeetingTopic: input.topics.map((topic) => ({ meetingId: id, topicId: references.idOf('Topic', topic) })),
    ExternalId: externalIdRows(input.externalIds, { meetingId: id }),
    Citation: citationRows(input.citations, { entryType: 'MEETING', cited: { meetingId: id }, references }),
  }
}
