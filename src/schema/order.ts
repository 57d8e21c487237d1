import type { Direction, Order, OrderTerm } from '../reading/order.ts'
import { builder } from './builder.ts'
import { badUserInput } from './errors.ts'

const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Which way an order runs. What has no value comes last either way.',
  values: {
    ASC: { description: 'From the earliest, the smallest, A.' },
    DESC: { description: 'From the latest, the greatest, Z.' },
  },
})

export interface OrderShape {
  field: string
  direction: Direction
}

interface OrderField {
  description: string
  /** The term that the field stands for. */
  term(direction: Direction): OrderTerm
}

/** What ends every order: the slug, which no two entries of a type share. */
export const bySlug: OrderTerm = { columns: ['slug'], direction: 'ASC', isNullable: false }

/** By columns that every row has. */
export function by(column: string, direction: Direction = 'ASC'): OrderTerm {
  return { columns: [column], direction, isNullable: false }
}

/**
 * Defines the input by which clients order a list: its fields, and the term that each stands for. `read` makes
 * an order of what was asked, ended by the slug in the direction of the last term.
 */
export function orderInput(type: string, fields: ReadonlyMap<string, OrderField>) {
  const fieldType = builder.enumType(`${type}OrderField`, {
    description: `By what a list of ${type}s can be ordered.`,
    values: Object.fromEntries([...fields].map(([name, { description }]) => [name, { description }])),
  })
  const [example] = fields.keys()
  const input = builder.inputRef<OrderShape>(`${type}Order`).implement({
    description: `A term of an order; several are applied one after the other. Example: \`{ field: ${example}, direction: DESC }\`.`,
    fields: (t) => ({
      field: t.field({ type: fieldType, required: true, description: `By what. Example: \`${example}\`.` }),
      direction: t.field({ type: OrderDirection, required: true, description: 'Which way. Example: `ASC`.' }),
    }),
  })
  return {
    input,
    read(asked: readonly OrderShape[] | null | undefined): Order | undefined {
      if (!asked || asked.length === 0) return undefined
      if (new Set(asked.map(({ field }) => field)).size < asked.length) {
        throw badUserInput('"orderBy" names a field twice. Name each once.')
      }
      const terms = asked.flatMap(({ field, direction }) => fields.get(field)?.term(direction) ?? [])
      return [...terms, { ...bySlug, direction: terms.at(-1)?.direction ?? 'ASC' }]
    },
  }
}

/** What the lists of every type of entry can be ordered by. */
export const instants: readonly [string, OrderField][] = [
  [
    'CREATED_AT',
    { description: 'When it was entered into the record.', term: (way) => by('createdAt', way) },
  ],
  ['UPDATED_AT', { description: 'When it was last changed.', term: (way) => by('updatedAt', way) }],
]
