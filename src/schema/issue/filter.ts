import type { Condition } from '../../reading/condition.ts'
import { builder } from '../builder.ts'
import { isFound, isTrue, searchOptions, topicConditions } from '../filter.ts'
import { IDMatch, type IdMatch } from '../ids.ts'

interface IssueFilterShape {
  search?: string | null
  isContested?: boolean | null
  topics?: IdMatch | null
}

export const IssueFilter = builder.inputRef<IssueFilterShape>('IssueFilter').implement({
  description: 'Which issues; the fields are ANDed. Example: `{ isContested: true }`.',
  fields: (t) => ({
    search: t.string(searchOptions),
    isContested: t.boolean({
      description: 'Whether one side affirms and another denies it. Example: `true`.',
    }),
    topics: t.field({
      type: IDMatch,
      description: 'On these topics or narrower ones. Example: `{ any: ["elections"] }`.',
    }),
  }),
})

/** What the filter means to the door. */
export function issueCondition(filter: IssueFilterShape): Condition {
  return {
    all: [
      ...isFound(filter.search),
      ...isTrue('isContested', filter.isContested),
      ...topicConditions(filter.topics),
    ],
  }
}
