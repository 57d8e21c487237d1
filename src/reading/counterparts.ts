import type { Database } from '../database/database.ts'
import { ROLES_BESIDE } from '../domain/encounter.ts'
import type { Condition } from './condition.ts'
import { modelOf } from './model.ts'
import { createParameters, type Parameters } from './parameters.ts'
import type { Scope } from './scope.ts'
import { columnSql, tableSql, whereSql } from './where.ts'

/** Whom somebody met, how often, and the first and the last time, as EDTF; null where no date is known. */
export interface Counterpart {
  participantId: string
  id: string
  meetingCount: number
  nameKey: string
  slug: string
  firstMet: string | null
  lastMet: string | null
}

/** Where a counterpart stands: most often met first, then by name, then by slug. */
export type CounterpartKey = Pick<Counterpart, 'meetingCount' | 'nameKey' | 'slug'>

export interface EncounterOptions {
  /** Which meetings count. */
  meeting: Condition
  /** Which counterparts. */
  participant: Condition
}

export interface CounterpartOptions extends EncounterOptions {
  take: number
  isBackward: boolean
  after?: CounterpartKey | undefined
  before?: CounterpartKey | undefined
}

/** A page of counterparts of each of these participants. */
export async function counterpartsOf(
  database: Database,
  options: CounterpartOptions,
  participantIds: readonly string[],
): Promise<Map<string, Counterpart[]>> {
  const parameters = createParameters()
  const [forward, backward] = options.isBackward ? ['ASC', 'DESC'] : ['DESC', 'ASC']
  const beyond = [
    ...(options.after ? [beyondSql(parameters, options.after, ['<', '>'])] : []),
    ...(options.before ? [beyondSql(parameters, options.before, ['>', '<'])] : []),
  ]
  const inOrder = `"meetingCount" ${forward}, "nameKey" ${backward}, "slug" ${backward}`
  const sql = `
    SELECT "asked"."id" AS "participantId", "page".* FROM unnest(${parameters.bindList(participantIds, 'uuid')}) AS "asked"("id")
    CROSS JOIN LATERAL (
      SELECT * FROM (${encountersSql(parameters, options)}) AS "encounters"
      ${beyond.length > 0 ? `WHERE ${beyond.join(' AND ')}` : ''}
      ORDER BY ${inOrder} LIMIT ${parameters.bind(options.take, 'integer')}
    ) AS "page"
    ORDER BY "participantId", ${inOrder}`
  const rows = await database.query<Counterpart>(sql, parameters.values)
  return Map.groupBy(rows, ({ participantId }) => participantId)
}

/** How many counterparts each of these participants has in all. */
export async function countCounterparts(
  database: Database,
  options: EncounterOptions,
  participantIds: readonly string[],
): Promise<Map<string, number>> {
  const parameters = createParameters()
  const sql = `
    SELECT "asked"."id" AS "participantId", (SELECT count(*)::integer FROM (${encountersSql(parameters, options)}) AS "encounters") AS "count"
    FROM unnest(${parameters.bindList(participantIds, 'uuid')}) AS "asked"("id")`
  const rows = await database.query<{ participantId: string; count: number }>(sql, parameters.values)
  return new Map(rows.map(({ participantId, count }) => [participantId, count]))
}

/** Everybody whom the participant "asked" met: both attended, neither only beside those who meet. */
function encountersSql(parameters: Parameters, options: EncounterOptions): string {
  let aliases = 0
  const scopeOf = (model: string): Scope => {
    const nextAlias = () => `t${++aliases}`
    return { table: { model: modelOf(model), alias: nextAlias() }, parameters, nextAlias }
  }
  const own = scopeOf('Attendance')
  const other = scopeOf('Attendance')
  const meeting = scopeOf('Meeting')
  const counterpart = scopeOf('Participant')
  const of = (scope: Scope, column: string) => columnSql(scope.table, column)
  const takesPart = (scope: Scope) => whereSql(scope, { column: 'roles', isNotOnly: ROLES_BESIDE })
  const [earliest, latest, slug, date] = ['dateEarliest', 'dateLatest', 'slug', 'date'].map((column) =>
    of(meeting, column),
  )
  // A text of which the least is the first meeting, and the greatest the last, behind a blank with its date.
  const inTime = `(${earliest}::text || ${latest}::text || ${slug} || ' ' || ${date}) COLLATE "C"`
  return `
    SELECT ${of(counterpart, 'id')} AS "id", "meetingCount",
      ${of(counterpart, 'nameKey')} AS "nameKey", ${of(counterpart, 'slug')} AS "slug",
      split_part("first", ' ', 2) AS "firstMet", split_part("last", ' ', 2) AS "lastMet"
    FROM (
      SELECT ${of(other, 'participantId')} AS "otherId",
        count(*)::integer AS "meetingCount", min(${inTime}) AS "first", max(${inTime}) AS "last"
      FROM ${tableSql(own.table)}
      JOIN ${tableSql(meeting.table)} ON ${of(meeting, 'id')} = ${of(own, 'meetingId')}
      JOIN ${tableSql(other.table)} ON ${of(other, 'meetingId')} = ${of(own, 'meetingId')} AND ${of(other, 'participantId')} <> ${of(own, 'participantId')}
      WHERE ${of(own, 'participantId')} = "asked"."id"
        AND ${takesPart(own)} AND ${takesPart(other)} AND (${whereSql(meeting, options.meeting)})
      GROUP BY 1
    ) AS "met"
    JOIN ${tableSql(counterpart.table)} ON ${of(counterpart, 'id')} = "otherId"
    WHERE ${whereSql(counterpart, options.participant)}`
}

function beyondSql(
  parameters: Parameters,
  key: CounterpartKey,
  [often, name]: readonly ['<' | '>', '<' | '>'],
): string {
  const count = parameters.bind(key.meetingCount, 'integer')
  const named = `(${parameters.bind(key.nameKey, 'text')}, ${parameters.bind(key.slug, 'text')})`
  return `("meetingCount" ${often} ${count} OR "meetingCount" = ${count} AND ("nameKey", "slug") ${name} ${named})`
}
