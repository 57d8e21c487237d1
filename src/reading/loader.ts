import { getDatamodel } from '../generated/pothos.ts'
import { modelOf } from './model.ts'
import type { Query } from './selection.ts'

/** The part of Prisma's client that plugin-prisma calls: one row, by its key. */
export interface Delegates {
  $connect(): Promise<void>
  readonly [model: string]: Delegate | (() => Promise<void>)
}

interface Delegate {
  findUnique(query: UniqueQuery): Promise<unknown>
  findUniqueOrThrow(query: UniqueQuery): Promise<unknown>
}

interface UniqueQuery extends Query {
  where: never
}

type Load = (
  model: string,
  options: { query: Query; key: readonly string[]; values: readonly (readonly string[])[] },
) => Promise<unknown[]>

interface Batch {
  query: Query
  key: readonly string[]
  values: string[][]
  rows: Promise<Map<string, unknown>>
}

/**
 * Reads rows anew, those that are asked for in one tick with the same selection by one statement: where two
 * aliases want one relation with different arguments, plugin-prisma asks for each parent's row by itself.
 */
export function createLoader(load: Load): Delegates {
  const batches = new Map<string, Batch>()

  function delegate(model: string): Delegate {
    async function findUnique({ where, ...query }: UniqueQuery) {
      const columns = keyColumns(where)
      const key = Object.keys(columns).sort()
      const value = key.map((column) => String(columns[column]))
      const name = JSON.stringify([model, key, query])
      const batch = batches.get(name) ?? open(name, { query, key })
      batch.values.push(value)
      return (await batch.rows).get(JSON.stringify(value)) ?? null
    }

    function open(name: string, { query, key }: Pick<Batch, 'query' | 'key'>): Batch {
      const values: string[][] = []
      const rows = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
        batches.delete(name)
        const loaded = await load(model, { query, key, values })
        return new Map(
          loaded.map((row) => [JSON.stringify(key.map((column) => String(columnValue(row, column)))), row]),
        )
      })
      const batch = { query, key, values, rows }
      batches.set(name, batch)
      return batch
    }

    return {
      findUnique,
      async findUniqueOrThrow(query) {
        const row = await findUnique(query)
        if (row === null) throw new Error(`${model} ${JSON.stringify(query.where)} is gone`)
        return row
      },
    }
  }

  const models = Object.keys(getDatamodel().datamodel.models).map((name) => modelOf(name).name)
  return {
    $connect: async () => undefined,
    ...Object.fromEntries(
      models.map((name) => [name.charAt(0).toLowerCase() + name.slice(1), delegate(name)]),
    ),
  }
}

/** Prisma nests the columns of a compound key under its name: `{ meetingId_sideId: { meetingId, sideId } }`. */
function keyColumns(where: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const [only] = Object.values(where)
  return typeof only === 'object' && only !== null ? { ...only } : { ...where }
}

function columnValue(row: unknown, column: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined
}
