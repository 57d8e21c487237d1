import { builder } from '../builder.ts'
import { connectionType } from '../connection-type.ts'
import { EntryType } from '../entry.ts'
import { oneOf } from '../filter.ts'
import { defineList } from '../list.ts'
import { by } from '../order.ts'

connectionType('Citation', 'A list of citations.')

/** Lists of citations: their ids follow the order in which they were recorded. */
export const citations = defineList({
  node: 'Citation',
  order: [by('id')],
  args: builder.args((t) => ({
    types: t.field({
      type: [EntryType],
      description: 'Only those that prove entries of these types. Example: `[STATEMENT]`.',
    }),
  })),
  read: ({ types }) => ({ where: { all: oneOf('entryType', types) } }),
})
