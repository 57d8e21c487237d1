import { v7 } from 'uuid'
import { orderKey } from '../../domain/folding.ts'
import type { CheckedEntry } from '../check/entries.ts'
import { citationRows, externalIdRows } from './proof-rows.ts'
import type { References } from './references.ts'
import type { Parts, Row } from './tables.ts'

export function agreementRow(
  { id, slug, input }: CheckedEntry<'Agreement'>,
  references: References,
): Row<'Agreement'> {
  const { title, summary, kind, form, meeting, scope, effective } = input
  return {
    id,
    slug,
    title,
    titleKey: orderKey(title),
    summary,
    kind,
    form,
    meetingId: references.optionalIdOf('Meeting', meeting),
    scopeName: scope?.name ?? null,
    scopeCountryCode: scope?.countryCode ?? null,
    scopeLatitude: scope?.latitude ?? null,
    scopeLongitude: scope?.longitude ?? null,
    effective: effective?.edtf ?? null,
    effectiveEarliest: effective?.earliest ?? null,
    effectiveLatest: effective?.latest ?? null,
  }
}

export function agreementParts(entry: CheckedEntry<'Agreement'>, references: References): Partial<Parts> {
  const { id, input } = entry
  const events = eventParts(entry, references)
  const citations = citationRows(input.citations, {
    entryType: 'AGREEMENT',
    cited: { agreementId: id },
    references,
  })
  return {
    AgreementParty: input.parties.map(({ participant, role, since, until }) => ({
      agreementId: id,
      participantId: references.idOf('Participant', participant),
      role,
      since: since?.edtf ?? null,
      sinceEarliest: since?.earliest ?? null,
      sinceLatest: since?.latest ?? null,
      until: until?.edtf ?? null,
      untilEarliest: until?.earliest ?? null,
      untilLatest: until?.latest ?? null,
    })),
    ...provisionParts(entry, references),
    ...events,
    AgreementTopic: input.topics.map((topic) => ({
      agreementId: id,
      topicId: references.idOf('Topic', topic),
    })),
    ExternalId: externalIdRows(input.externalIds, { agreementId: id }),
    Citation: [...citations, ...events.Citation],
  }
}

function provisionParts({ id: agreementId, input }: CheckedEntry<'Agreement'>, references: References) {
  const provisions = input.provisions.map((provision, place) => ({
    ...provision,
    id: v7(),
    ordinal: place + 1,
  }))
  return {
    Provision: provisions.map(({ id, ordinal, text }) => ({ id, agreementId, ordinal, text })),
    ProvisionObligation: provisions.flatMap(({ id, obliges }) =>
      obliges.map((participant, place) => ({
        provisionId: id,
        participantId: references.idOf('Participant', participant),
        ordinal: place + 1,
      })),
    ),
  }
}

function eventParts({ id: agreementId, input }: CheckedEntry<'Agreement'>, references: References) {
  const events = input.events.map((event, place) => ({ ...event, id: v7(), ordinal: place + 1 }))
  return {
    AgreementEvent: events.map(({ id, ordinal, kind, planned, date, meeting, note }) => ({
      id,
      agreementId,
      ordinal,
      kind,
      planned,
      date: date?.edtf ?? null,
      dateEarliest: date?.earliest ?? null,
      dateLatest: date?.latest ?? null,
      meetingId: references.optionalIdOf('Meeting', meeting),
      note,
    })),
    AgreementEventParticipant: events.flatMap(({ id, participants }) =>
      participants.map((participant, place) => ({
        eventId: id,
        participantId: references.idOf('Participant', participant),
        ordinal: place + 1,
      })),
    ),
    Citation: events.flatMap(({ id, citations }) =>
      citationRows(citations, { entryType: 'AGREEMENT', cited: { eventId: id }, references }),
    ),
  }
}
