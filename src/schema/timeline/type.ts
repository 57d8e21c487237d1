import type { Row } from '../../reading/reader.ts'
import type { LaneType, TimelineItem } from '../../reading/timeline.ts'
import { builder } from '../builder.ts'
import type { Page } from '../connection.ts'
import { connectionDescriptions } from '../connection-type.ts'
import { FuzzyDate } from '../fuzzy-date.ts'
import { PageInfo, pageInfoOf } from '../page.ts'

/** A page of the timeline, and what is read of it when it is asked for. */
export interface TimelinePage {
  items(): Promise<Page<TimelineItem>>
  nodeOf(item: TimelineItem): Promise<Row<LaneType>>
}

const TimelineItemType = builder.unionType('TimelineItem', {
  types: ['Meeting', 'Statement', 'AgreementEvent'],
  description: 'What stands on a timeline: a meeting, a statement, a turn of an agreement.',
  resolveType: (node) => Reflect.get(node, '__typename'),
})

const TimelineEdge = builder
  .objectRef<{ item: TimelineItem; page: TimelinePage; cursorOf: Page<TimelineItem>['cursorOf'] }>(
    'TimelineEdge',
  )
  .implement({
    description: 'An item of a timeline, and when it happened.',
    fields: (t) => ({
      node: t.field({
        type: TimelineItemType,
        description: 'What happened.',
        resolve: ({ item, page }) => page.nodeOf(item),
      }),
      cursor: t.string({
        description: connectionDescriptions.cursor,
        resolve: ({ item, cursorOf }) => cursorOf(item),
      }),
      date: t.field({
        type: FuzzyDate,
        description: 'When it happened, whatever it is.',
        resolve: ({ item }) => item,
      }),
    }),
  })

export const TimelineConnection = builder.objectRef<TimelinePage>('TimelineConnection').implement({
  description: 'A stretch of time, oldest first. What has no date has no place in it.',
  fields: (t) => ({
    edges: t.field({
      type: [TimelineEdge],
      description: 'The items of the page with their dates.',
      resolve: async (page) => {
        const { rows, cursorOf } = await page.items()
        return rows.map((item) => ({ item, page, cursorOf }))
      },
    }),
    nodes: t.field({
      type: [TimelineItemType],
      description: connectionDescriptions.nodes,
      resolve: async (page) => Promise.all((await page.items()).rows.map((item) => page.nodeOf(item))),
    }),
    pageInfo: t.field({
      type: PageInfo,
      description: connectionDescriptions.pageInfo,
      resolve: async (page) => pageInfoOf(await page.items()),
    }),
  }),
})
