import { everything } from '../../reading/condition.ts'
import type { Direction, OrderTerm } from '../../reading/order.ts'
import { builder } from '../builder.ts'
import { connectionType } from '../connection-type.ts'
import { byFuzzyDate } from '../fuzzy-date.ts'
import { defineList } from '../list.ts'
import { bySlug, instants, orderInput } from '../order.ts'
import { StatementFilter, statementCondition } from './filter.ts'

connectionType('Statement', 'A list of statements; newest first unless asked otherwise.')

/** By the place among the statements of a meeting; what has none comes last either way. */
export function byOrdinal(direction: Direction): OrderTerm {
  return { columns: ['ordinal'], direction, isNullable: true }
}

const order = orderInput(
  'Statement',
  new Map([
    [
      'DATE',
      {
        description: 'The first day that its date can mean, then the last.',
        term: (way) => byFuzzyDate('date', way),
      },
    ],
    ['ORDINAL', { description: 'Its place among the statements of its meeting.', term: byOrdinal }],
    ...instants,
  ]),
)

/** Lists of statements. */
export const statements = defineList({
  node: 'Statement',
  order: [byFuzzyDate('date', 'DESC'), { ...bySlug, direction: 'DESC' }],
  args: builder.args((t) => ({
    filter: t.field({ type: StatementFilter, description: 'Which statements; all where it is left out.' }),
    orderBy: t.field({ type: [order.input], description: 'In which order, instead of the usual one.' }),
  })),
  read: ({ filter, orderBy }) => ({
    where: filter ? statementCondition(filter) : everything,
    order: order.read(orderBy),
  }),
})
