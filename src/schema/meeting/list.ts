import { everything } from '../../reading/condition.ts'
import { builder } from '../builder.ts'
import { connectionType } from '../connection-type.ts'
import { byFuzzyDate } from '../fuzzy-date.ts'
import { defineList } from '../list.ts'
import { by, bySlug, instants, orderInput } from '../order.ts'
import { MeetingFilter, meetingCondition } from './filter.ts'

connectionType('Meeting', 'A list of meetings; newest first unless asked otherwise.')

const order = orderInput(
  'Meeting',
  new Map([
    [
      'DATE',
      {
        description: 'The first day that its date can mean, then the last.',
        term: (way) => byFuzzyDate('date', way),
      },
    ],
    ['TITLE', { description: 'The title, without case and accents.', term: (way) => by('titleKey', way) }],
    ...instants,
  ]),
)

/** Lists of meetings. */
export const meetings = defineList({
  node: 'Meeting',
  order: [byFuzzyDate('date', 'DESC'), { ...bySlug, direction: 'DESC' }],
  args: builder.args((t) => ({
    filter: t.field({ type: MeetingFilter, description: 'Which meetings; all where it is left out.' }),
    orderBy: t.field({
      type: [order.input],
      description: 'In which order; newest first where it is left out.',
    }),
  })),
  read: ({ filter, orderBy }) => ({
    where: filter ? meetingCondition(filter) : everything,
    order: order.read(orderBy),
  }),
})
