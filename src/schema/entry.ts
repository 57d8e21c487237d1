import { SLUGGED_TYPES } from '../domain/global-id.ts'
import { builder } from './builder.ts'
import { describedEnum } from './enum.ts'
import { idOf } from './ids.ts'
import type { Typed } from './related.ts'

const NODE_TYPES = [...SLUGGED_TYPES, 'AgreementEvent', 'Change'] as const

const descriptions = {
  id: 'The global ID: opaque, unique among all types. Example: `M_AZLxwJ2ydS2C8Y0cTfyFqw`.',
  slug: 'The stable key that people type, unique within its type. Example: `trump-putin-hamburg-2017`.',
  version: 'Which state of it this is, counted from 1: an update says which it changes, and makes the next.',
  citations: 'The places in sources that prove it.',
  createdAt: 'When it was entered into the record.',
  updatedAt: 'When it was last changed.',
}

export const Node = builder.interfaceRef<{ id: string }>('Node').implement({
  description: 'Anything with a global ID, by which `node` finds it again.',
  resolveType: (row) => typeNameOf(row),
  fields: (t) => ({ id: t.id({ description: descriptions.id }) }),
})

export const Entry = builder.interfaceRef<{ id: string }>('Entry').implement({
  description: 'An entry of the record: it has a stable key and the places that prove it.',
  interfaces: [Node],
  resolveType: (row) => typeNameOf(row),
  fields: (t) => ({
    slug: t.string({ description: descriptions.slug }),
    version: t.int({ description: descriptions.version }),
    citations: t.field({ type: ['Citation'], description: descriptions.citations }),
    createdAt: t.field({ type: 'DateTime', description: descriptions.createdAt }),
    updatedAt: t.field({ type: 'DateTime', description: descriptions.updatedAt }),
  }),
})

// The interfaces only declare what their types have. The fields are given to each type, where plugin-prisma can
// read them anew for a row that was read without them.
for (const type of NODE_TYPES) {
  builder.prismaObjectField(type, 'id', (t) =>
    t.id({ description: descriptions.id, select: { id: true }, resolve: (row) => idOf(type, row) }),
  )
}
for (const type of SLUGGED_TYPES) {
  builder.prismaObjectFields(type, (t) => ({
    slug: t.exposeString('slug', { description: descriptions.slug }),
    version: t.exposeInt('version', { description: descriptions.version }),
    citations: t.relation('citations', { description: descriptions.citations }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: descriptions.createdAt }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: descriptions.updatedAt }),
  }))
}

export const EntryType = describedEnum('EntryType', {
  description: 'The types of entries.',
  values: {
    MEETING: 'An encounter.',
    PARTICIPANT: 'Whoever meets, speaks or agrees.',
    STATEMENT: 'Something said.',
    AGREEMENT: 'What was agreed, and its turns.',
    ISSUE: 'A question on which statements take sides.',
    TOPIC: 'A subject.',
    SOURCE: 'Where the record has it from.',
  },
})

/** The type that a row of an interface or a union says. */
export function typeNameOf(row: object): string {
  const { __typename } = row as Partial<Typed>
  if (__typename === undefined) throw new Error('A row of an interface does not say its type')
  return __typename
}
