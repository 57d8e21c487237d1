import { everything } from '../../reading/condition.ts'
import { builder } from '../builder.ts'
import { connectionType } from '../connection-type.ts'
import { defineList } from '../list.ts'
import { by, bySlug, instants, orderInput } from '../order.ts'
import { AttendanceFilter, attendanceCondition, ParticipantFilter, participantCondition } from './filter.ts'

connectionType('Participant', 'A list of participants; by name unless asked otherwise.')

const order = orderInput(
  'Participant',
  new Map([
    ['NAME', { description: 'The name, without case and accents.', term: (way) => by('nameKey', way) }],
    ...instants,
  ]),
)

/** By name; of those of one name, by slug. */
export const byName = [by('nameKey'), bySlug]

/** Lists of participants. */
export const participants = defineList({
  node: 'Participant',
  order: byName,
  args: builder.args((t) => ({
    filter: t.field({
      type: ParticipantFilter,
      description: 'Which participants; all where it is left out.',
    }),
    orderBy: t.field({ type: [order.input], description: 'In which order; by name where it is left out.' }),
  })),
  read: ({ filter, orderBy }) => ({
    where: filter ? participantCondition(filter) : everything,
    order: order.read(orderBy),
  }),
})

/** Who was at a meeting. */
export const attendances = defineList({
  node: 'Participant',
  isOfRows: true,
  order: byName.map((term) => ({ ...term, through: 'participant' })),
  args: builder.args((t) => ({
    filter: t.field({
      type: AttendanceFilter,
      description: 'Which of those who were there; all where it is left out.',
    }),
  })),
  read: ({ filter }) => ({ where: attendanceCondition(filter) }),
})
