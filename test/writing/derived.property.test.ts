import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Prisma } from '../../src/generated/prisma/client.ts'
import { bearingOf, deriveContested } from '../../src/writing/derive-contested.ts'
import { deriveEvidence } from '../../src/writing/derive-evidence.ts'
import type { NewEntry } from '../../src/writing/draft.ts'
import { createEntries } from '../harness/create-entries.ts'
import { type ModelAgreement, statusOn } from '../model/agreement.ts'
import {
  evidence,
  isIssueContested,
  isMeetingContested,
  isStatementContested,
  issuesOfMeeting,
  type ModelRecord,
  type ModelStatement,
  outermost,
} from '../model/record.ts'
import { agreement, issue, meeting, onEmptyRecord, participant, source, statement } from './record.ts'

const record = onEmptyRecord()

const PARTICIPANTS = ['p0', 'p1', 'p2', 'p3']
const MEETINGS = ['m0', 'm1', 'm2']
const ISSUES = ['i0', 'i1']
const MOST_STATEMENTS = 12

const stance = fc.constantFrom('AFFIRMS', 'DENIES', 'AFFIRMS', 'DENIES', 'HEDGES', 'DECLINES')
const position = fc.record({ issue: fc.constantFrom(...ISSUES), stance })
const maybe = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { freq: 1 })
const oneBefore = (number: number) => fc.integer({ min: 0, max: number - 1 }).map((before) => `s${before}`)

/** Each is reported in one before it and contradicts some before it, if any. */
function statementNumber(number: number): fc.Arbitrary<ModelStatement> {
  return fc.record({
    slug: fc.constant(`s${number}`),
    speaker: fc.constantFrom(...PARTICIPANTS),
    onBehalfOf: fc.option(fc.constantFrom(...PARTICIPANTS), { freq: 3 }),
    meeting: maybe(MEETINGS),
    about: fc.uniqueArray(fc.constantFrom(...MEETINGS), { maxLength: 2 }),
    reportedIn: number === 0 ? fc.constant(null) : fc.option(oneBefore(number), { freq: 1 }),
    positions: fc.uniqueArray(position, { maxLength: 2, selector: ({ issue }) => issue }),
    contradicts: number === 0 ? fc.constant([]) : fc.option(oneBefore(number), { freq: 5 }).map(listed),
  })
}

function listed(value: string | null): string[] {
  return value?.endsWith('3') ? [value] : []
}

/** Chains that have grown beyond five statements begin anew. */
function cut(statements: readonly ModelStatement[]): ModelStatement[] {
  const lengths = new Map<string, number>()
  return statements.map((statement) => {
    const length = statement.reportedIn === null ? 0 : (lengths.get(statement.reportedIn) ?? 0)
    lengths.set(statement.slug, (length % 5) + 1)
    return length === 5 ? { ...statement, reportedIn: null } : statement
  })
}

const records: fc.Arbitrary<ModelRecord> = fc
  .record({
    anonymous: fc.constantFrom(...PARTICIPANTS),
    statements: fc
      .integer({ min: 1, max: MOST_STATEMENTS })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, number) => statementNumber(number)))),
  })
  .map(({ anonymous, statements }) => ({
    participants: PARTICIPANTS.map((slug) => ({ slug, isAnonymous: slug === anonymous })),
    meetings: MEETINGS,
    issues: ISSUES,
    statements: cut(statements),
  }))

function statementEntry(from: ModelStatement): NewEntry {
  const { slug, about, contradicts, ...same } = from
  return statement(slug, {
    ...same,
    about: about.map((meeting) => `Meeting:${meeting}`),
    links: contradicts.map((to) => ({ kind: 'CONTRADICTS', to })),
  })
}

/** All that was derived, of everything. */
async function derived(tx: Prisma.TransactionClient) {
  const orderBy = { slug: 'asc' } as const
  const [statements, issues, meetings, contradictions] = [
    await tx.statement.findMany({
      orderBy,
      select: { slug: true, evidence: true, isContested: true, outermost: { select: { slug: true } } },
    }),
    await tx.issue.findMany({ orderBy, select: { slug: true, isContested: true } }),
    await tx.meeting.findMany({
      orderBy,
      select: { slug: true, isContested: true, issues: { select: { issue: { select: { slug: true } } } } },
    }),
    await tx.contradiction.findMany({
      distinct: ['statementId'],
      select: { statement: { select: { slug: true } } },
    }),
  ]
  return {
    statements: statements.map((statement) => ({ ...statement, outermost: statement.outermost.slug })),
    issues,
    meetings: meetings.map(({ slug, isContested, issues }) => ({
      slug,
      isContested,
      issues: issues.map(({ issue }) => issue.slug).sort(),
    })),
    contradicted: contradictions.map(({ statement }) => statement.slug).sort(),
  }
}

function expected(model: ModelRecord) {
  const statements = model.statements.toSorted((one, other) => (one.slug < other.slug ? -1 : 1))
  return {
    statements: statements.map((statement) => ({
      slug: statement.slug,
      evidence: evidence(model, statement),
      isContested: isStatementContested(model, statement),
      outermost: outermost(model, statement).slug,
    })),
    issues: model.issues.map((slug) => ({ slug, isContested: isIssueContested(model, slug) })),
    meetings: model.meetings.map((slug) => ({
      slug,
      isContested: isMeetingContested(model, slug),
      issues: issuesOfMeeting(model, slug),
    })),
    contradicted: statements.filter((one) => isStatementContested(model, one)).map(({ slug }) => slug),
  }
}

function inBatches<Member>(members: readonly Member[], batches: number): Member[][] {
  const size = Math.ceil(members.length / batches)
  return Array.from({ length: batches }, (_, batch) => members.slice(batch * size, (batch + 1) * size))
}

const cast = (model: ModelRecord) => [
  source('report'),
  ...model.participants.map(({ slug, isAnonymous }) => participant(slug, { isAnonymous })),
  ...model.meetings.map((slug) => meeting(slug)),
  ...model.issues.map((slug) => issue(slug)),
]

/** Somebody else's words now, said elsewhere, with other stances, and not reported in anything any more. */
function changed(statement: ModelStatement, as: ModelStatement): ModelStatement {
  return {
    ...as,
    slug: statement.slug,
    about: statement.about,
    contradicts: statement.contradicts,
    reportedIn: null,
  }
}

/** Changes a statement by hand, and tells anew what follows from it. */
async function change(tx: Prisma.TransactionClient, to: ModelStatement) {
  const { id } = await tx.statement.findUniqueOrThrow({ where: { slug: to.slug } })
  const before = await bearingOf(tx, [id])
  const slugs = { in: to.positions.map(({ issue }) => issue) }
  const issues = await tx.issue.findMany({ where: { slug: slugs }, select: { id: true, slug: true } })
  const positions = to.positions.flatMap(({ issue, stance }) =>
    issues.flatMap(({ id: issueId, slug }) => (slug === issue ? { statementId: id, issueId, stance } : [])),
  )
  await tx.position.deleteMany({ where: { statementId: id } })
  await tx.position.createMany({ data: positions })
  await tx.$executeRaw`
    UPDATE "Statement" SET
      "speakerId" = (SELECT "id" FROM "Participant" WHERE "slug" = ${to.speaker}),
      "onBehalfOfId" = (SELECT "id" FROM "Participant" WHERE "slug" = ${to.onBehalfOf}),
      "sideId" = (SELECT "id" FROM "Participant" WHERE "slug" = ${to.onBehalfOf ?? to.speaker}),
      "meetingId" = (SELECT "id" FROM "Meeting" WHERE "slug" = ${to.meeting}),
      "reportedInId" = NULL,
      "outermostId" = "id"
    WHERE "id" = ${id}::uuid`
  await deriveEvidence(tx, [id])
  await deriveContested(tx, before)
}

describe('what is derived', () => {
  it('is what the description says of the record after a change', async () => {
    const changes = fc.tuple(records, fc.nat(), statementNumber(0))
    await fc.assert(
      fc.asyncProperty(changes, async ([model, number, as]) => {
        const place = number % model.statements.length
        const statements = model.statements.map((one, index) => (index === place ? changed(one, as) : one))
        const found = await record.try(async (tx) => {
          await createEntries(tx, [...cast(model), ...model.statements.map(statementEntry)])
          for (const to of statements.slice(place, place + 1)) await change(tx, to)
          return derived(tx)
        })
        expect(found).toEqual(expected({ ...model, statements }))
      }),
      { numRuns: 40 },
    )
  })

  it('is what the description says of the whole record, however it was written', async () => {
    const shuffled = fc.tuple(records, fc.integer({ min: 1, max: 4 }), fc.boolean())
    await fc.assert(
      fc.asyncProperty(shuffled, async ([model, batches, isBackward]) => {
        const found = await record.try(async (tx) => {
          await createEntries(tx, cast(model))
          for (const batch of inBatches(model.statements, batches)) {
            const entries = batch.map(statementEntry)
            await createEntries(tx, isBackward ? entries.toReversed() : entries)
          }
          return derived(tx)
        })
        expect(found).toEqual(expected(model))
      }),
      { numRuns: 60 },
    )
  })
})

const KINDS = [
  'PROPOSED',
  'NEGOTIATED',
  'AGREED',
  'ANNOUNCED',
  'SIGNED',
  'RATIFIED',
  'ENTERED_INTO_FORCE',
  'VIOLATED',
  'SUSPENDED',
  'RESUMED',
  'AMENDED',
  'TERMINATED',
  'EXPIRED',
  'REJECTED',
  'WITHDRAWN',
  'WITHDRAWN',
]
const DAYS = Array.from({ length: 5 }, (_, index) => `2017-07-0${index + 2}`)

const event = fc.record({
  kind: fc.constantFrom(...KINDS),
  date: fc.option(fc.constantFrom(...DAYS), { freq: 6 }),
  participants: fc.uniqueArray(fc.constantFrom(...PARTICIPANTS), { maxLength: 2 }),
})

const agreements: fc.Arbitrary<ModelAgreement[]> = fc
  .array(
    fc.record({
      parties: fc.uniqueArray(fc.constantFrom(...PARTICIPANTS), { minLength: 2 }),
      events: fc.array(event, { maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) => all.map((one, index) => ({ ...one, slug: `a${index}` })))

function agreementEntry({ slug, parties, events }: ModelAgreement): NewEntry {
  return agreement(slug, {
    parties: parties.map((participant) => ({ participant, role: 'PARTY' })),
    events,
  })
}

describe('an agreement’s status', () => {
  it('is on every day what its events come to by then', async () => {
    const days = ['0001-01-01', '2017-07-01', ...DAYS, '2017-07-07', '9999-12-31']
    await fc.assert(
      fc.asyncProperty(agreements, async (models) => {
        const found = await record.try(async (tx) => {
          await createEntries(
            tx,
            PARTICIPANTS.map((slug) => participant(slug)),
          )
          await createEntries(tx, models.map(agreementEntry))
          return tx.agreementPhase.findMany({
            select: {
              agreement: { select: { slug: true } },
              from: true,
              until: true,
              status: true,
              event: { select: { ordinal: true } },
            },
          })
        })
        const statusFound = (slug: string, day: string) => {
          const at = new Date(`${day}T00:00:00Z`)
          const phases = found.filter(
            ({ agreement, from, until }) => agreement.slug === slug && from <= at && at <= until,
          )
          return phases.map(({ status, event }) => ({ status, event: event.ordinal - 1 }))
        }
        for (const model of models) {
          for (const day of days) {
            const status = statusOn(model, day)
            expect(statusFound(model.slug, day)).toEqual(status ? [status] : [])
          }
        }
      }),
      { numRuns: 15 },
    )
  })
})
