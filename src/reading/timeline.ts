import type { Database } from '../database/database.ts'
import { isUuid } from '../domain/global-id.ts'
import { isSlug } from '../domain/slug.ts'
import { type Condition, type Days, everything } from './condition.ts'
import { modelOf, quoted } from './model.ts'
import { createParameters, type Parameters } from './parameters.ts'
import type { Scope } from './scope.ts'
import { columnSql, tableSql, whereSql } from './where.ts'

/** What has a place in time: a model, and what its rows are told apart by on one day. */
const LANES = [
  { type: 'Meeting', key: 'slug' },
  { type: 'Statement', key: 'slug' },
  { type: 'AgreementEvent', key: 'id' },
] as const

export type LaneType = (typeof LANES)[number]['type']

/** Whether a text can be the key of an item of a lane. */
export function isTimelineKey(lane: number, key: string): boolean {
  const type = LANES[lane]
  return type !== undefined && (type.key === 'id' ? isUuid(key) : isSlug(key))
}

/** Where an item stands on the timeline: by its first day, its last, its type, its key. */
export interface TimelineKey {
  /** Days 'YYYY-MM-DD'. */
  earliest: string
  latest: string
  /** The place of its type among the types. */
  lane: number
  key: string
}

/** An item with its date and the id of its row. */
export interface TimelineItem extends TimelineKey {
  type: LaneType
  id: string
  edtf: string
}

export interface TimelineOptions {
  /** Which rows of each type; those of the others are left out. */
  where: Partial<Record<LaneType, Condition>>
  take: number
  isBackward: boolean
  after?: TimelineKey | undefined
  before?: TimelineKey | undefined
}

/**
 * The items of a stretch of time, oldest first, or from its end backward. Each type is read along indexes of
 * its own, as many rows as the page has, and the rows are merged.
 */
export async function timelineItems(database: Database, options: TimelineOptions): Promise<TimelineItem[]> {
  const parameters = createParameters()
  let aliases = 0
  const lanes = LANES.flatMap(({ type, key }, lane) => {
    const where = options.where[type]
    if (!where) return []
    return stretchesOf(where).map((stretch) => {
      const scope = {
        table: { model: modelOf(type), alias: `t${++aliases}` },
        parameters,
        nextAlias: () => `t${++aliases}`,
      }
      return `(${laneSql(scope, { ...options, ...stretch, lane, type, key })})`
    })
  })
  if (lanes.length === 0) return []
  const way = options.isBackward ? 'DESC' : 'ASC'
  const order = ['earliest', 'latest', 'lane', 'key'].map((column) => `${quoted(column)} ${way}`).join(', ')
  const sql = `
    SELECT "type", "id", "edtf", "earliest"::text, "latest"::text, "lane", "key" FROM (${lanes.join(' UNION ALL ')}) AS "items"
    ORDER BY ${order} LIMIT ${parameters.bind(options.take, 'integer')}`
  return database.query<TimelineItem>(sql, parameters.values)
}

/** From how many days on a date is vague (the indexes …_vague_date). */
const VAGUE = 31

/** Rows of a lane that are read along one index in the order of time: all that meet a condition, or those of some days. */
interface Stretch {
  where: Condition
  possiblyWithin?: { days: Days; began: 'LONG BEFORE' | 'CLOSE BY' }
}

/**
 * What may have happened within some days, as two stretches. No index has at once what overlaps these days and its order,
 * and there is much that is as vague as a decade: all of it would have to be put in order.
 */
function stretchesOf(where: Condition): Stretch[] {
  const parts = 'all' in where ? where.all : [where]
  const span = parts.find((part) => 'span' in part)
  if (!span || span.match === 'CERTAINLY') return [{ where }]
  const others = parts.filter((part) => part !== span)
  const rest = others.length === 0 ? everything : { all: others }
  return (['LONG BEFORE', 'CLOSE BY'] as const).map((began) => ({
    where: rest,
    possiblyWithin: { days: span.within, began },
  }))
}

interface LaneOptions extends Omit<TimelineOptions, 'where'>, Stretch {
  lane: number
  type: LaneType
  key: 'slug' | 'id'
}

function laneSql(scope: Scope, options: LaneOptions): string {
  const { where, possiblyWithin, lane, type, key, take, isBackward, after, before } = options
  const { table, parameters } = scope
  const days = [columnSql(table, 'dateEarliest'), columnSql(table, 'dateLatest')]
  const keyColumn = columnSql(table, key)
  const columns = [...days, keyColumn]
  const conditions = [
    `${days[0]} IS NOT NULL`,
    `(${whereSql(scope, where)})`,
    ...(possiblyWithin ? [possiblySql(scope, possiblyWithin)] : []),
    ...(after ? [beyond(parameters, { columns, key: after, lane, isId: key === 'id', sign: '>' })] : []),
    ...(before ? [beyond(parameters, { columns, key: before, lane, isId: key === 'id', sign: '<' })] : []),
  ]
  const order = columns.map((column) => `${column} ${isBackward ? 'DESC' : 'ASC'}`).join(', ')
  return `
    SELECT '${type}' AS "type", ${columnSql(table, 'id')} AS "id", ${columnSql(table, 'date')} AS "edtf",
      ${days[0]} AS "earliest", ${days[1]} AS "latest", ${lane} AS "lane", ${keyColumn}::text COLLATE "C" AS "key"
    FROM ${tableSql(table)} WHERE ${conditions.join(' AND ')}
    ORDER BY ${order} LIMIT ${parameters.bind(take, 'integer')}`
}

function possiblySql(
  { table, parameters }: Scope,
  { days, began }: NonNullable<Stretch['possiblyWithin']>,
): string {
  const [earliest, latest] = [columnSql(table, 'dateEarliest'), columnSql(table, 'dateLatest')]
  const from = parameters.bind(days.from, 'date')
  return began === 'LONG BEFORE'
    ? `${earliest} < ${from} - ${VAGUE} AND ${latest} >= ${from} AND ${latest} - ${earliest} > ${VAGUE}`
    : `${earliest} >= ${from} - ${VAGUE} AND ${earliest} <= ${parameters.bind(days.until, 'date')} AND ${latest} >= ${from}`
}

/** That a row of a lane stands beyond a key, which may be another lane's: those of one day go by lane. */
function beyond(
  parameters: Parameters,
  options: { columns: readonly string[]; key: TimelineKey; lane: number; isId: boolean; sign: '<' | '>' },
): string {
  const { columns, key, lane, isId, sign } = options
  const days = [parameters.bind(key.earliest, 'date'), parameters.bind(key.latest, 'date')]
  if (lane === key.lane) {
    const own = parameters.bind(key.key, isId ? 'uuid' : 'text')
    return `(${columns.join(', ')}) ${sign} (${[...days, own].join(', ')})`
  }
  const isPastOnTheDay = sign === '>' ? lane > key.lane : lane < key.lane
  return `(${columns.slice(0, 2).join(', ')}) ${sign}${isPastOnTheDay ? '=' : ''} (${days.join(', ')})`
}
