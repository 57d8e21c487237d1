import SchemaBuilder from '@pothos/core'
import PrismaPlugin from '@pothos/plugin-prisma'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import TracingPlugin from '@pothos/plugin-tracing'
import { hasRole, type Viewer } from '../access/viewer.ts'
import type PrismaTypes from '../generated/pothos.ts'
import { getDatamodel } from '../generated/pothos.ts'
import type { Role } from '../generated/prisma/enums.ts'
import type { ChangeFeed } from '../reading/change-feed.ts'
import type { Reader, Row } from '../reading/reader.ts'
import type { EnumName, PartName } from '../writing/input/names.ts'
import type { Writer } from '../writing/writer.ts'
import type { Connection, NodeConnection } from './connection.ts'
import { notAllowed } from './errors.ts'
import { missingRole } from './missing-role.ts'
import { tracingOf } from './tracing.ts'
import './whole-rows.ts'

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
  | 'Change'

/** The connections whose edges tell more than a cursor. */
export type EdgeName =
  | 'MeetingParticipants'
  | 'ParticipantMeetings'
  | 'AgreementParties'
  | 'ParticipantAgreements'

/** The ID of the last event of a stream that its client has, or is being sent; before the first, of where it begins. */
export interface LastEvent {
  id: string | null
}

/** What every resolver is given. */
export interface Context {
  reader: Reader
  writer: Writer
  feed: ChangeFeed
  /** Where the client is in its stream of events. */
  lastEvent: LastEvent
  /** Who asks; null for an anonymous reader. */
  viewer: Viewer | null
  /** Whether reading takes a key as well. */
  isReadingRestricted: boolean
}

export interface Types {
  Context: Context
  /** The role that a field takes. */
  AuthScopes: { role: Role }
  PrismaTypes: PrismaTypes
  // Types by name: a folder of a type refers to the others without importing them.
  Objects: { [Name in keyof PrismaTypes]: Row<Name> } & {
    [Name in NodeModel as `${Name}Connection`]: NodeConnection<Row<NodeModel>>
  } & {
    [Name in EdgeName as `${Name}Connection`]: Connection<object>
  } & { [Name in EdgeName as `${Name}Edge`]: object }
  // What is in them is told by the rules of writing, which check it too.
  Inputs: { [Name in EnumName | PartName]: unknown }
  DefaultFieldNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    Date: { Input: string; Output: string }
    DateTime: { Input: string; Output: Date }
    EDTF: { Input: string; Output: string }
    URL: { Input: string; Output: string }
    CountryCode: { Input: string; Output: string }
    LanguageTag: { Input: string; Output: string }
    JSON: { Input: unknown; Output: unknown }
  }
}

export const builder = new SchemaBuilder<Types>({
  // Who may do something comes before all that the others see to.
  plugins: [ScopeAuthPlugin, PrismaPlugin, TracingPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: (context) => context.reader.delegates,
    dmmf: getDatamodel(),
    exposeDescriptions: { models: true, fields: true },
    onUnusedQuery: process.env['NODE_ENV'] === 'production' ? null : 'error',
  },
  tracing: tracingOf(),
  scopeAuth: {
    authScopes: ({ viewer, isReadingRestricted }) => ({
      role: (role) => (role === 'READER' && !isReadingRestricted) || hasRole(viewer, role),
    }),
    // Before a stream opens: by default it opens, and each of its events is refused.
    authorizeOnSubscribe: true,
    unauthorizedError: (_parent, { viewer }, _info, { failure }) => notAllowed(viewer, missingRole(failure)),
  },
})

builder.queryType({
  description: 'Questions to the record. Every list is a Relay connection.',
  authScopes: { role: 'READER' },
})

builder.subscriptionType({
  description:
    'What happens from now on, as server-sent events (`Accept: text/event-stream`), by the protocol of graphql-sse in distinct connections mode.',
  authScopes: { role: 'READER' },
})
