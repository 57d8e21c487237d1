import type { SluggedType } from '../../domain/global-id.ts'
import type { PartTable } from './tables.ts'

/** The rows of a table that belong to entries of a type: by a column of their own, or that of what they belong to. */
export interface Owned {
  table: PartTable
  /** The column that holds the entry's ID; with `through` that of the row between. */
  column: string
  /** The table between, whose rows own these. */
  through?: { table: 'AgreementEvent' | 'Provision'; column: string }
}

const byEvent = { table: 'AgreementEvent', column: 'agreementId' } as const
const byProvision = { table: 'Provision', column: 'agreementId' } as const

/** All that belongs to an entry. */
export const ownedBy: { readonly [Type in SluggedType]: readonly Owned[] } = {
  Meeting: [
    { table: 'Attendance', column: 'meetingId' },
    { table: 'MeetingTopic', column: 'meetingId' },
    { table: 'ExternalId', column: 'meetingId' },
    { table: 'Citation', column: 'meetingId' },
  ],
  Participant: [
    { table: 'Office', column: 'holderId' },
    { table: 'ExternalId', column: 'participantId' },
    { table: 'Citation', column: 'participantId' },
  ],
  Statement: [
    { table: 'StatementAddressee', column: 'statementId' },
    { table: 'StatementAbout', column: 'statementId' },
    { table: 'Position', column: 'statementId' },
    { table: 'StatementLink', column: 'fromId' },
    { table: 'StatementTopic', column: 'statementId' },
    { table: 'ExternalId', column: 'statementId' },
    { table: 'Citation', column: 'statementId' },
  ],
  Agreement: [
    { table: 'AgreementParty', column: 'agreementId' },
    { table: 'Provision', column: 'agreementId' },
    { table: 'ProvisionObligation', column: 'provisionId', through: byProvision },
    { table: 'AgreementEvent', column: 'agreementId' },
    { table: 'AgreementEventParticipant', column: 'eventId', through: byEvent },
    { table: 'AgreementTopic', column: 'agreementId' },
    { table: 'ExternalId', column: 'agreementId' },
    { table: 'Citation', column: 'agreementId' },
    { table: 'Citation', column: 'eventId', through: byEvent },
  ],
  Issue: [
    { table: 'IssueTopic', column: 'issueId' },
    { table: 'Citation', column: 'issueId' },
  ],
  Topic: [{ table: 'Citation', column: 'topicId' }],
  Source: [
    { table: 'ExternalId', column: 'sourceId' },
    { table: 'Citation', column: 'citedSourceId' },
  ],
}

/** The columns that tell the rows of a table apart, where that is not an ID of their own. */
const compoundKeys: Partial<Record<PartTable, readonly string[]>> = {
  Attendance: ['meetingId', 'participantId'],
  MeetingTopic: ['meetingId', 'topicId'],
  StatementAddressee: ['statementId', 'participantId'],
  Position: ['statementId', 'issueId'],
  StatementLink: ['fromId', 'toId', 'kind'],
  StatementTopic: ['statementId', 'topicId'],
  AgreementParty: ['agreementId', 'participantId'],
  ProvisionObligation: ['provisionId', 'participantId'],
  AgreementEventParticipant: ['eventId', 'participantId'],
  AgreementTopic: ['agreementId', 'topicId'],
  IssueTopic: ['issueId', 'topicId'],
}

/** The columns that tell the rows of a table of parts apart. */
export function keyOf(table: PartTable): readonly string[] {
  return compoundKeys[table] ?? ['id']
}

/** Whether rows of a table have IDs of their own. */
export function hasOwnIds(table: PartTable): boolean {
  return compoundKeys[table] === undefined
}

/** The columns that say what a row of a table belongs to. */
export function ownersOf(table: PartTable): readonly string[] {
  return owners.get(table) ?? []
}

const owners = new Map(
  [...Map.groupBy(Object.values(ownedBy).flat(), ({ table }) => table)].map(([table, owned]) => [
    table,
    [...new Set(owned.map(({ column }) => column))].sort(),
  ]),
)
