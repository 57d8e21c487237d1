import type { Day } from '../../domain/day.ts'
import type { SluggedType } from '../../domain/global-id.ts'
import type { Prisma } from '../../generated/prisma/client.ts'

/** What follows from the rest of the record, or from the moment of writing: not given with a row. */
type Derived = 'isContested' | 'version' | 'createdAt' | 'updatedAt'

/** The tables of what belongs to entries, in an order that their foreign keys allow. */
export const PART_TABLES = [
  'Attendance',
  'MeetingTopic',
  'Office',
  'StatementAddressee',
  'StatementAbout',
  'Position',
  'StatementLink',
  'StatementTopic',
  'AgreementParty',
  'Provision',
  'ProvisionObligation',
  'AgreementEvent',
  'AgreementEventParticipant',
  'AgreementTopic',
  'IssueTopic',
  'ExternalId',
  'Citation',
] as const

export type PartTable = (typeof PART_TABLES)[number]

export type Table = SluggedType | PartTable | 'AgreementPhase'

/** A row with all of its columns, days as texts. */
export type Row<Name extends Table> = {
  [Column in Exclude<keyof Scalars<Name>, Derived>]: Stored<Scalars<Name>[Column]>
}

type Scalars<Name extends Table> = Prisma.TypeMap['model'][Name]['payload']['scalars']

type Stored<Value> = Value extends Date ? Day : Value

export type Parts = { [Name in PartTable]: Row<Name>[] }

export function noParts(): Parts {
  return {
    Attendance: [],
    MeetingTopic: [],
    Office: [],
    StatementAddressee: [],
    StatementAbout: [],
    Position: [],
    StatementLink: [],
    StatementTopic: [],
    AgreementParty: [],
    Provision: [],
    ProvisionObligation: [],
    AgreementEvent: [],
    AgreementEventParticipant: [],
    AgreementTopic: [],
    IssueTopic: [],
    ExternalId: [],
    Citation: [],
  }
}
