import type { MaybePromise } from '@pothos/core'
import type { GraphQLResolveInfo } from 'graphql'
import { parseFuzzyDate } from '../../domain/fuzzy-date.ts'
import type { MeetingFormat, MeetingKind, ParticipantKind } from '../../generated/prisma/enums.ts'
import type { Condition } from '../../reading/condition.ts'
import { type Counterpart, type CounterpartKey, ENCOUNTERS } from '../../reading/counterparts.ts'
import type { Row } from '../../reading/reader.ts'
import { builder, type Context } from '../builder.ts'
import type { Page } from '../connection.ts'
import { connectionDescriptions } from '../connection-type.ts'
import { noCursor, openCursor, sealCursor } from '../cursor.ts'
import { oneOf } from '../filter.ts'
import {
  DateFilter,
  type DateFilterShape,
  dateConditions,
  FuzzyDate,
  type FuzzyDateShape,
} from '../fuzzy-date.ts'
import { MeetingFormatEnum, MeetingKindEnum } from '../meeting/filter.ts'
import { once } from '../once.ts'
import { type PageArguments, PageInfo, pageArguments, pageInfoOf, pageOf, readSize } from '../page.ts'
import { EDGE_NODES, NODES, selectionFor } from '../selection.ts'
import { ParticipantKindEnum } from './filter.ts'

const FIELD = 'Participant.counterparts'

interface CounterpartFilterShape {
  kind?: readonly ParticipantKind[] | null
  date?: DateFilterShape | null
  countryCode?: readonly string[] | null
  meetingKind?: readonly MeetingKind[] | null
  format?: readonly MeetingFormat[] | null
}

const CounterpartFilter = builder.inputRef<CounterpartFilterShape>('CounterpartFilter').implement({
  description:
    'Which counterparts, and which meetings count. Example: `{ kind: [PERSON], date: { from: "1985-01-01", until: "1989-12-31" } }`.',
  fields: (t) => ({
    kind: t.field({
      type: [ParticipantKindEnum],
      description: 'Counterparts of one of these kinds. Example: `[PERSON]`.',
    }),
    date: t.field({
      type: DateFilter,
      description: 'Met in a span of days. Example: `{ from: "2017-01-01" }`.',
    }),
    countryCode: t.field({
      type: ['CountryCode'],
      description: 'Counterparts of one of these states. Example: `["RU"]`.',
    }),
    meetingKind: t.field({
      type: [MeetingKindEnum],
      description:
        'Met at meetings of one of these kinds. Gatherings (SUMMIT, SESSION, HEARING) count only where they are named here. Example: `[BILATERAL, SUMMIT]`.',
    }),
    format: t.field({
      type: [MeetingFormatEnum],
      description: 'Met in one of these formats. Example: `[IN_PERSON]`.',
    }),
  }),
})

interface CounterpartPage {
  page(): Promise<Page<Counterpart>>
  nodeOf(counterpart: Counterpart): Promise<Row<'Participant'>>
  totalCount(): MaybePromise<number>
}

const CounterpartEdge = builder
  .objectRef<{ counterpart: Counterpart; list: CounterpartPage; cursorOf: Page<Counterpart>['cursorOf'] }>(
    'CounterpartEdge',
  )
  .implement({
    description: 'Somebody whom a participant met, and how often.',
    fields: (t) => ({
      node: t.field({
        type: 'Participant',
        description: 'Who was met.',
        resolve: ({ counterpart, list }) => list.nodeOf(counterpart),
      }),
      cursor: t.string({
        description: connectionDescriptions.cursor,
        resolve: ({ counterpart, cursorOf }) => cursorOf(counterpart),
      }),
      meetingCount: t.int({
        description: 'At how many meetings.',
        resolve: ({ counterpart }) => counterpart.meetingCount,
      }),
      firstMet: t.field({
        type: FuzzyDate,
        nullable: true,
        description: 'When they first met; null where no date is known.',
        resolve: ({ counterpart: { firstMet } }) => dateOf(firstMet),
      }),
      lastMet: t.field({
        type: FuzzyDate,
        nullable: true,
        description: 'When they last met; null where no date is known.',
        resolve: ({ counterpart: { lastMet } }) => dateOf(lastMet),
      }),
    }),
  })

const CounterpartConnection = builder.objectRef<CounterpartPage>('CounterpartConnection').implement({
  description: 'Those whom a participant met, most often first.',
  fields: (t) => ({
    edges: t.field({
      type: [CounterpartEdge],
      description: connectionDescriptions.edges,
      resolve: async (list) => {
        const { rows, cursorOf } = await list.page()
        return rows.map((counterpart) => ({ counterpart, list, cursorOf }))
      },
    }),
    nodes: t.field({
      type: ['Participant'],
      description: connectionDescriptions.nodes,
      resolve: async (list) =>
        Promise.all((await list.page()).rows.map((counterpart) => list.nodeOf(counterpart))),
    }),
    pageInfo: t.field({
      type: PageInfo,
      description: connectionDescriptions.pageInfo,
      resolve: async (list) => pageInfoOf(await list.page()),
    }),
    totalCount: t.int({
      description: connectionDescriptions.totalCount,
      resolve: (list) => list.totalCount(),
    }),
  }),
})

/** The options of the field: of all participants that ask in one tick, one statement reads them all. */
export const counterpartsField = {
  type: CounterpartConnection,
  description:
    'Those met, most often first: both attended a meeting that was held, neither only as PRESS, INTERPRETER or OBSERVER. Gatherings (SUMMIT, SESSION, HEARING) count only where the filter asks for them.',
  args: {
    ...pageArguments,
    ...builder.args((t) => ({
      filter: t.field({
        type: CounterpartFilter,
        description: 'Which counterparts; all where it is left out.',
      }),
    })),
  },
  resolve: (
    { id }: { id: string },
    args: PageArguments & { filter?: CounterpartFilterShape | null },
    context: Context,
    info: GraphQLResolveInfo,
  ): CounterpartPage => {
    const encounters = readFilter(args.filter ?? {})
    const size = readSize(FIELD, args)
    const after = typeof args.after === 'string' ? readCursor('after', args.after) : undefined
    const before = typeof args.before === 'string' ? readCursor('before', args.before) : undefined
    const selection = once(() => selectionFor('Participant', { context, info, paths: [NODES, EDGE_NODES] }))
    return {
      page: once(async () => {
        const rows = await context.reader.counterparts({ ...encounters, ...size, after, before }, id)
        return pageOf(rows ?? [], { ...size, after, before }, cursorOf)
      }),
      nodeOf: async (counterpart) => {
        const row = await context.reader.load('Participant', selection(), counterpart.id)
        if (!row) throw new Error(`Participant ${counterpart.id} is gone`)
        return row
      },
      totalCount: async () => (await context.reader.countCounterparts(encounters, id)) ?? 0,
    }
  },
}

function readFilter(filter: CounterpartFilterShape) {
  const { kind, countryCode } = filter
  const participant = { all: [...oneOf('kind', kind), ...oneOf('countryCode', countryCode)] }
  return { meeting: meetingsOf(filter), participant }
}

function meetingsOf({ meetingKind, date, format }: CounterpartFilterShape): Condition {
  const kinds = oneOf('kind', meetingKind)
  const others = [...dateConditions('date', date), ...oneOf('format', format)]
  if (kinds.length === 0) return others.length === 0 ? ENCOUNTERS : { all: [ENCOUNTERS, ...others] }
  return { all: [...kinds, { column: 'status', in: ['HELD'] }, ...others] }
}

function dateOf(edtf: string | null): FuzzyDateShape | null {
  return edtf === null ? null : parseFuzzyDate(edtf)
}

function cursorOf({ meetingCount, nameKey, slug }: Counterpart): string {
  return sealCursor([FIELD], [meetingCount, nameKey, slug])
}

function readCursor(argument: 'after' | 'before', text: string): CounterpartKey {
  const [meetingCount, nameKey, slug] = openCursor([FIELD], { field: FIELD, argument, text })
  if (isCount(meetingCount) && isKey(nameKey) && isKey(slug)) return { meetingCount, nameKey, slug }
  throw noCursor(FIELD, argument)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31
}

function isKey(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed() && !value.includes('\0')
}
