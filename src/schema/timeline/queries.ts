import { isDay } from '../../domain/day.ts'
import { isTimelineKey, type TimelineItem, type TimelineKey } from '../../reading/timeline.ts'
import { builder } from '../builder.ts'
import { noCursor, openCursor, sealCursor } from '../cursor.ts'
import { nodeLoader } from '../node-loader.ts'
import { once } from '../once.ts'
import { pageArguments, pageOf, readSize } from '../page.ts'
import { EDGE_NODES, NODES } from '../selection.ts'
import { TimelineFilter, timelineConditions } from './filter.ts'
import { TimelineConnection } from './type.ts'

const FIELD = 'Query.timeline'

builder.queryField('timeline', (t) =>
  t.field({
    type: TimelineConnection,
    description:
      'Meetings, statements and turns of agreements in the order in which they happened, oldest first.',
    args: {
      ...pageArguments,
      filter: t.arg({
        type: TimelineFilter,
        description: 'What of the timeline; all of it where it is left out.',
      }),
    },
    resolve: (_root, args, context, info) => {
      const where = timelineConditions(args.filter)
      const size = readSize(FIELD, args)
      const after = typeof args.after === 'string' ? readCursor('after', args.after) : undefined
      const before = typeof args.before === 'string' ? readCursor('before', args.before) : undefined
      const items = once(async () => {
        const rows = await context.reader.timelineItems({ where, ...size, after, before })
        return pageOf(rows, { ...size, after, before }, cursorOf)
      })
      const load = nodeLoader({ context, info, paths: [NODES, EDGE_NODES] }, async () => (await items()).rows)
      return { items, nodeOf: load }
    },
  }),
)

function cursorOf({ earliest, latest, lane, key }: TimelineItem): string {
  return sealCursor([FIELD], [earliest, latest, lane, key])
}

function readCursor(argument: 'after' | 'before', text: string): TimelineKey {
  const [earliest, latest, lane, key] = openCursor([FIELD], { field: FIELD, argument, text })
  if (
    typeof earliest === 'string' &&
    typeof latest === 'string' &&
    typeof lane === 'number' &&
    typeof key === 'string' &&
    isDay(earliest) &&
    isDay(latest) &&
    isTimelineKey(lane, key)
  ) {
    return { earliest, latest, lane, key }
  }
  throw noCursor(FIELD, argument)
}
