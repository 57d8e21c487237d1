import { everything } from '../../reading/condition.ts'
import { builder } from '../builder.ts'
import { connectionType } from '../connection-type.ts'
import { defineList } from '../list.ts'
import { by, bySlug } from '../order.ts'
import { TopicFilter, topicCondition } from './filter.ts'

connectionType('Topic', 'A list of topics, by name.')

/** Lists of topics. */
export const topics = defineList({
  node: 'Topic',
  order: [by('nameKey'), bySlug],
  args: builder.args((t) => ({
    filter: t.field({ type: TopicFilter, description: 'Which topics; all where it is left out.' }),
  })),
  read: ({ filter }) => ({ where: filter ? topicCondition(filter) : everything }),
})
