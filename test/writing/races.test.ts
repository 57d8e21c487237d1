import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { deleteEntry } from '../../src/writing/delete-entry.ts'
import { ConflictError } from '../../src/writing/errors.ts'
import { mergeParticipants } from '../../src/writing/merge-participants.ts'
import { updateEntry } from '../../src/writing/update-entry.ts'
import { createWriter } from '../../src/writing/writer.ts'
import { serverUrl } from '../database/own-database.ts'
import { createEntries } from '../harness/create-entries.ts'
import { issue, meeting, participant, source, statement, topic } from './record.ts'
import { onWrittenRecord } from './writing-record.ts'

const record = onWrittenRecord()
const actor = 'ben'

/** In milliseconds. */
const TIME_TO_BEGIN = 100
const LONGER_THAN_ANYBODY_WAITS_FOR_A_CONNECTION = 2_500

/** How the writes ended that were begun at once. */
async function outcomes(writes: readonly Promise<unknown>[]) {
  const settled = await Promise.allSettled(writes)
  return settled.map((one) => (one.status === 'fulfilled' ? 'written' : nameOf(one.reason))).sort()
}

function nameOf(error: unknown): string {
  if (error instanceof ConflictError) return error.reason
  return error instanceof Error ? error.name : String(error)
}

it('of many updates of one version one is written, and the others hear of the conflict', async () => {
  await record.create(topic('trade'))
  const update = (number: number) =>
    record.writer.update({
      actor,
      type: 'Topic',
      id: 'trade',
      version: 1,
      input: { name: `Trade ${number}` },
    })
  expect(await outcomes([1, 2, 3, 4].map(update))).toEqual([
    'STALE_VERSION',
    'STALE_VERSION',
    'STALE_VERSION',
    'written',
  ])
})

it('of many that take one slug one gets it, and those that were given none get others', async () => {
  expect(await outcomes([1, 2, 3].map(() => record.create(topic('war'))))).toEqual([
    'InvalidEntriesError',
    'InvalidEntriesError',
    'written',
  ])
  const unnamed = { type: 'Topic', input: { name: 'Peace' } } as const
  const created = await Promise.all([1, 2, 3, 4].map(() => record.create(unnamed)))
  const rows = await record.query<{ slug: string }>(
    `SELECT "slug" FROM "Topic" WHERE "name" = 'Peace' ORDER BY "slug"`,
  )
  expect(created).toHaveLength(4)
  expect(rows.map(({ slug }) => slug)).toEqual(['peace', 'peace-2', 'peace-3', 'peace-4'])
})

it('two that together would put entries within each other do not both get their way', async () => {
  await record.create(topic('a'), topic('b'))
  const within = (id: string, broader: string) =>
    record.writer.update({ actor, type: 'Topic', id, version: 1, input: { broader } })
  expect(await outcomes([within('a', 'b'), within('b', 'a')])).toEqual(['InvalidEntriesError', 'written'])
})

it('what is deleted while something comes to rest on it is either there or not', async () => {
  await record.create(meeting('summit'))
  const ends = await outcomes([
    record.writer.delete({ actor, id: 'Meeting:summit', version: 1 }),
    record.create(meeting('bilateral', { parent: 'summit' })),
  ])
  expect([
    ['InvalidEntriesError', 'written'],
    ['IN_USE', 'written'],
  ]).toContainEqual(ends)
})

it('what is said by somebody while they are merged is said by the one who is kept', async () => {
  await record.create(participant('speaker'), source('report'), participant('duplicate'))
  const said = Array.from({ length: 6 }, (_, number) =>
    record.create(statement(`said-${number}`, { speaker: 'duplicate' })),
  )
  const merged = record.writer.mergeParticipants({
    actor,
    keep: 'speaker',
    duplicate: 'duplicate',
    version: 1,
  })
  expect(new Set(await outcomes([...said, merged]))).toEqual(new Set(['written']))
  const speakers = await record.query(
    `SELECT DISTINCT speaker."slug" FROM "Statement" JOIN "Participant" speaker ON speaker."id" = "speakerId" WHERE "Statement"."slug" LIKE 'said-%'`,
  )
  expect(speakers).toEqual([{ slug: 'speaker' }])
})

it('those who take opposite stances at once contest each other', async () => {
  await record.create(participant('other'), issue('meddling'))
  const stance = (slug: string, speaker: string, stance: string) =>
    record.create(statement(slug, { speaker, positions: [{ issue: 'meddling', stance }] }))
  expect(await outcomes([stance('yes', 'speaker', 'AFFIRMS'), stance('no', 'other', 'DENIES')])).toEqual([
    'written',
    'written',
  ])
  expect(await record.query(`SELECT "isContested" FROM "Statement" WHERE "slug" IN ('yes', 'no')`)).toEqual([
    { isContested: true },
    { isContested: true },
  ])
})

it('a speaker who becomes anonymous while they are heard is anonymous in all that is known', async () => {
  await record.create(participant('official'))
  const said = Array.from({ length: 5 }, (_, number) =>
    record.create(statement(`heard-${number}`, { speaker: 'official' })),
  )
  const hidden = record.writer.update({
    actor,
    type: 'Participant',
    id: 'official',
    version: 1,
    input: { isAnonymous: true },
  })
  expect(new Set(await outcomes([...said, hidden]))).toEqual(new Set(['written']))
  expect(
    await record.query(`SELECT DISTINCT "evidence" FROM "Statement" WHERE "slug" LIKE 'heard-%'`),
  ).toEqual([{ evidence: 'UNATTRIBUTED' }])
})

it('a statement is contested that one comes to contradict while another ceases to', async () => {
  const links = [{ kind: 'CONTRADICTS', to: 'claim' }]
  await record.create(statement('claim'), statement('retracted', { links }))
  await record.beforeCommitOf(
    (tx) => createEntries(tx, [statement('maintained', { links })]),
    () =>
      record.writer.update({ actor, type: 'Statement', id: 'retracted', version: 1, input: { links: [] } }),
  )
  expect(await record.query(`SELECT "isContested" FROM "Statement" WHERE "slug" = 'claim'`)).toEqual([
    { isContested: true },
  ])
})

it('a meeting is contested of which a statement comes to tell while what is reported in it is denied', async () => {
  await record.create(
    issue('collusion'),
    meeting('talks'),
    statement('briefing'),
    statement('reported', {
      reportedIn: 'briefing',
      positions: [{ issue: 'collusion', stance: 'AFFIRMS' }],
    }),
  )
  const update = {
    actor,
    type: 'Statement',
    id: 'briefing',
    version: 1,
    input: { about: ['Meeting:talks'] },
  } as const
  await record.beforeCommitOf(
    (tx) => updateEntry(tx, update),
    () =>
      record.create(
        statement('denial', { speaker: 'other', positions: [{ issue: 'collusion', stance: 'DENIES' }] }),
      ),
  )
  expect(await record.query(`SELECT "isContested" FROM "Meeting" WHERE "slug" = 'talks'`)).toEqual([
    { isContested: true },
  ])
})

it('a meeting is not contested of which a statement comes to tell while what is reported in it is deleted', async () => {
  const positions = (stance: string) => [{ issue: 'sanctions', stance }]
  await record.create(
    issue('sanctions'),
    meeting('call'),
    statement('readout'),
    statement('disputed', { reportedIn: 'readout', positions: positions('AFFIRMS') }),
    statement('affirmed', { positions: positions('AFFIRMS') }),
    statement('denied', { speaker: 'other', positions: positions('DENIES') }),
  )
  const update = { actor, type: 'Statement', version: 1, input: { about: ['Meeting:call'] } } as const
  await record.beforeCommitOf(
    (tx) => deleteEntry(tx, { actor, id: 'Statement:disputed', version: 1 }),
    () => record.writer.update({ ...update, id: 'readout' }),
  )
  expect(await record.query(`SELECT "isContested" FROM "Meeting" WHERE "slug" = 'call'`)).toEqual([
    { isContested: false },
  ])
})

it('a statement that is moved to another speaker while its own becomes anonymous is not theirs any more', async () => {
  await record.create(
    participant('insider'),
    statement('press-release'),
    statement('leak', { speaker: 'insider', reportedIn: 'press-release' }),
  )
  const update = { actor, type: 'Statement', id: 'leak', version: 1 } as const
  const input = { speaker: 'other', reportedIn: null, citations: [{ source: 'report' }] }
  await record.beforeCommitOf(
    (tx) => updateEntry(tx, { ...update, input }),
    () =>
      record.writer.update({
        actor,
        type: 'Participant',
        id: 'insider',
        version: 1,
        input: { isAnonymous: true },
      }),
  )
  expect(
    await record.query(
      `SELECT "evidence", "outermostId" = "id" AS "isOutermost" FROM "Statement" WHERE "slug" = 'leak'`,
    ),
  ).toEqual([{ evidence: 'FIRST_HAND', isOutermost: true }])
})

it('a participant who is merged while somebody is about to change them is the one kept', async () => {
  await record.create(participant('kept'), participant('same'))
  const update = { actor, type: 'Participant', id: 'same', version: 1, input: { name: 'Same' } } as const
  await record.beforeCommitOf(
    (tx) => mergeParticipants(tx, { actor, keep: 'kept', duplicate: 'same', version: 1 }),
    async () => expect(await outcomes([record.writer.update(update)])).toEqual(['STALE_VERSION']),
  )
})

it('of many who wait for one write none is turned away', async () => {
  await record.create(topic('busy'))
  const update = { actor, type: 'Topic', id: 'busy', version: 1, input: { description: 'Busy.' } } as const
  await record.beforeCommitOf(
    (tx) => updateEntry(tx, update),
    async () => {
      const updates = Array.from({ length: 14 }, () => record.writer.update(update))
      expect(new Set(await outcomes(updates))).toEqual(new Set(['STALE_VERSION']))
    },
    LONGER_THAN_ANYBODY_WAITS_FOR_A_CONNECTION,
  )
})

it.skipIf(serverUrl === undefined)('whoever reads meanwhile has not to wait', async () => {
  await record.create(topic('stalled'))
  const update = { actor, type: 'Topic', id: 'stalled', version: 1, input: { name: 'Stalled' } } as const
  await record.beforeCommitOf(
    (tx) => updateEntry(tx, update),
    async () => {
      const updates = Array.from({ length: 14 }, () => outcomes([record.writer.update(update)]))
      await wait(TIME_TO_BEGIN)
      const reading = record.query('SELECT 1 AS "read"')
      expect(await Promise.race([...updates, reading])).toEqual([{ read: 1 }])
      await Promise.all(updates)
    },
  )
})

it.skipIf(serverUrl === undefined)(
  'those who wait for a long write let others go first, and hear of it in the end',
  async () => {
    const held = Array.from({ length: 8 }, (_, number) => topic(`held-${number}`))
    await record.create(...held)
    const impatient = createWriter(record.database, { patience: 500 })
    const update = (id: string) =>
      impatient.update({ actor, type: 'Topic', id, version: 1, input: { name: 'Held' } })
    await record.beforeCommitOf(
      (tx) => tx.execute`SELECT FROM "Topic" WHERE "slug" LIKE 'held-%' FOR UPDATE`,
      async () => {
        const waiting = outcomes(held.map((_, number) => update(`held-${number}`)))
        await wait(TIME_TO_BEGIN)
        await impatient.create({ actor, entry: topic('free') })
        expect(new Set(await waiting)).toEqual(new Set(['BusyError']))
      },
      LONGER_THAN_ANYBODY_WAITS_FOR_A_CONNECTION,
    )
    await update('held-0')
  },
)
