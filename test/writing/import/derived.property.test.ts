import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type { ModelRecord } from '../../model/record.ts'
import { cast, derived, expected, records, statementEntry } from '../modelled.ts'
import { onEmptyRecord } from '../record.ts'
import { importLines } from './importing.ts'

const batch = vi.hoisted(() => ({ entries: 1, characters: 1 }))
vi.mock('../../../src/writing/import/batch-size.ts', () => ({
  get ENTRIES_AT_ONCE() {
    return batch.entries
  },
  get CHARACTERS_AT_ONCE() {
    return batch.characters
  },
}))

const record = onEmptyRecord()

/** Two records of statements with the same slugs, which say different things. */
const twoRecords = fc.tuple(records, records).map(([first, second]) => {
  const count = Math.min(first.statements.length, second.statements.length)
  const cut = (model: ModelRecord) => ({ ...model, statements: model.statements.slice(0, count) })
  return [cut(first), cut(second)]
})

const entriesOf = (model: ModelRecord) => [...cast(model), ...model.statements.map(statementEntry)]

it('what is derived is right, in whatever order lines come, and however many are written at once', async () => {
  const imports = fc.record({
    models: twoRecords,
    entries: fc.integer({ min: 1, max: 30 }),
    characters: fc.integer({ min: 1, max: 4_000 }),
    order: fc.infiniteStream(fc.nat()),
  })
  await fc.assert(
    fc.asyncProperty(imports, async ({ models, entries, characters, order }) => {
      Object.assign(batch, { entries, characters })
      await record.database.query('TRUNCATE "Topic", "Participant", "Source", "Meeting", "Issue" CASCADE', [])
      for (const model of models) {
        const placed = entriesOf(model).map((entry) => ({ entry, place: order.next().value }))
        const shuffled = placed.toSorted((one, other) => one.place - other.place)
        await importLines(
          record.database,
          shuffled.map(({ entry }) => entry),
        )
        expect(await derived(record.database.prisma)).toEqual(expected(model))
      }
    }),
    { numRuns: 8 },
  )
}, 120_000)
