import type { Condition } from '../../reading/condition.ts'
import { builder } from '../builder.ts'
import { referencesTo } from '../ids.ts'

interface TopicFilterShape {
  broader?: string | null
}

export const TopicFilter = builder.inputRef<TopicFilterShape>('TopicFilter').implement({
  description: 'Which topics. Example: `{ broader: "armed-conflict" }`.',
  fields: (t) => ({
    broader: t.id({
      description: 'Those right below this one: a global ID or a slug. Example: `"armed-conflict"`.',
    }),
  }),
})

/** What the filter means to the door. */
export function topicCondition({ broader }: TopicFilterShape): Condition {
  return { all: broader ? [{ column: 'broaderId', refersTo: referencesTo('Topic', [broader]) }] : [] }
}
