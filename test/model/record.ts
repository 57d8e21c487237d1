// The record as domain.md describes it, in memory: no tables, no indexes, every question answered by looking at all
// there is. It is written from the description alone, for the service's own answers to be compared with it.

export type Stance = 'AFFIRMS' | 'DENIES' | 'HEDGES' | 'DECLINES'

/** Everything is named by its slug. */
export interface ModelStatement {
  slug: string
  speaker: string
  onBehalfOf: string | null
  /** The meeting at which it was made. */
  meeting: string | null
  /** The meetings that it is about. */
  about: readonly string[]
  reportedIn: string | null
  positions: readonly { issue: string; stance: Stance }[]
  /** The statements that it is linked to as contradicting them. */
  contradicts: readonly string[]
}

export interface ModelRecord {
  participants: readonly { slug: string; isAnonymous: boolean }[]
  meetings: readonly string[]
  issues: readonly string[]
  statements: readonly ModelStatement[]
}

export interface ModelAccount {
  side: string
  statements: string[]
  /** The issues on which it takes a stance. */
  issues: string[]
  silentOn: string[]
}

/** Whoever it was made on behalf of, else its speaker. */
export function side({ speaker, onBehalfOf }: ModelStatement): string {
  return onBehalfOf ?? speaker
}

/** From a statement out to the one that anybody heard, itself first. */
export function attribution(record: ModelRecord, statement: ModelStatement): ModelStatement[] {
  if (statement.reportedIn === null) return [statement]
  return [statement, ...attribution(record, statementCalled(record, statement.reportedIn))]
}

export function outermost(record: ModelRecord, statement: ModelStatement): ModelStatement {
  return attribution(record, statement).at(-1) ?? statement
}

export function evidence(record: ModelRecord, statement: ModelStatement) {
  const chain = attribution(record, statement)
  const speakers = chain.map(({ speaker }) => record.participants.find(({ slug }) => slug === speaker))
  if (speakers.some((speaker) => speaker?.isAnonymous)) return 'UNATTRIBUTED'
  if (chain.length === 1) return 'FIRST_HAND'
  return chain.length === 2 ? 'REPORTED' : 'HEARSAY'
}

/** Other sides with opposite stances on one issue, or linked: either way it holds in both directions. */
export function contradicts(one: ModelStatement, other: ModelStatement): boolean {
  if (one.contradicts.includes(other.slug) || other.contradicts.includes(one.slug)) return true
  return side(one) !== side(other) && one.positions.some((ours) => other.positions.some(isOppositeOf(ours)))
}

function isOppositeOf(ours: { issue: string; stance: Stance }) {
  const opposite = ours.stance === 'AFFIRMS' ? 'DENIES' : ours.stance === 'DENIES' ? 'AFFIRMS' : null
  return (theirs: { issue: string; stance: Stance }) =>
    theirs.issue === ours.issue && theirs.stance === opposite
}

export function isStatementContested(record: ModelRecord, statement: ModelStatement): boolean {
  return record.statements.some((other) => other !== statement && contradicts(statement, other))
}

/** One side affirms and another denies. */
export function isIssueContested(record: ModelRecord, issue: string): boolean {
  const sidesWith = (stance: Stance) =>
    record.statements
      .filter(({ positions }) =>
        positions.some((position) => position.issue === issue && position.stance === stance),
      )
      .map(side)
  return sidesWith('AFFIRMS').some((affirming) =>
    sidesWith('DENIES').some((denying) => denying !== affirming),
  )
}

/** The issues on which statements made at a meeting or about it, or reported in those, take a stance. */
export function issuesOfMeeting(record: ModelRecord, meeting: string): string[] {
  const bears = (statement: ModelStatement) =>
    statement.meeting === meeting || statement.about.includes(meeting)
  return issuesIn(record.statements.filter((statement) => attribution(record, statement).some(bears)))
}

export function isMeetingContested(record: ModelRecord, meeting: string): boolean {
  return issuesOfMeeting(record, meeting).some((issue) => isIssueContested(record, issue))
}

/** What each side's speakers say about a meeting, and everything that they report; by side. */
export function accounts(record: ModelRecord, meeting: string): ModelAccount[] {
  const told = record.statements.filter((statement) =>
    attribution(record, statement).some(({ about }) => about.includes(meeting)),
  )
  const sideTelling = (statement: ModelStatement) => side(outermost(record, statement))
  return sorted(new Set(told.map(sideTelling))).map((telling) => {
    const own = told.filter((statement) => sideTelling(statement) === telling)
    const others = told.filter((statement) => sideTelling(statement) !== telling)
    const issues = issuesIn(own)
    return {
      side: telling,
      statements: sorted(own.map(({ slug }) => slug)),
      issues,
      silentOn: issuesIn(others).filter((issue) => !issues.includes(issue)),
    }
  })
}

function issuesIn(statements: readonly ModelStatement[]): string[] {
  return sorted(new Set(statements.flatMap(({ positions }) => positions.map(({ issue }) => issue))))
}

function sorted(slugs: Iterable<string>): string[] {
  return [...slugs].sort()
}

function statementCalled({ statements }: ModelRecord, slug: string): ModelStatement {
  const found = statements.find((statement) => statement.slug === slug)
  if (!found) throw new Error(`there is no statement called ${slug}`)
  return found
}
