import type { Row } from '../reading/reader.ts'
import type { Query, Selection } from '../reading/selection.ts'
import { builder } from './builder.ts'
import { describedEnum } from './enum.ts'
import { idOf } from './ids.ts'
import type { Typed } from './related.ts'

export const NODE_TYPES = [
  'Meeting',
  'Participant',
  'Statement',
  'Agreement',
  'AgreementEvent',
  'Issue',
  'Topic',
  'Source',
] as const
const nodeTypes = new Map(NODE_TYPES.map((type) => [String(type), type]))

export const Node = builder.interfaceRef<{ id: string }>('Node').implement({
  description: 'Anything with a global ID, by which `node` finds it again.',
  resolveType: (row) => typeNameOf(row),
  fields: (t) => ({
    id: t.id({
      description: 'The global ID: opaque, unique among all types. Example: `M_AZLxwJ2ydS2C8Y0cTfyFqw`.',
      extensions: { pothosPrismaSelect: { id: true } },
      resolve: (row, _args, _context, info) => {
        const type = nodeTypes.get(info.parentType.name)
        if (!type) throw new Error(`${info.parentType.name} has no global IDs`)
        return idOf(type, row)
      },
    }),
  }),
})

/** The options of a field that gives a column as it is. */
const column = (name: string) => ({
  extensions: { pothosPrismaSelect: { [name]: true } },
  resolve: (row: object) => Reflect.get(row, name),
})

export const Entry = builder.interfaceRef<{ id: string }>('Entry').implement({
  description: 'An entry of the record: it has a stable key and the places that prove it.',
  interfaces: [Node],
  resolveType: (row) => typeNameOf(row),
  fields: (t) => ({
    slug: t.string({
      description:
        'The stable key that people type, unique within its type. Example: `trump-putin-hamburg-2017`.',
      ...column('slug'),
    }),
    citations: t.field({
      type: ['Citation'],
      description: 'The places in sources that prove it.',
      extensions: {
        pothosPrismaSelect: (
          _args: object,
          _context: object,
          nested: (query: Query) => Query,
        ): { select: Selection } => ({
          select: { citations: nested({}) },
        }),
      },
      resolve: (row): Row<'Citation'>[] => Reflect.get(row, 'citations'),
    }),
    createdAt: t.field({
      type: 'DateTime',
      description: 'When it was entered into the record.',
      ...column('createdAt'),
    }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it was last changed.',
      ...column('updatedAt'),
    }),
  }),
})

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

function typeNameOf(row: object): string {
  const { __typename } = row as Partial<Typed>
  if (__typename === undefined) throw new Error('A row of an interface does not say its type')
  return __typename
}
