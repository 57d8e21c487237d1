import { getDatamodel } from '../generated/pothos.ts'
import { createBatches } from './batch.ts'
import type { Query, RowsByKey } from './selection.ts'

/** The part of Prisma's client that plugin-prisma calls: one row, by its key. */
export interface Delegates {
  $connect(): Promise<void>
  readonly [model: string]: Delegate | (() => Promise<void>)
}

interface Delegate {
  findUnique(query: UniqueQuery): Promise<unknown>
  findUniqueOrThrow(query: UniqueQuery): Promise<unknown>
}

export interface UniqueQuery extends Omit<Query, 'where'> {
  where: Readonly<Record<string, unknown>>
}

/**
 * Reads rows anew, those that are asked for with the same selection by one statement: where two aliases want one
 * relation with different arguments, plugin-prisma asks for each parent's row by itself.
 */
export function createLoader(
  load: (rows: RowsByKey, values: readonly (readonly string[])[]) => Promise<unknown[]>,
): Delegates {
  const batch = createBatches(async (rows: RowsByKey, ids) => {
    const loaded = await load(rows, ids.map(valuesOf))
    return new Map(loaded.map((row) => [idOf(rows.key.map((column) => columnValue(row, column))), row]))
  })

  function delegate(model: string): Delegate {
    async function findUnique({ where, ...query }: UniqueQuery) {
      const columns = keyColumns(where)
      const key = Object.keys(columns).sort()
      return (await batch({ model, query, key }, idOf(key.map((column) => columns[column])))) ?? null
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

  return {
    $connect: async () => undefined,
    ...Object.fromEntries(
      Object.keys(getDatamodel().datamodel.models).map((name) => [
        name.charAt(0).toLowerCase() + name.slice(1),
        delegate(name),
      ]),
    ),
  }
}

function idOf(values: readonly unknown[]): string {
  return JSON.stringify(values.map(String))
}

function valuesOf(id: string): string[] {
  return JSON.parse(id)
}

/** Prisma nests the columns of a compound key under its name: `{ meetingId_sideId: { meetingId, sideId } }`. */
function keyColumns(where: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const [only] = Object.values(where)
  return typeof only === 'object' && only !== null ? { ...only } : { ...where }
}

function columnValue(row: unknown, column: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined
}
