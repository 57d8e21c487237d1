import { everything } from '../../reading/condition.ts'
import { builder } from '../builder.ts'
import { connectionType } from '../connection-type.ts'
import { defineList } from '../list.ts'
import { by, bySlug } from '../order.ts'
import { SourceFilter, sourceCondition } from './filter.ts'

connectionType('Source', 'A list of sources, by title.')

/** Lists of sources. */
export const sources = defineList({
  node: 'Source',
  order: [by('titleKey'), bySlug],
  args: builder.args((t) => ({
    filter: t.field({ type: SourceFilter, description: 'Which sources; all where it is left out.' }),
  })),
  read: ({ filter }) => ({ where: filter ? sourceCondition(filter) : everything }),
})
