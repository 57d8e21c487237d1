// What the guide tells operators to do to the change log when a person's data has to be erased.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Prisma } from '../../src/generated/prisma/client.ts'
import { onEmptyRecord } from '../harness/service.ts'

const guide = await readFile(path.join(import.meta.dirname, '../../OPERATIONS.md'), 'utf8')
const chapter = guide.slice(guide.indexOf("\n## Erasing a person's data\n"), guide.indexOf('\n## Growing\n'))
const [, sql = ''] = chapter.match(/```sql\n([\s\S]*?)```/) ?? []
/** The connection sends one statement at a time. */
const statements = sql.split(/;\n/).filter((statement) => statement.trim() !== '')

const service = onEmptyRecord()
const written = z.object({ data: z.record(z.string(), z.object({ id: z.string(), version: z.number() })) })

/** Somebody is entered, corrected, spoken of by others, and deleted again. */
async function enterAndDelete() {
  const { ask } = service.as('ADMIN')
  const entered = written.parse(
    await ask(/* GraphQL */ `
      mutation {
        source: createSource(input: { slug: "notes", title: "Notes of Jane Doe", kind: OTHER }) { ... on Source { id version } }
        person: createParticipant(
          input: { slug: "jane-doe", name: "Jane Doe", kind: PERSON, description: "Lives in the High Street" }
        ) { ... on Participant { id version } }
        meeting: createMeeting(
          input: {
            slug: "talks", title: "Talks", kind: SUMMIT, date: "1999"
            participants: [{ participant: "jane-doe", roles: [PRINCIPAL] }], citations: [{ source: "notes" }]
          }
        ) { ... on Meeting { id version } }
      }
    `),
  )
  const done = await ask(
    /* GraphQL */ `
      mutation ($person: ID!) {
        person: updateParticipant(id: $person, version: 1, input: { aliases: ["Jane D."] }) { ... on Participant { id version } }
        meeting: updateMeeting(id: "talks", version: 1, input: { participants: [] }) { ... on Meeting { id version } }
        source: updateSource(id: "notes", version: 1, input: { title: "Notes" }) { ... on Source { id version } }
        deleteEntry(id: $person, version: 2) { __typename }
      }
    `,
    { person: entered.data['person']?.id },
  )
  expect(done).toMatchObject({
    data: { person: { version: 2 }, meeting: { version: 2 }, source: { version: 2 } },
  })
}

async function log() {
  const rows = await service.database.prisma.change.findMany({
    include: { set: true },
    orderBy: [{ set: { place: 'asc' } }, { ordinal: 'asc' }],
  })
  return rows.map(({ set, ...change }) => ({ ...change, place: String(set.place) }))
}

test('after it nothing in the log names the person; all else is as it was, and the log refuses to be rewritten', async () => {
  await enterAndDelete()
  const before = await log()
  expect(JSON.stringify(before)).toMatch(/jane-doe.*High Street/)

  await service.database.transaction(async (tx) => {
    for (const statement of statements) await tx.execute(Prisma.raw(statement))
  })

  const after = await log()
  expect(JSON.stringify(after)).not.toMatch(/jane|doe|High Street/i)
  const places = (changes: typeof after) =>
    changes.map(({ id, place, action, entryId }) => [id, place, action, entryId])
  expect(places(after)).toEqual(places(before))
  expect(after.filter(({ entryType }) => entryType === 'PARTICIPANT')).toMatchObject([
    { action: 'CREATE', slug: 'erased', before: null, after: { type: 'Participant', slug: 'erased' } },
    { action: 'UPDATE', slug: 'erased', before: { slug: 'erased' }, after: { slug: 'erased' } },
    { action: 'DELETE', slug: 'erased', before: { type: 'Participant', slug: 'erased' }, after: null },
  ])
  expect(after.find(({ slug }) => slug === 'notes')).toMatchObject({ after: { title: 'Notes of [erased]' } })
  await expect(service.database.query('DELETE FROM "Change"', [])).rejects.toThrow(
    'the change log is append-only',
  )
})

test('the service tells the log as before', async () => {
  const { ask } = service.as('ADMIN')
  expect(await ask('{ changes(first: 9) { nodes { action slug entry { slug } } } }')).toEqual({
    data: { changes: { nodes: expect.arrayContaining([{ action: 'DELETE', slug: 'erased', entry: null }]) } },
  })
})
