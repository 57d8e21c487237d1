// Whom a slug names is worked out while a statement is planned, and must still be what the tables say at that moment.

import { beforeAll, expect, test } from 'vitest'
import { Prisma } from '../../src/generated/prisma/client.ts'
import { createEntries } from '../harness/create-entries.ts'
import { onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()

beforeAll(async () => {
  const participant = (slug: string) => ({
    type: 'Participant' as const,
    input: { slug, name: slug, kind: 'PERSON' },
  })
  const topic = (slug: string, broader?: string) => ({
    type: 'Topic' as const,
    input: { slug, name: slug, ...(broader && { broader }) },
  })
  const statement = (speaker: string, on: string) => ({
    type: 'Statement' as const,
    input: {
      slug: `by-${speaker}`,
      text: 'Text',
      wording: 'DIRECT',
      act: 'ASSERT',
      speaker,
      topics: [on],
      citations: [{ source: 'report' }],
    },
  })
  await service.database.transaction((tx) =>
    createEntries(tx, [
      ...['one', 'other'].map(participant),
      { type: 'Source' as const, input: { slug: 'report', title: 'Report', kind: 'NEWS_REPORT' } },
      topic('arms'),
      topic('mines', 'arms'),
      topic('trade'),
      statement('one', 'mines'),
      statement('other', 'trade'),
    ]),
  )
})

const spokenBy = (filter: string) =>
  service.ask(`{ statements(filter: ${filter}) { totalCount nodes { slug } } }`, {})
const only = (slug: string) => ({ data: { statements: { totalCount: 1, nodes: [{ slug }] } } })

async function change(sql: string) {
  await service.database.query(sql, [])
}

test('a slug names whoever has it now', async () => {
  const byOne = '{ speaker: ["one"] }'
  expect(await spokenBy(byOne)).toEqual(only('by-one'))
  await change(`UPDATE "Participant" SET "slug" = 'former' WHERE "slug" = 'one'`)
  expect(await spokenBy(byOne)).toEqual({ data: { statements: { totalCount: 0, nodes: [] } } })
  await change(`UPDATE "Participant" SET "slug" = 'one' WHERE "slug" = 'other'`)
  expect(await spokenBy(byOne)).toEqual(only('by-other'))
  expect(await spokenBy('{ speaker: ["former", "nobody"] }')).toEqual(only('by-one'))
})

test('a topic has those within it that are there now', async () => {
  const onArms = '{ topics: { any: ["arms"] } }'
  expect(await spokenBy(onArms)).toEqual(only('by-one'))
  await change(`UPDATE "Topic" SET "broaderId" = NULL WHERE "slug" = 'mines'`)
  expect(await spokenBy(onArms)).toEqual({ data: { statements: { totalCount: 0, nodes: [] } } })
  await change(
    `UPDATE "Topic" SET "broaderId" = (SELECT "id" FROM "Topic" WHERE "slug" = 'arms') WHERE "slug" = 'trade'`,
  )
  expect(await spokenBy(onArms)).toEqual(only('by-other'))
})

test('in a plan that is kept for any parameters a slug is looked up when that runs', async () => {
  const keep = `PREPARE speakers AS SELECT "slug" FROM "Participant"
    WHERE "id" = ANY (entries_named('Participant', '{}', $1::text[])) ORDER BY "slug"`
  const names = await service.database.transaction(async (tx) => {
    await tx.execute(Prisma.raw('SET LOCAL plan_cache_mode = force_generic_plan'))
    await tx.execute(Prisma.raw(keep))
    const found: unknown[] = []
    for (const slug of ['early', 'late']) {
      await tx.execute`UPDATE "Participant" SET "slug" = ${slug} WHERE "name" = 'one'`
      found.push(await tx.query(Prisma.raw(`EXECUTE speakers('{early}')`)))
    }
    await tx.execute(Prisma.raw('DEALLOCATE speakers'))
    return found
  })
  expect(names).toEqual([[{ slug: 'early' }], []])
})
