import { logOrder } from '../../reading/read-log.ts'
import { builder } from '../builder.ts'
import { connectionType } from '../connection-type.ts'
import { EntryType } from '../entry.ts'
import { oneOf } from '../filter.ts'
import { defineList } from '../list.ts'

connectionType('Change', 'A list of changes, in the order of the log.', { isCounted: false })

/** A place in the log is the same in every list of it: a cursor of one leads on in all others, and in the feed. */
export const CURSORS = 'changes'

export const typesArgument = builder.args((t) => ({
  types: t.field({
    type: [EntryType],
    description: 'Only changes of entries of these types. Example: `[STATEMENT]`.',
  }),
}))

/** Lists of changes: the log, or a part of it. */
export const changes = defineList({
  node: 'Change',
  order: logOrder,
  cursors: CURSORS,
  args: typesArgument,
  read: ({ types }) => ({ where: { all: oneOf('entryType', types) } }),
})
