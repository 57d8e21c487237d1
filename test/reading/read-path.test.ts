// Rows are the same, in the same order and of the same types, whether they are read by a compiled statement or by Prisma's
// client: of records and queries made at random. FC_FACTOR asks for more of them, FC_SEED for others.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SLUGGED_TYPES } from '../../src/domain/global-id.ts'
import { compileList } from '../../src/reading/compile.ts'
import { modelOf } from '../../src/reading/model.ts'
import { countByPrisma, listByPrisma } from '../../src/reading/prisma-query.ts'
import { createReader } from '../../src/reading/reader.ts'
import type { Query } from '../../src/reading/selection.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { readingRecords } from '../model/reading-arbitraries.ts'
import { load } from './load.ts'
import { seed } from './property.ts'
import { queries } from './query-arbitraries.ts'

const service = onEmptyRecord()

const MODELS = [...SLUGGED_TYPES, 'Position', 'Citation'] as const
const QUERIES = 30

/** More queries on a record, and from four times as many on more records. */
const factor = Number(process.env['FC_FACTOR'] ?? 1)

test.each(MODELS)('%s: the compiled statement and Prisma give the same', async (model) => {
  let rows = 0
  for (const record of fc.sample(readingRecords, { seed, numRuns: Math.ceil(factor / 4) })) {
    await load(service, record)
    const compiled = createReader(service.database)
    const found = await foundRows()
    const asked = fc.sample(
      queries(model, (name) => found.get(name) ?? []),
      {
        seed,
        numRuns: Math.round(QUERIES * Math.min(factor, 4)),
      },
    )
    for (const query of asked) {
      const byPrisma = await listByPrisma(service.database.prisma, model, query)
      if (!byPrisma) continue
      const byStatement = await compiled.list(model, query)
      expect(byStatement, JSON.stringify(query)).toEqual(byPrisma)
      expect(await preparedRows(model, query), JSON.stringify(query)).toEqual(byPrisma)
      const list = query.where ? { where: query.where } : {}
      expect(await compiled.count(model, list), JSON.stringify(list)).toBe(
        await countByPrisma(service.database.prisma, model, list),
      )
      rows += byStatement.length
    }
  }
  expect(rows).toBeGreaterThan(0)
})

/** The rows as a server is asked for them: by the statement with one plan for all values, and by that with a page by its values. */
async function preparedRows(model: string, query: Query): Promise<unknown[]> {
  const { sql, parameters, decode, byValues } = compileList(model, query, { isPrepared: true })
  const rows = (await service.database.query<object>(sql, parameters)).map(decode)
  const other = byValues?.()
  if (other)
    expect((await service.database.query<object>(other.sql, other.parameters)).map(decode)).toEqual(rows)
  return rows
}

/** All columns of all rows: what conditions and cursors are made of. */
async function foundRows(): Promise<Map<string, object[]>> {
  const found = new Map<string, object[]>()
  const open: string[] = [...MODELS]
  for (const name of open) {
    if (found.has(name)) continue
    const { columns, relations } = modelOf(name)
    const select = Object.fromEntries([...columns.keys()].map((column) => [column, true]))
    found.set(name, (await listByPrisma(service.database.prisma, name, { select })) ?? [])
    open.push(...[...relations.values()].map(({ target }) => target).filter((target) => target !== 'History'))
  }
  return found
}
