import { everything } from '../../reading/condition.ts'
import { builder } from '../builder.ts'
import { connectionType } from '../connection-type.ts'
import { byFuzzyDate } from '../fuzzy-date.ts'
import { defineList } from '../list.ts'
import { by, bySlug, instants, orderInput } from '../order.ts'
import { byName } from '../participant/list.ts'
import { AgreementFilter, agreementCondition, PartyFilter, partyCondition } from './filter.ts'

connectionType('Agreement', 'A list of agreements; newest first unless asked otherwise.')

const order = orderInput(
  'Agreement',
  new Map([
    [
      'EFFECTIVE',
      {
        description: 'The first day for which it is meant to hold, then the last.',
        term: (way) => byFuzzyDate('effective', way),
      },
    ],
    ['TITLE', { description: 'The title, without case and accents.', term: (way) => by('titleKey', way) }],
    ...instants,
  ]),
)

/** Lists of agreements. */
export const agreements = defineList({
  node: 'Agreement',
  order: [byFuzzyDate('effective', 'DESC'), { ...bySlug, direction: 'DESC' }],
  args: builder.args((t) => ({
    filter: t.field({ type: AgreementFilter, description: 'Which agreements; all where it is left out.' }),
    orderBy: t.field({
      type: [order.input],
      description: 'In which order; newest first where it is left out.',
    }),
  })),
  read: ({ filter, orderBy }) => ({
    where: filter ? agreementCondition(filter) : everything,
    order: order.read(orderBy),
  }),
})

/** Who takes part in an agreement. */
export const parties = defineList({
  node: 'Participant',
  isOfRows: true,
  order: byName.map((term) => ({ ...term, through: 'participant' })),
  args: builder.args((t) => ({
    filter: t.field({
      type: PartyFilter,
      description: 'Which of those who take part; all where it is left out.',
    }),
  })),
  read: ({ filter }) => ({ where: partyCondition(filter) }),
})
