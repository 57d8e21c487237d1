import { SLUGGED_TYPES, type SluggedType } from '../../domain/global-id.ts'

/** The columns by which rows of the other tables belong to entries, and to entries of which type. */
const ownerColumns: Readonly<Record<string, Readonly<Record<string, SluggedType>>>> = {
  Attendance: { meetingId: 'Meeting' },
  MeetingTopic: { meetingId: 'Meeting' },
  Office: { holderId: 'Participant' },
  ParticipantRedirect: { toId: 'Participant' },
  Position: { statementId: 'Statement' },
  StatementLink: { fromId: 'Statement' },
  StatementAddressee: { statementId: 'Statement' },
  StatementAbout: { statementId: 'Statement' },
  StatementTopic: { statementId: 'Statement' },
  AgreementParty: { agreementId: 'Agreement' },
  AgreementEvent: { agreementId: 'Agreement' },
  AgreementEventParticipant: { eventId: 'Agreement' },
  AgreementPhase: { agreementId: 'Agreement', eventId: 'Agreement' },
  AgreementTopic: { agreementId: 'Agreement' },
  Provision: { agreementId: 'Agreement' },
  ProvisionObligation: { provisionId: 'Agreement' },
  IssueTopic: { issueId: 'Issue' },
  Citation: {
    meetingId: 'Meeting',
    participantId: 'Participant',
    statementId: 'Statement',
    agreementId: 'Agreement',
    eventId: 'Agreement',
    issueId: 'Issue',
    topicId: 'Topic',
    citedSourceId: 'Source',
  },
  ExternalId: {
    meetingId: 'Meeting',
    participantId: 'Participant',
    statementId: 'Statement',
    agreementId: 'Agreement',
    sourceId: 'Source',
  },
}

export function isEntry(model: string): boolean {
  return SLUGGED_TYPES.some((type) => type === model)
}

/** Of which types the entries are that rows of a model are, or belong to; none for what nobody writes. */
export function ownersOf(model: string): readonly string[] {
  return isEntry(model) ? [model] : [...new Set(Object.values(ownerColumns[model] ?? {}))]
}

/** Whether rows of a model belong, by this column, to what it leads to. */
export function isOwnerColumn(model: string, column: string): boolean {
  return ownerColumns[model]?.[column] !== undefined
}
