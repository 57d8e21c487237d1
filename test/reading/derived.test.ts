// What follows from the record by rule: answered by the service, computed by the model from all there is.
import { expect, test } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'
import { statusOn } from '../model/agreement.ts'
import { readingRecords } from '../model/reading-arbitraries.ts'
import { boundsOf, DAYS } from '../model/reading-dates.ts'
import { compareTexts, keyOf } from '../model/reading-names.ts'
import {
  called,
  modelAgreement,
  modelRecord,
  type ReadingRecord,
  type StatementEntry,
} from '../model/reading-record.ts'
import {
  accounts,
  attribution,
  evidence,
  isIssueContested,
  isMeetingContested,
  isStatementContested,
  issuesOfMeeting,
  outermost,
  side,
} from '../model/record.ts'
import { LIST_KINDS } from './list-kinds.ts'
import { load } from './load.ts'
import { wholeList } from './pages.ts'
import { holds } from './property.ts'

const service = onEmptyRecord()

const inRecords = (check: (record: ReadingRecord) => Promise<void>) =>
  holds(readingRecords, {
    runs: 4,
    async test(record) {
      await load(service, record)
      await check(record)
    },
  })

const bySlug = <Entry extends { slug: string }>(entries: readonly Entry[]) =>
  entries.toSorted((one, other) => compareTexts(one.slug, other.slug))
const slugs = (found: readonly string[]) => found.toSorted(compareTexts).map((slug) => ({ slug }))

const STATEMENTS = /* GraphQL */ `
  {
    statements(first: 100, filter: { not: { act: [ASSERT, DENY] } }) {
      nodes {
        slug
        evidence
        isContested
        attribution { slug }
        contradictedBy(first: 100) { totalCount nodes { slug } }
        positions { issue { slug } stance side { slug } accordingTo { slug } }
        speakerOffices { title of { slug } }
      }
    }
    others: statements(first: 100, filter: { act: [ASSERT, DENY] }) {
      nodes {
        slug
        evidence
        isContested
        attribution { slug }
        contradictedBy(first: 100) { totalCount nodes { slug } }
        positions { issue { slug } stance side { slug } accordingTo { slug } }
        speakerOffices { title of { slug } }
      }
    }
  }
`

test('a statement is known, attributed, contradicted and held by a side as the rules say', () =>
  inRecords(async (record) => {
    const isOne = ({ act }: StatementEntry) => act === 'ASSERT' || act === 'DENY'
    const list = (statements: StatementEntry[]) => ({
      nodes: expect.toSatisfy((nodes: { slug: string }[]) => {
        expect(bySlug(nodes)).toEqual(bySlug(statements.map((one) => statementAnswer(record, one))))
        return true
      }),
    })
    expect(await service.ask(STATEMENTS)).toEqual({
      data: {
        statements: list(record.Statement.filter((one) => !isOne(one))),
        others: list(record.Statement.filter(isOne)),
      },
    })
  }))

function statementAnswer(record: ReadingRecord, statement: StatementEntry) {
  const model = modelRecord(record)
  const own = called(model.statements, statement.slug)
  const speaker = called(record.Participant, statement.speaker)
  const contradictedBy = againstIt(record, statement.slug)
  return {
    slug: statement.slug,
    evidence: evidence(model, own),
    isContested: isStatementContested(model, own),
    attribution: attribution(model, own).map(({ slug }) => ({ slug })),
    contradictedBy: { totalCount: contradictedBy.length, nodes: contradictedBy },
    positions: statement.positions
      .toSorted((one, other) => compareTexts(one.issue, other.issue))
      .map(({ issue, stance }) => ({
        issue: { slug: issue },
        stance,
        side: { slug: side(own) },
        accordingTo: statement.reportedIn === null ? null : { slug: outermost(model, own).speaker },
      })),
    speakerOffices: speaker.offices
      .filter(({ period }) => mayShareADay(period, statement.date))
      .map(({ title, of }) => ({ title, of: of && { slug: of } })),
  }
}

function againstIt(record: ReadingRecord, parent: string) {
  const kind = LIST_KINDS.find(({ field }) => field === 'Statement.contradictedBy')
  if (!kind) throw new Error('there is such a list')
  const filters = { Meeting: {}, Participant: {}, Statement: {}, Agreement: {} }
  return wholeList({ record, kind, parent, orderBy: [], filters, sent: null }).map(({ node }) => node)
}

function mayShareADay(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true
  const [ours, theirs] = [boundsOf(one), boundsOf(other)]
  return ours.earliest <= theirs.latest && theirs.earliest <= ours.latest
}

const MEETINGS = /* GraphQL */ `
  {
    meetings(first: 40) {
      nodes {
        slug
        isContested
        issues(first: 50) { totalCount nodes { slug isContested } }
        accounts {
          side { slug }
          statements(first: 24) { totalCount nodes { slug } }
          positions(first: 24) { totalCount nodes { statement { slug } issue { slug } stance } }
          silentOn { slug }
        }
      }
    }
  }
`

test('a meeting has the issues and the accounts that the rules give it', () =>
  inRecords(async (record) => {
    const model = modelRecord(record)
    const expected = record.Meeting.map(({ slug }) => {
      const issues = issuesOfMeeting(model, slug)
      return {
        slug,
        isContested: isMeetingContested(model, slug),
        issues: {
          totalCount: issues.length,
          nodes: slugs(issues).map((issue) => ({
            ...issue,
            isContested: isIssueContested(model, issue.slug),
          })),
        },
        accounts: accounts(model, slug)
          .toSorted(({ side: one }, { side: other }) => compareNames(record, one, other))
          .map((account) => {
            const positions = account.statements
              .flatMap((told) =>
                called(record.Statement, told).positions.map(({ issue, stance }) => ({
                  told,
                  issue,
                  stance,
                })),
              )
              .toSorted(
                (one, other) => compareTexts(one.told, other.told) || compareTexts(one.issue, other.issue),
              )
            return {
              side: { slug: account.side },
              statements: {
                totalCount: account.statements.length,
                nodes: newestFirst(record, account.statements),
              },
              positions: {
                totalCount: positions.length,
                nodes: positions.map(({ told, issue, stance }) => ({
                  statement: { slug: told },
                  issue: { slug: issue },
                  stance,
                })),
              },
              silentOn: slugs(account.silentOn),
            }
          }),
      }
    })
    expect(await service.ask(MEETINGS)).toEqual({
      data: {
        meetings: {
          nodes: expect.toSatisfy((nodes: { slug: string }[]) => {
            expect(bySlug(nodes)).toEqual(bySlug(expected))
            return true
          }),
        },
      },
    })
  }))

function compareNames(record: ReadingRecord, one: string, other: string): number {
  const [ours, theirs] = [one, other].map((slug) => keyOf(called(record.Participant, slug).name))
  return compareTexts(ours ?? '', theirs ?? '') || compareTexts(one, other)
}

function newestFirst(record: ReadingRecord, statements: readonly string[]) {
  const dated = statements.map((slug) => ({ slug, date: called(record.Statement, slug).date }))
  const key = (date: string) => Object.values(boundsOf(date)).join()
  return dated
    .toSorted((one, other) => {
      if (one.date === null || other.date === null) {
        if (one.date !== other.date) return one.date === null ? 1 : -1
        return compareTexts(other.slug, one.slug)
      }
      return compareTexts(key(other.date), key(one.date)) || compareTexts(other.slug, one.slug)
    })
    .map(({ slug }) => ({ slug }))
}

const ISSUES = '{ issues(first: 100) { nodes { slug isContested } } }'

test('an issue is contested when one side affirms and another denies it', () =>
  inRecords(async (record) => {
    const model = modelRecord(record)
    const nodes = bySlug(record.Issue).map(({ slug }) => ({
      slug,
      isContested: isIssueContested(model, slug),
    }))
    expect(await service.ask(ISSUES)).toEqual({ data: { issues: { nodes } } })
  }))

const onDays = (field: (day: string) => string) =>
  DAYS.map((day, index) => `on${index}: ${field(day)}`).join('\n')

const AGREEMENTS = `{
  agreements(first: 100) {
    nodes {
      slug
      ${onDays((day) => `status(on: "${day}")`)}
      ${onDays((day) => `statusEvent(on: "${day}") { note }`)
        .replaceAll('on', 'event')
        .replaceAll('(event:', '(on:')}
    }
  }
}`

test('an agreement has on every day the status that its events up to then come to', () =>
  inRecords(async (record) => {
    const expected = record.Agreement.map((agreement) => {
      const found = DAYS.map((day) => statusOn(modelAgreement(agreement), day))
      return {
        slug: agreement.slug,
        ...Object.fromEntries(found.map((status, index) => [`on${index}`, status?.status ?? null])),
        ...Object.fromEntries(
          found.map((status, index) => [
            `event${index}`,
            status && { note: agreement.events[status.event]?.note },
          ]),
        ),
      }
    })
    expect(await service.ask(AGREEMENTS)).toEqual({
      data: {
        agreements: {
          nodes: expect.toSatisfy((nodes: { slug: string }[]) => {
            expect(bySlug(nodes)).toEqual(bySlug(expected))
            return true
          }),
        },
      },
    })
  }))

const PARTICIPANTS = `{
  participants(first: 100) { nodes { slug offices { title } ${onDays((day) => `offices(on: "${day}") { title of { slug } }`)} } }
}`

test('an office is held on the days of its period, and on any where that is not known', () =>
  inRecords(async (record) => {
    const expected = record.Participant.map(({ slug, offices }) => ({
      slug,
      offices: offices.map(({ title }) => ({ title })),
      ...Object.fromEntries(
        DAYS.map((day, index) => [
          `on${index}`,
          offices
            .filter(({ period }) => {
              if (period === null) return true
              const { earliest, latest } = boundsOf(period)
              return earliest <= day && day <= latest
            })
            .map(({ title, of }) => ({ title, of: of && { slug: of } })),
        ]),
      ),
    }))
    expect(await service.ask(PARTICIPANTS)).toEqual({
      data: {
        participants: {
          nodes: expect.toSatisfy((nodes: { slug: string }[]) => {
            expect(bySlug(nodes)).toEqual(bySlug(expected))
            return true
          }),
        },
      },
    })
  }))
