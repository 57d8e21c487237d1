import SchemaBuilder from '@pothos/core'
import PrismaPlugin from '@pothos/plugin-prisma'
import type PrismaTypes from '../generated/pothos.ts'
import { getDatamodel } from '../generated/pothos.ts'
import type { Reader, Row } from '../reading/reader.ts'
import type { Connection, NodeConnection } from './connection.ts'

/** The models whose rows are the nodes of connections. */
export type NodeModel =
  | 'Meeting'
  | 'Participant'
  | 'Statement'
  | 'Agreement'
  | 'Issue'
  | 'Topic'
  | 'Source'
  | 'Position'
  | 'Citation'

/** The connections whose edges tell more than a cursor. */
export type EdgeName =
  | 'MeetingParticipants'
  | 'ParticipantMeetings'
  | 'AgreementParties'
  | 'ParticipantAgreements'

/** What every resolver is given. */
export interface Context {
  reader: Reader
}

export interface Types {
  Context: Context
  PrismaTypes: PrismaTypes
  // Types by name: a folder of a type refers to the others without importing them.
  Objects: { [Name in keyof PrismaTypes]: Row<Name> } & {
    [Name in NodeModel as `${Name}Connection`]: NodeConnection<Row<NodeModel>>
  } & {
    [Name in EdgeName as `${Name}Connection`]: Connection<object>
  } & { [Name in EdgeName as `${Name}Edge`]: object }
  DefaultFieldNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    Date: { Input: string; Output: string }
    DateTime: { Input: string; Output: Date }
    EDTF: { Input: string; Output: string }
    URL: { Input: string; Output: string }
    CountryCode: { Input: string; Output: string }
    LanguageTag: { Input: string; Output: string }
  }
}

export const builder = new SchemaBuilder<Types>({
  plugins: [PrismaPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: (context) => context.reader.delegates,
    dmmf: getDatamodel(),
    exposeDescriptions: { models: true, fields: true },
    onUnusedQuery: process.env['NODE_ENV'] === 'production' ? null : 'error',
  },
})

builder.queryType({ description: 'Questions to the record. Every list is a Relay connection.' })
