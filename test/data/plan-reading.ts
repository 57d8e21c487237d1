import { z } from 'zod'

/** What a statement did, as EXPLAIN (ANALYZE) tells. */
export interface Reading {
  /** Of planning and running it. */
  milliseconds: number
  /** Rows that scans gave, and rows that they read and left out. */
  rows: number
  /** Pages of 8 KB. */
  buffers: number
  /** The big tables of which more than a fifth was read, by all scans together. */
  whole: WholeTable[]
}

export interface WholeTable {
  table: string
  size: number
  rows: number
  /** The indexes by which it was read, or how else. */
  scans: string[]
}

/** A table is big from so many rows on; that is less than ten pages of a list. */
const BIG = 10_000
const MUCH = 0.2

/** Whether so many rows of a table of that size are as good as all of it. */
export function isMuch(rows: number, size: number): boolean {
  return size >= BIG && rows > size * MUCH
}

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

const explained = z.tuple([
  z.object({ Plan: planNode, 'Planning Time': z.number(), 'Execution Time': z.number() }),
])

/** Reads EXPLAIN's JSON. `sizes` are how many rows the tables have. */
export function readPlan(json: unknown, sizes: ReadonlyMap<string, number>): Reading {
  const [{ Plan: plan, 'Planning Time': planning, 'Execution Time': execution }] = explained.parse(json)
  const tables = new Map<string, WholeTable>()
  for (const node of nodesOf(plan)) {
    const table = node['Relation Name']
    if (table === undefined) continue
    const { rows, scans } = tables.get(table) ?? { rows: 0, scans: [] }
    tables.set(table, {
      table,
      size: sizes.get(table) ?? 0,
      rows: rows + rowsRead(node),
      scans: [...new Set([...scans, node['Index Name'] ?? node['Node Type']])],
    })
  }
  const read = [...tables.values()]
  return {
    milliseconds: planning + execution,
    rows: read.reduce((sum, { rows }) => sum + rows, 0),
    buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
    whole: read.filter(({ rows, size }) => isMuch(rows, size)),
  }
}

function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node
  for (const inner of node.Plans ?? []) yield* nodesOf(inner)
}

function rowsRead(node: PlanNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  return Math.round((node['Actual Rows'] + removed) * node['Actual Loops'])
}
