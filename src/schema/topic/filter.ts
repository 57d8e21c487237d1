import type { Condition } from '../../reading/condition.ts'
import { builder } from '../builder.ts'
import { isFound, one, refersToOne, searchOptions } from '../filter.ts'

interface TopicFilterShape {
  search?: string | null
  broader?: string | null
}

export const TopicFilter = builder.inputRef<TopicFilterShape>('TopicFilter').implement({
  description: 'Which topics. Example: `{ broader: "armed-conflict" }`.',
  fields: (t) => ({
    search: t.string(searchOptions),
    broader: t.id({
      description: 'Those right below this one: a global ID or a slug. Example: `"armed-conflict"`.',
    }),
  }),
})

/** What the filter means to the door. */
export function topicCondition({ search, broader }: TopicFilterShape): Condition {
  return { all: [...isFound(search), ...refersToOne('broaderId', 'Topic', one(broader))] }
}
