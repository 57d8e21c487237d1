import type { Database } from '../database/database.ts'
import type PrismaTypes from '../generated/pothos.ts'
import { compileByKeys, compileCount, compileList, type Statement } from './compile.ts'
import type { Condition } from './condition.ts'
import { createLoader, type Delegates } from './loader.ts'
import type { List, Query } from './selection.ts'

type ModelName = keyof PrismaTypes
export type Row<Name extends ModelName> = PrismaTypes[Name]['Shape']

/** The one door to the record for whoever reads it: each call is one SQL statement, whatever it selects. */
export interface Reader {
  /** The rows of a list, in its order. */
  list<Name extends ModelName>(model: Name, query: Query): Promise<Row<Name>[]>
  /** The first row that meets a condition. */
  find<Name extends ModelName>(model: Name, query: Query & { where: Condition }): Promise<Row<Name> | null>
  /** How many rows a list has in all. */
  count(model: ModelName, list: List): Promise<number>
  /** What plugin-prisma loads rows anew with, where one read could not hold all that was asked. */
  readonly delegates: Delegates
}

export function createReader(database: Database): Reader {
  async function run(statement: Statement): Promise<unknown[]> {
    const rows = await database.query<{ row: unknown }>(statement.sql, statement.parameters)
    return rows.map(({ row }) => statement.decode(row))
  }

  const list = async <Name extends ModelName>(model: Name, query: Query) => {
    // The statement selects what the query says of the model, which is what the shape is made of.
    return (await run(compileList(model, query))) as Row<Name>[]
  }

  return {
    list,
    async find(model, query) {
      const [row] = await list(model, query)
      return row ?? null
    },
    async count(model, list) {
      const [count] = await run(compileCount(model, list))
      return typeof count === 'number' ? count : 0
    },
    delegates: createLoader((model, options) => run(compileByKeys(model, options))),
  }
}
