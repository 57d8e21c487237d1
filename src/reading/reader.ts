import type { Database } from '../database/database.ts'
import type PrismaTypes from '../generated/pothos.ts'
import { createBatches } from './batch.ts'
import { compileByKeys, compileCount, compileList, type Statement } from './compile.ts'
import type { Condition } from './condition.ts'
import {
  type Counterpart,
  type CounterpartOptions,
  countCounterparts,
  counterpartsOf,
  type EncounterOptions,
} from './counterparts.ts'
import { type FacetCount, type FacetOptions, facetCounts } from './facets.ts'
import { createLoader, type Delegates } from './loader.ts'
import { countByPrisma, listByPrisma, rowsByPrisma } from './prisma-query.ts'
import {
  countHits,
  type Hit,
  type Search,
  type SearchOptions,
  type SnippetPart,
  searchHits,
  searchSnippets,
} from './search.ts'
import type { List, Query } from './selection.ts'
import { type TimelineItem, type TimelineOptions, timelineItems } from './timeline.ts'

type ModelName = keyof PrismaTypes
export type Row<Name extends ModelName> = PrismaTypes[Name]['Shape']

/** The one door to the record for whoever reads it: each call is one SQL statement, whatever it selects. */
export interface Reader {
  /** The rows of a list, in its order. */
  list<Name extends ModelName>(model: Name, query: Query): Promise<Row<Name>[]>
  /** The first row that meets a condition. */
  find<Name extends ModelName>(model: Name, query: Query & { where: Condition }): Promise<Row<Name> | null>
  /** One row by its id; those asked for in one tick with one selection by one statement. */
  load<Name extends ModelName>(model: Name, query: Query, id: string): Promise<Row<Name> | null>
  /** How many rows a list has in all. */
  count(model: ModelName, list: List): Promise<number>
  searchHits(options: SearchOptions): Promise<Hit[]>
  countHits(search: Search): Promise<number | null>
  searchSnippets(options: {
    query: string
    hits: readonly Hit[]
  }): Promise<ReadonlyMap<string, SnippetPart[]>>
  timelineItems(options: TimelineOptions): Promise<TimelineItem[]>
  /** A page of the counterparts of a participant; of those asked for in one tick by one statement. */
  counterparts(options: CounterpartOptions, participantId: string): Promise<Counterpart[] | undefined>
  countCounterparts(options: EncounterOptions, participantId: string): Promise<number | undefined>
  /** The counts of a facet of the list of a row, by the row's key; of those asked for in one tick by one statement. */
  facet(options: FacetOptions, parent: string): Promise<FacetCount[] | undefined>
  /** What plugin-prisma loads rows anew with, where one read could not hold all that was asked. */
  readonly delegates: Delegates
}

/** How rows are read: by statements that are compiled here, or by Prisma's client wherever it has words for it. */
export type ReadPath = 'compiled' | 'prisma'

export function createReader(opened: Database, path: ReadPath = 'compiled'): Reader {
  const prisma = path === 'prisma' ? opened.prisma : undefined
  const database = { ...opened, query: opened.read }

  async function run(statement: Statement): Promise<unknown[]> {
    const rows = await database.query<object>(statement.sql, statement.parameters, statement.byValues)
    return rows.map(statement.decode)
  }

  const list = async <Name extends ModelName>(model: Name, query: Query) => {
    const rows = prisma && listByPrisma(prisma, model, query)
    // Either way is selected what the query says of the model, which is what the shape is made of.
    return (await (rows ?? run(compileList(model, query, database)))) as Row<Name>[]
  }

  const batch = createBatches(async ({ model, query }: { model: ModelName; query: Query }, ids) => {
    const select = { ...query.select, id: true }
    const rows: object[] = await list(model, { ...query, select, where: { column: 'id', in: ids } })
    return new Map(rows.map((row) => [String(Reflect.get(row, 'id')), row]))
  })

  return {
    list,
    async load<Name extends ModelName>(model: Name, query: Query, id: string) {
      return ((await batch({ model, query }, id)) ?? null) as Row<Name> | null
    },
    async find(model, query) {
      const [row] = await list(model, query)
      return row ?? null
    },
    async count(model, list) {
      const counted = prisma && countByPrisma(prisma, model, list)
      if (counted) return counted
      const [count] = await run(compileCount(model, list))
      return typeof count === 'number' ? count : 0
    },
    searchHits: (options) => searchHits(database, options),
    countHits: (search) => countHits(database, search),
    searchSnippets: (options) => searchSnippets(database, options),
    timelineItems: (options) => timelineItems(database, options),
    counterparts: createBatches((options: CounterpartOptions, ids) => counterpartsOf(database, options, ids)),
    countCounterparts: createBatches((options: EncounterOptions, ids) =>
      countCounterparts(database, options, ids),
    ),
    facet: createBatches((options: FacetOptions, parents) => facetCounts(database, options, parents)),
    delegates: createLoader(
      (rows, values) => (prisma && rowsByPrisma(prisma, rows, values)) ?? run(compileByKeys(rows, values)),
    ),
  }
}
