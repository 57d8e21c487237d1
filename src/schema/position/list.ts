import type { Stance } from '../../generated/prisma/enums.ts'
import { everything } from '../../reading/condition.ts'
import { builder } from '../builder.ts'
import { connectionType } from '../connection-type.ts'
import { oneOf, refersToOne } from '../filter.ts'
import { defineList } from '../list.ts'
import { bySlug } from '../order.ts'
import { StanceEnum } from '../statement/filter.ts'

connectionType('Position', 'A list of stances, by the slug of the statement.')

interface PositionFilterShape {
  stance?: readonly Stance[] | null
  side?: readonly string[] | null
}

const PositionFilter = builder.inputRef<PositionFilterShape>('PositionFilter').implement({
  description: 'Which stances. Example: `{ stance: [DENIES], side: ["russia"] }`.',
  fields: (t) => ({
    stance: t.field({ type: [StanceEnum], description: 'One of these. Example: `[AFFIRMS, DENIES]`.' }),
    side: t.idList({
      description: 'Held by one of these sides: global IDs or slugs. Example: `["russia"]`.',
    }),
  }),
})

/** By the statement, then the issue: together they are unique. */
export const positionOrder = ['statement', 'issue'].map((through) => ({ ...bySlug, through }))

/** Lists of positions. */
export const positions = defineList({
  node: 'Position',
  order: positionOrder,
  args: builder.args((t) => ({
    filter: t.field({ type: PositionFilter, description: 'Which stances; all where it is left out.' }),
  })),
  read: ({ filter }) => ({
    where: filter
      ? {
          all: [
            ...oneOf('stance', filter.stance),
            ...refersToOne('sideId', 'Participant', filter.side).map((where) => ({
              some: 'statement',
              where,
            })),
          ],
        }
      : everything,
  }),
})
