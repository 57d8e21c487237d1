import type pg from 'pg'
import { z } from 'zod'

/** A node of a plan, as EXPLAIN tells it. */
interface PlanNode {
  'Node Type': string
  'Total Cost': number
  Plans?: PlanNode[] | undefined
  [detail: string]: unknown
}

const planNode: z.ZodType<PlanNode> = z.looseObject({
  'Node Type': z.string(),
  'Total Cost': z.number(),
  Plans: z.lazy(() => z.array(planNode)).optional(),
})
const explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: planNode })]) })])

/** What the planner counts for reading a small table whole: less than what planning takes. */
const CHEAP = 100

/** A value that is given for each run, in a condition. */
const VALUE = /\$\d/

/**
 * Whether a statement can be planned once for all values that it is given. It can where each row that it reads for them
 * is one that it gives: then values that few rows have and values that many have want the same plan. So the values stand
 * in the conditions by which indexes are entered, and what is found so is neither filtered nor sorted. Only the planner
 * knows: it is asked for the plan that it would make.
 *
 * @param client a connection on which the server makes one plan for all values
 */
export async function isPlannedAlike(
  client: pg.ClientBase,
  { sql, values }: { sql: string; values: number },
): Promise<boolean> {
  const nulls = values > 0 ? `(${Array.from({ length: values }, () => 'NULL').join(', ')})` : ''
  await client.query(`PREPARE judged AS ${sql}`)
  const { rows } = await client.query(`EXPLAIN (FORMAT JSON) EXECUTE judged${nulls}`)
  await client.query('DEALLOCATE judged')
  const [{ 'QUERY PLAN': plan }] = explained.parse(rows)
  return readByValues(plan[0].Plan) !== 'MORE THAN IT GIVES'
}

/** What a node reads for the values: nothing but what it gives, more than that, or nothing that depends on them. */
type ReadByValues = 'NOTHING' | 'WHAT IT GIVES' | 'MORE THAN IT GIVES'

function readByValues(node: PlanNode): ReadByValues {
  const type = node['Node Type']
  if (type === 'Seq Scan' && node['Total Cost'] < CHEAP) return 'NOTHING'
  const below = (node.Plans ?? []).map(readByValues)
  const isEntered = /^Index (Only )?Scan/.test(type)
  const filters = Object.entries(node).filter(
    ([detail, text]) =>
      /(Cond|Filter)$/.test(detail) && !(isEntered && detail === 'Index Cond') && typeof text === 'string',
  )
  if (below.includes('MORE THAN IT GIVES') || filters.some(([, text]) => VALUE.test(String(text)))) {
    return 'MORE THAN IT GIVES'
  }
  // Only so many rows, whichever the values.
  if (type === 'Limit') return 'NOTHING'
  if (below.includes('WHAT IT GIVES')) return givesEachRow(type) ? 'WHAT IT GIVES' : 'MORE THAN IT GIVES'
  return isEntered && VALUE.test(String(node['Index Cond'])) ? 'WHAT IT GIVES' : 'NOTHING'
}

/** Whether a node hands on what is found below it as it comes. */
function givesEachRow(type: string): boolean {
  return /^(Index (Only )?Scan|Subquery Scan|Append|Result|Nested Loop|ProjectSet)/.test(type)
}
