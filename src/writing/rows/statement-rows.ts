import { v7 } from 'uuid'
import { sideOf } from '../../domain/side.ts'
import type { CheckedEntry } from '../check/entries.ts'
import { citationRows, externalIdRows } from './proof-rows.ts'
import type { References } from './references.ts'
import type { Parts, Row } from './tables.ts'

/**
 * How a reported statement is known, and which statement is the outermost of its chain, is told by the others of the
 * chain (derive/evidence.ts, derive/new-evidence.ts). Until then it counts as first-hand, in a chain of two.
 */
export function statementRow(
  { id, slug, input }: CheckedEntry<'Statement'>,
  references: References,
): Row<'Statement'> {
  const { text, language, original, originalLanguage, wording, act, date, ordinal } = input
  const speakerId = references.idOf('Participant', input.speaker)
  const onBehalfOfId = references.optionalIdOf('Participant', input.onBehalfOf)
  const reportedInId = references.optionalIdOf('Statement', input.reportedIn)
  return {
    id,
    slug,
    text,
    language,
    original,
    originalLanguage,
    wording,
    act,
    speakerId,
    onBehalfOfId,
    sideId: sideOf({ speakerId, onBehalfOfId }),
    date: date?.edtf ?? null,
    dateEarliest: date?.earliest ?? null,
    dateLatest: date?.latest ?? null,
    meetingId: references.optionalIdOf('Meeting', input.meeting),
    ordinal,
    reportedInId,
    outermostId: reportedInId ?? id,
    evidence: 'FIRST_HAND',
  }
}

export function statementParts(
  { id, input }: CheckedEntry<'Statement'>,
  references: References,
): Partial<Parts> {
  return {
    StatementAddressee: input.addressees.map((addressee, place) => ({
      statementId: id,
      participantId: references.idOf('Participant', addressee),
      ordinal: place + 1,
    })),
    StatementAbout: input.about.map((subject, place) => {
      const about = references.entryOf(['Meeting', 'Agreement', 'Participant'], subject)
      return {
        id: v7(),
        statementId: id,
        ordinal: place + 1,
        meetingId: about.type === 'Meeting' ? about.id : null,
        agreementId: about.type === 'Agreement' ? about.id : null,
        participantId: about.type === 'Participant' ? about.id : null,
      }
    }),
    Position: input.positions.map(({ issue, stance }) => ({
      statementId: id,
      issueId: references.idOf('Issue', issue),
      stance,
    })),
    StatementLink: input.links.map(({ kind, to, note }) => ({
      fromId: id,
      toId: references.idOf('Statement', to),
      kind,
      note,
    })),
    StatementTopic: input.topics.map((topic) => ({
      statementId: id,
      topicId: references.idOf('Topic', topic),
    })),
    ExternalId: externalIdRows(input.externalIds, { statementId: id }),
    Citation: citationRows(input.citations, {
      entryType: 'STATEMENT',
      cited: { statementId: id },
      references,
    }),
  }
}
