import type { Transaction } from '../../database/transaction.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Stance } from '../../generated/prisma/enums.ts'
import { inwardSql } from '../links.ts'

/** What a write bears on. */
export interface Bearing {
  /** The statements that are written, which nobody else can change until the transaction ends. */
  statements: readonly string[]
  /** The statements that were linked to them as contradicting. */
  linked: readonly string[]
  issues: readonly string[]
  meetings: readonly string[]
}

/**
 * What statements bear on as they stand: those linked to them as contradicting, the issues on which they take a
 * stance, and the meetings to which these stances and those that they report belong. To be asked before statements
 * are changed or deleted, once their chains are locked, and handed to `deriveContested` afterwards.
 */
export async function bearingOf(tx: Transaction, statementIds: readonly string[]): Promise<Bearing> {
  const statements = [...statementIds]
  if (statements.length === 0) return { statements, linked: [], issues: [], meetings: [] }
  const linked = await tx.query<{ id: string }>`
    SELECT "id" FROM "Statement" WHERE "id" IN (${linkedTo(statements)})`
  const told = await toldIn(tx, statements)
  return {
    statements,
    linked: linked.map(({ id }) => id),
    issues: await issuesOf(tx, { statements, issues: [] }),
    meetings: await meetingsOf(tx, { told, issues: [], meetings: [] }),
  }
}

/**
 * Tells anew what is contested: the issues on which the statements take a stance, the statements on the same
 * issues and those linked as contradicting, and the meetings whose issues these are. Only rows that change are
 * written.
 *
 * Writers that bear on the same issue or meeting, or on a statement that both are linked to, take turns from here to
 * the end of their transactions: each would otherwise miss what the other is about to commit. Rows are locked in
 * the order of their IDs, statements before issues before meetings.
 *
 * @param bearing the statements as they were written, with what they bore on before (`bearingOf`)
 */
export async function deriveContested(tx: Transaction, bearing: Bearing): Promise<void> {
  const [statements, linked, meetingsBefore] = [
    [...bearing.statements],
    [...bearing.linked],
    [...bearing.meetings],
  ]
  if (statements.length + linked.length + bearing.issues.length + meetingsBefore.length === 0) return
  const issues = await issuesOf(tx, { statements, issues: [...bearing.issues] })
  const told = await toldIn(tx, statements)
  await lockStatementsAndIssues(tx, { statements, linked, issues, told })
  const changed = await updateIssues(tx, issues)
  await updateStatements(tx, { statements, linked, issues })
  const meetings = await meetingsOf(tx, { told, issues: changed, meetings: meetingsBefore })
  await lockMeetings(tx, meetings)
  await updateMeetings(tx, meetings)
}

async function issuesOf(
  tx: Transaction,
  { statements, issues }: { statements: string[]; issues: string[] },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>`
    SELECT "issueId" AS "id" FROM "Position" WHERE "statementId" = ANY(${statements}::uuid[])
    UNION
    SELECT unnest(${issues}::uuid[])`
  return rows.map(({ id }) => id)
}

/** Statements and all that they report. A statement of its own, for the reason that `outwardFromStances` is one. */
async function toldIn(tx: Transaction, statements: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>`
    WITH RECURSIVE inward("id") AS (${inwardSql('Statement', statements)}) SELECT "id" FROM inward`
  return rows.map(({ id }) => id)
}

interface Affecting {
  statements: string[]
  linked: string[]
  issues: string[]
}

/** The statements whose contradictions may have changed. */
function affectedBy({ statements, linked, issues }: Affecting): Prisma.Sql {
  return Prisma.sql`
    SELECT unnest(${[...statements, ...linked]}::uuid[]) AS "id"
    UNION
    SELECT "statementId" FROM "Position" WHERE "issueId" = ANY(${issues}::uuid[])
    UNION
    ${linkedTo(statements)}`
}

function linkedTo(statements: string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT "toId" FROM "StatementLink" WHERE "kind" = 'CONTRADICTS' AND "fromId" = ANY(${statements}::uuid[])
    UNION
    SELECT "fromId" FROM "StatementLink" WHERE "kind" = 'CONTRADICTS' AND "toId" = ANY(${statements}::uuid[])`
}

/**
 * Of the statements, those that links begin or end to contest. Of the issues, all those on which a statement takes a
 * stance whose contradictions may change, since one writer may end what contests it on one, while another begins it
 * on the other; and all those on which what is told takes a stance, for they become issues of other meetings.
 */
async function lockStatementsAndIssues(tx: Transaction, { told, ...ids }: Affecting & { told: string[] }) {
  await tx.execute`
    SELECT FROM "Statement"
    WHERE "id" IN (SELECT unnest(${ids.linked}::uuid[]) UNION ${linkedTo(ids.statements)})
      AND "id" <> ALL(${ids.statements}::uuid[])
    ORDER BY "id" FOR NO KEY UPDATE`
  await tx.execute`
    SELECT FROM "Issue"
    WHERE "id" IN (SELECT "issueId" FROM "Position" WHERE "statementId" IN (${affectedBy(ids)}))
      OR "id" IN (SELECT "issueId" FROM "Position" WHERE "statementId" = ANY(${told}::uuid[]))
      OR "id" = ANY(${ids.issues}::uuid[])
    ORDER BY "id" FOR NO KEY UPDATE`
}

/** One side affirms and another denies: of those who do either, not all are of the same side. */
async function updateIssues(tx: Transaction, issues: string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>`
    UPDATE "Issue" issue SET "isContested" = NOT issue."isContested"
    FROM (
      SELECT touched."id", COALESCE(
        bool_or(position."stance" = 'AFFIRMS') AND bool_or(position."stance" = 'DENIES')
          AND min(statement."sideId"::text) <> max(statement."sideId"::text),
        false
      ) AS "isContested"
      FROM unnest(${issues}::uuid[]) AS touched("id")
      LEFT JOIN "Position" position
        ON position."issueId" = touched."id" AND position."stance" IN ('AFFIRMS', 'DENIES')
      LEFT JOIN "Statement" statement ON statement."id" = position."statementId"
      GROUP BY touched."id"
    ) derived
    WHERE issue."id" = derived."id" AND issue."isContested" IS DISTINCT FROM derived."isContested"
    RETURNING issue."id"`
  return rows.map(({ id }) => id)
}

/**
 * What the view "Contradiction" says. The view finds each pair of statements, and of a question that many have
 * spoken to there are too many: here the sides on each end of these issues are gathered once, and of other issues
 * one statement that speaks against is enough.
 */
async function updateStatements(tx: Transaction, ids: Affecting) {
  await tx.execute`
    WITH ends AS (
      SELECT position."issueId", position."stance",
        min(statement."sideId"::text) AS "lowest", max(statement."sideId"::text) AS "highest"
      FROM "Position" position JOIN "Statement" statement ON statement."id" = position."statementId"
      WHERE position."issueId" = ANY(${ids.issues}::uuid[]) AND position."stance" IN ('AFFIRMS', 'DENIES')
      GROUP BY position."issueId", position."stance"
    ), opposed AS (
      SELECT DISTINCT statement."id"
      FROM "Position" position
      JOIN "Statement" statement ON statement."id" = position."statementId"
      JOIN ends ON ends."issueId" = position."issueId" AND ends."stance" <> position."stance"
        AND (ends."lowest" <> statement."sideId"::text OR ends."highest" <> statement."sideId"::text)
      WHERE position."issueId" = ANY(${ids.issues}::uuid[]) AND position."stance" IN ('AFFIRMS', 'DENIES')
    )
    UPDATE "Statement" statement SET "isContested" = NOT statement."isContested"
    FROM (${affectedBy(ids)}) affected LEFT JOIN opposed ON opposed."id" = affected."id"
    WHERE statement."id" = affected."id" AND statement."isContested" IS DISTINCT FROM (
      opposed."id" IS NOT NULL
      OR EXISTS (${opposingElsewhere(ids.issues, 'AFFIRMS', 'DENIES')})
      OR EXISTS (${opposingElsewhere(ids.issues, 'DENIES', 'AFFIRMS')})
      OR EXISTS (SELECT FROM "StatementLink" WHERE "kind" = 'CONTRADICTS' AND "fromId" = statement."id")
      OR EXISTS (SELECT FROM "StatementLink" WHERE "kind" = 'CONTRADICTS' AND "toId" = statement."id")
    )`
}

/**
 * Statements of other sides with the opposite stance, on whatever other issue is contested. OFFSET 0 has PostgreSQL begin
 * with the statement's own few stances: it would rather go through all of the issues that are contested, where it takes
 * them to be few.
 */
function opposingElsewhere(issues: string[], our: Stance, their: Stance): Prisma.Sql {
  return Prisma.sql`
    SELECT FROM (
      SELECT "issueId" FROM "Position"
      WHERE "statementId" = statement."id" AND "stance" = ${our}::"Stance" AND "issueId" <> ALL(${issues}::uuid[])
      OFFSET 0
    ) ours
    JOIN "Issue" issue ON issue."id" = ours."issueId" AND issue."isContested"
    JOIN "Position" theirs ON theirs."issueId" = ours."issueId" AND theirs."stance" = ${their}::"Stance"
    JOIN "Statement" other ON other."id" = theirs."statementId" AND other."sideId" <> statement."sideId"`
}

/**
 * The meetings whose issues are now others, or became contested or uncontested: what was said at them or about them
 * leads to one of these stances.
 */
async function meetingsOf(
  tx: Transaction,
  { meetings, ...stances }: { told: string[]; issues: string[]; meetings: string[] },
): Promise<string[]> {
  const outward = await outwardFromStances(tx, stances)
  const rows = await tx.query<{ id: string }>`
    SELECT "id" FROM "Meeting"
    WHERE "id" IN (
      SELECT "meetingId" FROM "Statement" WHERE "id" = ANY(${outward}::uuid[])
      UNION
      SELECT "meetingId" FROM "StatementAbout" WHERE "statementId" = ANY(${outward}::uuid[])
      UNION
      SELECT unnest(${meetings}::uuid[])
    )`
  return rows.map(({ id }) => id)
}

/**
 * The statements that take a stance, among those told or on these issues, and the statements through which they are
 * known.
 *
 * A statement of its own, with OFFSET 0, for PostgreSQL takes recursion to find ten times what it starts from: it
 * would read whole tables rather than look up a few rows.
 */
async function outwardFromStances(
  tx: Transaction,
  { told, issues }: { told: string[]; issues: string[] },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>`
    WITH RECURSIVE told("id") AS (
      SELECT unnest(${told}::uuid[])
    ), outward("id") AS (
      (
        SELECT "id" FROM told WHERE EXISTS (SELECT FROM "Position" WHERE "statementId" = told."id" OFFSET 0)
        UNION
        SELECT "statementId" FROM "Position" WHERE "issueId" = ANY(${issues}::uuid[])
      )
      UNION
      SELECT link."reportedInId"
      FROM outward, LATERAL (SELECT "reportedInId" FROM "Statement" WHERE "id" = outward."id" OFFSET 0) link
      WHERE link."reportedInId" IS NOT NULL
    )
    SELECT "id" FROM outward`
  return rows.map(({ id }) => id)
}

async function lockMeetings(tx: Transaction, meetings: string[]) {
  await tx.execute`
    SELECT FROM "Meeting" WHERE "id" = ANY(${meetings}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
}

async function updateMeetings(tx: Transaction, meetings: string[]) {
  await tx.execute`
    UPDATE "Meeting" meeting SET "isContested" = NOT meeting."isContested"
    WHERE meeting."id" = ANY(${meetings}::uuid[]) AND meeting."isContested" IS DISTINCT FROM EXISTS (
      SELECT FROM meeting_issues(meeting."id") of_meeting
      JOIN "Issue" issue ON issue."id" = of_meeting."issueId" AND issue."isContested"
    )`
}
