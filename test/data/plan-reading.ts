import { z } from 'zod'

/** What a statement did, as EXPLAIN (ANALYZE) tells. */
export interface Reading {
  milliseconds: number
  /** Rows that scans gave, and rows that they read and left out. */
  rows: number
  /** Pages of 8 KB. */
  buffers: number
  /** The big tables of which more than a fifth was read, each with the scan that did it. */
  whole: string[]
}

/** A table is big from so many rows on; that is less than ten pages of a list. */
const BIG = 10_000
const MUCH = 0.2

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string | undefined
  'Index Name'?: string | undefined
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number | undefined
  'Rows Removed by Index Recheck'?: number | undefined
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  Plans?: PlanNode[] | undefined
}

const planNode: z.ZodType<PlanNode> = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  'Rows Removed by Filter': z.number().optional(),
  'Rows Removed by Index Recheck': z.number().optional(),
  'Shared Hit Blocks': z.number(),
  'Shared Read Blocks': z.number(),
  Plans: z.lazy(() => z.array(planNode)).optional(),
})

const explained = z.tuple([z.object({ Plan: planNode, 'Execution Time': z.number() })])

/** Reads EXPLAIN's JSON. `sizes` are how many rows the tables have. */
export function readPlan(json: unknown, sizes: ReadonlyMap<string, number>): Reading {
  const [{ Plan: plan, 'Execution Time': milliseconds }] = explained.parse(json)
  const whole: string[] = []
  let rows = 0
  for (const node of nodesOf(plan)) {
    const table = node['Relation Name']
    if (table === undefined) continue
    const read = rowsRead(node)
    rows += read
    const size = sizes.get(table) ?? 0
    if (size >= BIG && read > size * MUCH)
      whole.push(`${table} by ${node['Index Name'] ?? node['Node Type']}`)
  }
  return { milliseconds, rows, buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], whole }
}

function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node
  for (const inner of node.Plans ?? []) yield* nodesOf(inner)
}

function rowsRead(node: PlanNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  return Math.round((node['Actual Rows'] + removed) * node['Actual Loops'])
}
