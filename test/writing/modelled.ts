import fc from 'fast-check'
import type { Prisma } from '../../src/generated/prisma/client.ts'
import type { NewEntry } from '../../src/writing/check/draft.ts'
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
import { issue, meeting, participant, source, statement } from './record.ts'

export const PARTICIPANTS = ['p0', 'p1', 'p2', 'p3']
export const MEETINGS = ['m0', 'm1', 'm2']
export const ISSUES = ['i0', 'i1']
const MOST_STATEMENTS = 12

const stance = fc.constantFrom('AFFIRMS', 'DENIES', 'AFFIRMS', 'DENIES', 'HEDGES', 'DECLINES')
const position = fc.record({ issue: fc.constantFrom(...ISSUES), stance })
const maybe = (values: readonly string[]) => fc.option(fc.constantFrom(...values), { freq: 1 })
const oneBefore = (number: number) => fc.integer({ min: 0, max: number - 1 }).map((before) => `s${before}`)

/** Each is reported in one before it and contradicts some before it, if any. */
export function statementNumber(number: number): fc.Arbitrary<ModelStatement> {
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

/** Records of a few statements. */
export const records: fc.Arbitrary<ModelRecord> = fc
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

/** A statement of the model as an entry to write. */
export function statementEntry(from: ModelStatement): NewEntry {
  const { slug, about, contradicts, ...same } = from
  return statement(slug, {
    ...same,
    about: about.map((meeting) => `Meeting:${meeting}`),
    links: contradicts.map((to) => ({ kind: 'CONTRADICTS', to })),
  })
}

/** All that was derived, of everything. */
export async function derived(tx: Prisma.TransactionClient) {
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

/** The same by the model. */
export function expected(model: ModelRecord) {
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

/** Whom and what statements can name. */
export const cast = (model: ModelRecord) => [
  source('report'),
  ...model.participants.map(({ slug, isAnonymous }) => participant(slug, { isAnonymous })),
  ...model.meetings.map((slug) => meeting(slug)),
  ...model.issues.map((slug) => issue(slug)),
]
