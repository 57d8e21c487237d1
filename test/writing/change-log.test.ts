// The log of what was written: nothing that was not committed is in it, and what is in it stays as it is.
import { expect, test } from 'vitest'
import { createEntries } from '../harness/create-entries.ts'
import { onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()
const topic = (slug: string) => ({ type: 'Topic' as const, input: { slug, name: slug } })

test('a transaction that is rolled back leaves nothing', async () => {
  const { prisma } = service.database
  const rolledBack = service.database.transaction(async (tx) => {
    await createEntries(tx, [topic('undone')])
    throw new Error('on purpose')
  })
  await expect(rolledBack).rejects.toThrow('on purpose')
  expect(await prisma.change.count()).toBe(0)
  expect(await prisma.changeSet.count()).toBe(0)
})

test.each([
  'UPDATE "Change" SET "slug" = \'other\'',
  'DELETE FROM "Change"',
  'UPDATE "ChangeSet" SET "actor" = \'other\'',
  'UPDATE "ChangeSet" SET "place" = "place" + 1',
  'DELETE FROM "ChangeSet"',
])('%s fails', async (sql) => {
  const { prisma } = service.database
  const slug = `war-${await prisma.topic.count()}`
  await service.database.transaction((tx) => createEntries(tx, [topic(slug)]))
  const log = await prisma.change.findMany({ include: { set: true } })
  await expect(service.database.query(sql, [])).rejects.toThrow('the change log is append-only')
  expect(await prisma.change.findMany({ include: { set: true } })).toEqual(log)
})
