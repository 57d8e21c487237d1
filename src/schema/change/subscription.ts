import type { GraphQLResolveInfo } from 'graphql'
import type { EntryType } from '../../generated/prisma/enums.ts'
import type { LogPlace } from '../../reading/log-place.ts'
import { logOrder } from '../../reading/read-log.ts'
import type { Row } from '../../reading/reader.ts'
import { builder, type Context } from '../builder.ts'
import { decodeCursor, encodeCursor } from '../cursor.ts'
import { endable } from '../endable.ts'
import { keySelection, selectionFor } from '../selection.ts'
import { CURSORS, typesArgument } from './list.ts'

const cursors = { field: 'Subscription.changes', model: 'Change', order: logOrder, cursors: CURSORS }

builder.subscriptionFields((t) => ({
  changes: t.field({
    type: 'Change',
    description:
      'Every change after a cursor, then live: a client that connects anew with its last cursor misses nothing and sees nothing twice. ' +
      'Without a cursor, live only.',
    args: {
      after: t.arg.string({
        description:
          'Begin after this cursor of any list of changes. The header `Last-Event-ID`, which an EventSource sends when it connects anew, comes before it.',
      }),
      ...typesArgument,
    },
    subscribe: async (_root, { after, types }, context, info) => {
      const place = await beginning(context, after)
      return endable((signal) => rows({ after: place, types: types ?? [], signal }, context, info))
    },
    resolve: (change) => change,
  }),
}))

/**
 * Where a stream begins, and its client goes on that is cut off before the first event.
 *
 * @throws BAD_USER_INPUT for what is no cursor of the log
 */
async function beginning({ lastEvent, feed }: Context, after?: string | null): Promise<LogPlace> {
  if (lastEvent.id !== null) return placeOf('Last-Event-ID', lastEvent.id)
  if (typeof after === 'string') return placeOf('after', after)
  const place = await feed.end()
  const [set, ordinal] = place
  lastEvent.id = encodeCursor(cursors, { set: { place: set }, ordinal })
  return place
}

function placeOf(argument: 'after' | 'Last-Event-ID', cursor: string): LogPlace {
  const [set, ordinal] = decodeCursor(cursors, argument, cursor)
  return [Number(set), Number(ordinal)]
}

/** What the client selected of the changes: one statement for those that come at once, for whoever selects the same. */
async function* rows(
  following: { after: LogPlace; types: readonly EntryType[]; signal: AbortSignal },
  context: Context,
  info: GraphQLResolveInfo,
): AsyncGenerator<Row<'Change'>, void> {
  const selection = selectionFor('Change', { context, info, select: keySelection(logOrder) })
  for await (const changes of context.feed.follow(following)) {
    const loaded = await Promise.all(changes.map(({ id }) => context.reader.load('Change', selection, id)))
    for (const row of loaded) {
      // The log is append-only: what it told of is there.
      if (!row) throw new Error('A change is gone from the log')
      context.lastEvent.id = encodeCursor(cursors, row)
      yield row
    }
  }
}
