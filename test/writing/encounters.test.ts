// Whom a participant met is kept beside the meetings: against a model that looks at every meeting by itself.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { GATHERINGS, ROLES_BESIDE } from '../../src/domain/encounter.ts'
import { type AttendanceRole, MeetingKind, MeetingStatus } from '../../src/generated/prisma/enums.ts'
import { importLines } from './import/importing.ts'
import { meeting, participant } from './record.ts'
import { onWrittenRecord } from './writing-record.ts'

const record = onWrittenRecord()
const actor = 'ben'

const PEOPLE = ['ann', 'ben', 'cleo', 'dan']
const MEETINGS = ['m0', 'm1', 'm2', 'm3', 'm4']

interface ModelMeeting {
  slug: string
  kind: MeetingKind
  status: MeetingStatus
  date: string | null
  participants: { participant: string; roles: AttendanceRole[] }[]
}

const mostly = <Value>(usual: Value, others: readonly Value[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) })

const meetings: fc.Arbitrary<ModelMeeting> = fc.record({
  slug: fc.constantFrom(...MEETINGS),
  kind: mostly<MeetingKind>('BILATERAL', Object.values(MeetingKind)),
  status: mostly<MeetingStatus>('HELD', Object.values(MeetingStatus)),
  date: fc.option(fc.constantFrom('2017-07-07', '2017-07-08', '2018-07-16')),
  participants: fc.uniqueArray(
    fc.record({
      participant: fc.constantFrom(...PEOPLE),
      roles: fc.subarray(['PRINCIPAL', 'PRESS', 'INTERPRETER', 'OBSERVER'] satisfies AttendanceRole[]),
    }),
    { selector: (one) => one.participant, maxLength: 4 },
  ),
})

type Operation = { write: ModelMeeting[] } | { remove: string } | { merge: [keep: string, duplicate: string] }

const operations: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ write: fc.uniqueArray(meetings, { selector: ({ slug }) => slug, minLength: 1 }) }),
  },
  { weight: 2, arbitrary: fc.record({ remove: fc.constantFrom(...MEETINGS) }) },
  {
    weight: 1,
    arbitrary: fc.record({ merge: fc.tuple(fc.constantFrom('ann', 'ben'), fc.constantFrom('cleo', 'dan')) }),
  },
)

async function empty() {
  await record.database.query('TRUNCATE "Participant", "Meeting" CASCADE', [])
}

interface Model {
  meetings: Map<string, ModelMeeting>
  people: Set<string>
}

/** Does it to the record and to the model; what makes no sense any more is left out. */
async function perform(model: Model, operation: Operation) {
  if ('write' in operation) {
    const there = operation.write.map((one) => ({
      ...one,
      participants: one.participants.filter(({ participant }) => model.people.has(participant)),
    }))
    await importLines(
      record.database,
      there.map(({ slug, ...more }) => meeting(slug, more)),
    )
    for (const one of there) model.meetings.set(one.slug, one)
  } else if ('remove' in operation) {
    if (!model.meetings.delete(operation.remove)) return
    const version = await versionOf('Meeting', operation.remove)
    await record.writer.delete({ actor, id: `Meeting:${operation.remove}`, version })
  } else {
    const [keep, duplicate] = operation.merge
    if (!model.people.delete(duplicate)) return
    const version = await versionOf('Participant', keep)
    await record.writer.mergeParticipants({ actor, keep, duplicate, version })
    for (const one of model.meetings.values()) one.participants = merged(one.participants, keep, duplicate)
  }
}

/** Of somebody who was there as two, the roles of both. */
function merged(participants: ModelMeeting['participants'], keep: string, duplicate: string) {
  const [kept, other] = [keep, duplicate].map((slug) => participants.find((one) => one.participant === slug))
  if (!other) return participants
  const roles = [...new Set([...(kept?.roles ?? []), ...other.roles])]
  return [...participants.filter((one) => one !== kept && one !== other), { participant: keep, roles }]
}

async function versionOf(type: string, slug: string): Promise<number> {
  const [row] = await record.query<{ version: number }>(
    `SELECT "version" FROM "${type}" WHERE "slug" = '${slug}'`,
  )
  return row?.version ?? 0
}

function expected({ meetings, people }: Model) {
  return [...people].toSorted().flatMap((own) =>
    [...people].toSorted().flatMap((other) => {
      const shared = [...meetings.values()].filter(
        (one) => own !== other && counts(one) && takesPart(one, own) && takesPart(one, other),
      )
      const times = shared
        .flatMap(({ date, slug }) => (date === null ? [] : [`${date}${date}${slug} ${date}`]))
        .toSorted()
      if (shared.length === 0) return []
      return [
        { own, other, meetingCount: shared.length, first: times[0] ?? null, last: times.at(-1) ?? null },
      ]
    }),
  )
}

function counts({ kind, status }: ModelMeeting): boolean {
  return status === 'HELD' && !GATHERINGS.includes(kind)
}

function takesPart({ participants }: ModelMeeting, slug: string): boolean {
  const roles = participants.find((one) => one.participant === slug)?.roles
  return roles !== undefined && (roles.length === 0 || roles.some((role) => !ROLES_BESIDE.includes(role)))
}

const ENCOUNTERS = `
  SELECT own."slug" AS "own", other."slug" AS "other", "meetingCount", "first", "last"
  FROM "Encounter" JOIN "Participant" own ON own."id" = "participantId" JOIN "Participant" other ON other."id" = "counterpartId"
  ORDER BY 1, 2`

it('whatever is done to meetings, whom somebody met is what the meetings say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operations, { minLength: 4, maxLength: 12 }), async (history) => {
      await empty()
      await record.create(...PEOPLE.map((slug) => participant(slug)))
      const model: Model = { meetings: new Map(), people: new Set(PEOPLE) }
      for (const operation of history) {
        await perform(model, operation)
        expect(await record.query(ENCOUNTERS)).toEqual(expected(model))
      }
    }),
    { numRuns: 12 },
  )
})

it('those who write meetings of the same people at once count all of them', async () => {
  const dates = Array.from({ length: 8 }, (_, index) => `2017-07-${10 + index}`)
  const participants = PEOPLE.map((slug) => ({ participant: slug, roles: ['PRINCIPAL'] }))
  await empty()
  await record.create(...PEOPLE.map((slug) => participant(slug)))
  await record.create(
    ...dates.map((date, index) => meeting(`m${index}`, { kind: 'BILATERAL', date, participants })),
  )
  // The first and the last go, one is put off, one is held without two of them, and new ones come.
  await Promise.all([
    record.writer.delete({ actor, id: 'Meeting:m0', version: 1 }),
    record.writer.delete({ actor, id: 'Meeting:m7', version: 1 }),
    record.writer.update({ actor, type: 'Meeting', id: 'm1', version: 1, input: { status: 'POSTPONED' } }),
    record.writer.update({
      actor,
      type: 'Meeting',
      id: 'm6',
      version: 1,
      input: { participants: participants.slice(0, 2) },
    }),
    ...['2017-08-01', '2017-08-02'].map((date) =>
      record.create(meeting(`new-${date}`, { kind: 'BILATERAL', date, participants })),
    ),
  ])
  const pairs = PEOPLE.flatMap((own) => PEOPLE.flatMap((other) => (own === other ? [] : [{ own, other }])))
  const isBoth = ({ own, other }: { own: string; other: string }) => own < 'c' && other < 'c'
  const time = (date: string, slug: string) => `${date}${date}${slug} ${date}`
  expect(await record.query(ENCOUNTERS)).toEqual(
    pairs.map((pair) => ({
      ...pair,
      meetingCount: isBoth(pair) ? 7 : 6,
      first: time('2017-07-12', 'm2'),
      last: time('2017-08-02', 'new-2017-08-02'),
    })),
  )
})
