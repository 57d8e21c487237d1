import { everything } from '../../reading/condition.ts'
import { builder } from '../builder.ts'
import { connectionType } from '../connection-type.ts'
import { defineList } from '../list.ts'
import { bySlug } from '../order.ts'
import { IssueFilter, issueCondition } from './filter.ts'

connectionType('Issue', 'A list of issues, by slug.')

/** Lists of issues. */
export const issues = defineList({
  node: 'Issue',
  order: [bySlug],
  args: builder.args((t) => ({
    filter: t.field({ type: IssueFilter, description: 'Which issues; all where it is left out.' }),
  })),
  read: ({ filter }) => ({ where: filter ? issueCondition(filter) : everything }),
})
