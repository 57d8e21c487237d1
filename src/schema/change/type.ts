import { ENTRY_TYPE_NAMES } from '../../domain/entry-type.ts'
import type { ChangeAction } from '../../generated/prisma/enums.ts'
import { logOrder } from '../../reading/read-log.ts'
import type { Query, Selection } from '../../reading/selection.ts'
import { builder } from '../builder.ts'
import { encodeCursor } from '../cursor.ts'
import { Entry, EntryType, Node } from '../entry.ts'
import { describedEnum } from '../enum.ts'
import { idOf } from '../ids.ts'
import { targetOf, targetSelection } from '../related.ts'
import { keySelection } from '../selection.ts'
import { CURSORS } from './list.ts'

const ChangeActionEnum = describedEnum<ChangeAction>('ChangeAction', {
  description: 'What was done to an entry.',
  values: {
    CREATE: 'It was entered into the record.',
    UPDATE: 'It was changed.',
    DELETE: 'It was taken out of the record.',
  },
})

const cursors = { field: 'Change.cursor', model: 'Change', order: logOrder, cursors: CURSORS }

/** The relations of a row of the history, of which at most one leads to the entry as it stands. */
const targets = {
  meeting: 'Meeting',
  participant: 'Participant',
  statement: 'Statement',
  agreement: 'Agreement',
  issue: 'Issue',
  topic: 'Topic',
  source: 'Source',
}

builder.prismaObject('Change', {
  interfaces: [Node],
  description:
    'One write, as it was committed. The log is append-only and totally ordered; nothing that was committed is ever missing from it.',
  select: { id: true },
  fields: (t) => ({
    cursor: t.string({
      description:
        'Its place in the log, the same as the cursor of the edge: where `changes`, `history` and the subscription go on from.',
      select: () => ({ ...keySelection(logOrder) }),
      resolve: (change) => encodeCursor(cursors, change),
    }),
    at: t.field({
      type: 'DateTime',
      description: 'When it was committed.',
      select: { set: { select: { committedAt: true } } },
      resolve: ({ set }) => committed(set.committedAt),
    }),
    actor: t.string({
      description: 'The name of the API key that wrote, or of the import.',
      select: { set: { select: { actor: true } } },
      resolve: ({ set }) => set.actor,
    }),
    action: t.expose('action', { type: ChangeActionEnum }),
    entryType: t.expose('entryType', { type: EntryType }),
    entryId: t.id({
      description: 'The global ID of the entry, which stays what it was when the entry is gone.',
      select: { entryType: true, entryId: true },
      resolve: ({ entryType, entryId }) => idOf(ENTRY_TYPE_NAMES[entryType], { id: entryId }),
    }),
    slug: t.exposeString('slug'),
    entry: t.field({
      type: Entry,
      nullable: true,
      description:
        'The entry as it stands now; null once it is deleted. Of a participant who was merged, the one who was kept.',
      extensions: {
        pothosPrismaSelect: (
          _args: object,
          _context: object,
          nested: (query: Query, path?: { getType: () => string }) => Query,
        ): { select: Selection } => ({
          select: { history: { select: targetSelection(targets, nested) } },
        }),
      },
      resolve: (change) => {
        const rows: object[] = Reflect.get(change, 'history')
        return rows.map((row) => targetOf(targets, row)).find((entry) => entry !== null) ?? null
      },
    }),
    before: t.expose('before', { type: 'JSON', nullable: true }),
    after: t.expose('after', { type: 'JSON', nullable: true }),
  }),
})

/** Only what is committed is ever read here. */
function committed<Value>(value: Value | null): Value {
  if (value === null) throw new Error('A change has no place in the log')
  return value
}
