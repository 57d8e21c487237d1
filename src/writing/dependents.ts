import type { Transaction } from '../database/transaction.ts'
import type { SluggedType } from '../domain/global-id.ts'
import { Prisma } from '../generated/prisma/client.ts'
import type { Known } from './check/known-entries.ts'

/** A column that refers to entries of a type, and the entry whose row that is. */
interface Referrer {
  table: string
  column: string
  /** The type of the entry that rests on it, and the column with its ID. */
  type: SluggedType
  id: string
  /** The table between, where the row does not know the entry itself. */
  through?: { table: string; column: string }
}

const byEvent = { table: 'AgreementEvent', column: 'eventId' }
const byProvision = { table: 'Provision', column: 'provisionId' }

/** What rests on the entries of a type: all that would be left without what it refers to. */
const referrers: { readonly [Type in SluggedType]: readonly Referrer[] } = {
  Meeting: [
    { table: 'Meeting', column: 'parentId', type: 'Meeting', id: 'id' },
    { table: 'Statement', column: 'meetingId', type: 'Statement', id: 'id' },
    { table: 'StatementAbout', column: 'meetingId', type: 'Statement', id: 'statementId' },
    { table: 'Agreement', column: 'meetingId', type: 'Agreement', id: 'id' },
    { table: 'AgreementEvent', column: 'meetingId', type: 'Agreement', id: 'agreementId' },
  ],
  Participant: [
    { table: 'Attendance', column: 'participantId', type: 'Meeting', id: 'meetingId' },
    { table: 'Attendance', column: 'onBehalfOfId', type: 'Meeting', id: 'meetingId' },
    { table: 'Office', column: 'ofId', type: 'Participant', id: 'holderId' },
    { table: 'Statement', column: 'speakerId', type: 'Statement', id: 'id' },
    { table: 'Statement', column: 'onBehalfOfId', type: 'Statement', id: 'id' },
    { table: 'StatementAddressee', column: 'participantId', type: 'Statement', id: 'statementId' },
    { table: 'StatementAbout', column: 'participantId', type: 'Statement', id: 'statementId' },
    { table: 'AgreementParty', column: 'participantId', type: 'Agreement', id: 'agreementId' },
    {
      table: 'AgreementEventParticipant',
      column: 'participantId',
      type: 'Agreement',
      id: 'agreementId',
      through: byEvent,
    },
    {
      table: 'ProvisionObligation',
      column: 'participantId',
      type: 'Agreement',
      id: 'agreementId',
      through: byProvision,
    },
    { table: 'Source', column: 'authorId', type: 'Source', id: 'id' },
  ],
  Statement: [
    { table: 'Statement', column: 'reportedInId', type: 'Statement', id: 'id' },
    { table: 'StatementLink', column: 'toId', type: 'Statement', id: 'fromId' },
  ],
  Agreement: [{ table: 'StatementAbout', column: 'agreementId', type: 'Statement', id: 'statementId' }],
  Issue: [{ table: 'Position', column: 'issueId', type: 'Statement', id: 'statementId' }],
  Topic: [
    { table: 'Topic', column: 'broaderId', type: 'Topic', id: 'id' },
    { table: 'MeetingTopic', column: 'topicId', type: 'Meeting', id: 'meetingId' },
    { table: 'StatementTopic', column: 'topicId', type: 'Statement', id: 'statementId' },
    { table: 'AgreementTopic', column: 'topicId', type: 'Agreement', id: 'agreementId' },
    { table: 'IssueTopic', column: 'topicId', type: 'Issue', id: 'issueId' },
  ],
  Source: [
    { table: 'Citation', column: 'sourceId', type: 'Meeting', id: 'meetingId' },
    { table: 'Citation', column: 'sourceId', type: 'Participant', id: 'participantId' },
    { table: 'Citation', column: 'sourceId', type: 'Statement', id: 'statementId' },
    { table: 'Citation', column: 'sourceId', type: 'Agreement', id: 'agreementId' },
    { table: 'Citation', column: 'sourceId', type: 'Agreement', id: 'agreementId', through: byEvent },
    { table: 'Citation', column: 'sourceId', type: 'Issue', id: 'issueId' },
    { table: 'Citation', column: 'sourceId', type: 'Topic', id: 'topicId' },
    { table: 'Citation', column: 'sourceId', type: 'Source', id: 'citedSourceId' },
  ],
}

/**
 * The other entries that rest on one, by type and ID, which follow the order of their creation; at most so many of
 * them, or all. One statement.
 */
export function dependentsOf(tx: Transaction, { type, id }: Known, most?: number): Promise<Known[]> {
  const selects = Prisma.join(
    referrers[type].map((referrer) => referrerSql(referrer, id)),
    ' UNION ',
  )
  return tx.query<Known>`
    SELECT "type", "id" FROM (${selects}) dependent WHERE "id" IS NOT NULL AND "id" <> ${id}::uuid
    ORDER BY "type" COLLATE "C", "id" LIMIT ${most ?? null}::integer`
}

function referrerSql({ table, column, type, id, through }: Referrer, entryId: string): Prisma.Sql {
  const from = through
    ? Prisma.sql`${name(table)} referring JOIN ${name(through.table)} holder ON holder."id" = referring.${name(through.column)}`
    : Prisma.sql`${name(table)} referring`
  return Prisma.sql`
    SELECT ${type} AS "type", ${through ? Prisma.sql`holder` : Prisma.sql`referring`}.${name(id)} AS "id"
    FROM ${from} WHERE referring.${name(column)} = ${entryId}::uuid`
}

function name(identifier: string): Prisma.Sql {
  return Prisma.raw(`"${identifier}"`)
}
