import type { Database } from '../database/database.ts'
import { GATHERINGS, ROLES_BESIDE } from '../domain/encounter.ts'
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

/** The meetings that count where nobody says which. Who met at them is on record (the table Encounter). */
export const ENCOUNTERS: Condition = {
  all: [{ not: { column: 'kind', in: GATHERINGS } }, { column: 'status', in: ['HELD'] }],
}

export interface EncounterOptions {
  /** Which meetings count: ENCOUNTERS itself, or others. */
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

/** Everybody whom the participant "asked" met. */
function encountersSql(parameters: Parameters, options: EncounterOptions): string {
  let aliases = 0
  const scopeOf = (model: string): Scope => {
    const nextAlias = () => `t${++aliases}`
    return { table: { model: modelOf(model), alias: nextAlias() }, parameters, nextAlias }
  }
  const counterpart = scopeOf('Participant')
  return `
    SELECT ${of(counterpart, 'id')} AS "id", "meetingCount",
      ${of(counterpart, 'nameKey')} AS "nameKey", ${of(counterpart, 'slug')} AS "slug",
      split_part("first", ' ', 2) AS "firstMet", split_part("last", ' ', 2) AS "lastMet"
    FROM ${options.meeting === ENCOUNTERS ? KEPT : countedSql(scopeOf, options.meeting)} AS "met"
    JOIN ${tableSql(counterpart.table)} ON ${of(counterpart, 'id')} = "counterpartId"
    WHERE "participantId" = "asked"."id" AND ${whereSql(counterpart, options.participant)}`
}

const KEPT = '"Encounter"'

/** Counted from the meetings: both attended, neither only beside those who meet. */
function countedSql(scopeOf: (model: string) => Scope, which: Condition): string {
  const own = scopeOf('Attendance')
  const other = scopeOf('Attendance')
  const meeting = scopeOf('Meeting')
  const takesPart = (scope: Scope) => whereSql(scope, { column: 'roles', isNotOnly: ROLES_BESIDE })
  const [earliest, latest, slug, date] = ['dateEarliest', 'dateLatest', 'slug', 'date'].map((column) =>
    of(meeting, column),
  )
  // A text of which the least is the first meeting, and the greatest the last, behind a blank with its date.
  const inTime = `(${earliest}::text || ${latest}::text || ${slug} || ' ' || ${date}) COLLATE "C"`
  return `(
      SELECT ${of(own, 'participantId')} AS "participantId", ${of(other, 'participantId')} AS "counterpartId",
        count(*)::integer AS "meetingCount", min(${inTime}) AS "first", max(${inTime}) AS "last"
      FROM ${tableSql(own.table)}
      JOIN ${tableSql(meeting.table)} ON ${of(meeting, 'id')} = ${of(own, 'meetingId')}
      JOIN ${tableSql(other.table)} ON ${of(other, 'meetingId')} = ${of(own, 'meetingId')} AND ${of(other, 'participantId')} <> ${of(own, 'participantId')}
      WHERE ${of(own, 'participantId')} = "asked"."id"
        AND ${takesPart(own)} AND ${takesPart(other)} AND (${whereSql(meeting, which)})
      GROUP BY 1, 2
    )`
}

function of(scope: Scope, column: string): string {
  return columnSql(scope.table, column)
}

function beyondSql(
  parameters: Parameters,
  key: CounterpartKey,
  [often, name]: readonly ['<' | '>', '<' | '>'],
): string {
  const count = parameters.bind(key.meetingCount, 'integer')
  const named = `(${parameters.bind(key.nameKey, 'text')}, ${parameters.bind(key.slug, 'text')})`
  // The first part alone is what an index can be entered by.
  return `"meetingCount" ${often}= ${count} AND ("meetingCount" <> ${count} OR ("nameKey", "slug") ${name} ${named})`
}
