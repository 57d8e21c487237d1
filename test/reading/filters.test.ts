// Filters against a model that looks at every entry by itself: random records, random trees of filters.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'
import { readingRecords } from '../model/reading-arbitraries.ts'
import {
  agreementMatches,
  attendanceMatches,
  issueMatches,
  meetingMatches,
  participantMatches,
  partyMatches,
  positionMatches,
  sourceMatches,
  statementMatches,
  topicMatches,
} from '../model/reading-filters.ts'
import { modelRecord, modelStatement, type ReadingRecord } from '../model/reading-record.ts'
import { evidence } from '../model/record.ts'
import {
  agreementFilters,
  attendanceFilters,
  issueFilters,
  meetingFilters,
  participantFilters,
  partyFilters,
  positionFilters,
  sourceFilters,
  statementFilters,
  topicFilters,
} from './filter-arbitraries.ts'
import { withGlobalIds } from './global-ids.ts'
import { type LoadedRecord, load } from './load.ts'
import { holds } from './property.ts'

const service = onEmptyRecord()

/** Filters against one record, as many as make loading it worth while. */
const withFilters = <Filter>(filters: fc.Arbitrary<Filter>) =>
  fc.record({
    record: readingRecords,
    filters: fc.array(filters, { minLength: 30, maxLength: 30, size: 'max' }),
  })

/** A list whose whole answer for a filter is what the model says. */
async function answers<Filter>(
  loaded: LoadedRecord,
  filter: Filter,
  list: { field: string; input: string; slugs: string[] },
) {
  const { field, input, slugs } = list
  const answer = await service.ask(
    `query Filtered($filter: ${input}) { ${field}(first: 100, filter: $filter) { totalCount nodes { slug } } }`,
    { filter: withGlobalIds(filter, loaded) },
  )
  const nodes = expect.toSatisfy((found: { slug: string }[]) => sameMembers(found, slugs), slugs.join(' '))
  expect(answer, JSON.stringify(filter)).toEqual({ data: { [field]: { totalCount: slugs.length, nodes } } })
}

function sameMembers(found: readonly { slug: string }[], slugs: readonly string[]): boolean {
  return (
    found
      .map(({ slug }) => slug)
      .sort()
      .join() === slugs.toSorted().join()
  )
}

const slugsOf = (entries: readonly { slug: string }[]) => entries.map(({ slug }) => slug)

test('meetings are filtered as the model filters them', () =>
  holds(withFilters(meetingFilters), {
    runs: 4,
    async test({ record, filters }) {
      const loaded = await load(service, record)
      for (const filter of filters) {
        const slugs = slugsOf(record.Meeting.filter((meeting) => meetingMatches(record, meeting, filter)))
        await answers(loaded, filter, { field: 'meetings', input: 'MeetingFilter', slugs })
      }
    },
  }))

test('statements are filtered as the model filters them', () =>
  holds(withFilters(statementFilters), {
    runs: 4,
    async test({ record, filters }) {
      const loaded = await load(service, record)
      const known = evidenceBySlug(record)
      for (const filter of filters) {
        const found = record.Statement.filter((one) =>
          statementMatches(record, one, { filter, evidence: known }),
        )
        await answers(loaded, filter, {
          field: 'statements',
          input: 'StatementFilter',
          slugs: slugsOf(found),
        })
      }
    },
  }))

test('agreements are filtered as the model filters them, by their status on a day too', () =>
  holds(withFilters(agreementFilters), {
    runs: 4,
    async test({ record, filters }) {
      const loaded = await load(service, record)
      for (const filter of filters) {
        const slugs = slugsOf(record.Agreement.filter((one) => agreementMatches(record, one, filter)))
        await answers(loaded, filter, { field: 'agreements', input: 'AgreementFilter', slugs })
      }
    },
  }))

test('participants are filtered as the model filters them', () =>
  holds(withFilters(participantFilters), {
    runs: 2,
    async test({ record, filters }) {
      const loaded = await load(service, record)
      for (const filter of filters) {
        const slugs = slugsOf(record.Participant.filter((one) => participantMatches(one, filter)))
        await answers(loaded, filter, { field: 'participants', input: 'ParticipantFilter', slugs })
      }
    },
  }))

const smallFilters = fc.record({ issue: issueFilters, topic: topicFilters, source: sourceFilters })

test('issues, topics and sources are filtered as the model filters them', () =>
  holds(withFilters(smallFilters), {
    runs: 2,
    async test({ record, filters }) {
      const loaded = await load(service, record)
      for (const { issue, topic, source } of filters) {
        await answers(loaded, issue, {
          field: 'issues',
          input: 'IssueFilter',
          slugs: slugsOf(record.Issue.filter((one) => issueMatches(record, one, issue))),
        })
        await answers(loaded, topic, {
          field: 'topics',
          input: 'TopicFilter',
          slugs: slugsOf(record.Topic.filter((one) => topicMatches(one, topic))),
        })
        await answers(loaded, source, {
          field: 'sources',
          input: 'SourceFilter',
          slugs: slugsOf(record.Source.filter((one) => sourceMatches(one, source))),
        })
      }
    },
  }))

const NESTED = /* GraphQL */ `
  query Nested($attendance: AttendanceFilter, $party: PartyFilter, $position: PositionFilter) {
    meetings(first: 100, orderBy: [{ field: CREATED_AT, direction: ASC }]) {
      nodes { slug participants(first: 100, filter: $attendance) { totalCount nodes { slug } } }
    }
    agreements(first: 100) {
      nodes { slug parties(first: 100, filter: $party) { totalCount nodes { slug } } }
    }
    issues(first: 100) {
      nodes { slug positions(first: 100, filter: $position) { totalCount nodes { statement { slug } } } }
    }
  }
`

const nestedFilters = fc.record({
  attendance: attendanceFilters,
  party: partyFilters,
  position: positionFilters,
})

test('who was there, who takes part and who holds which stance is filtered as the model filters it', () =>
  holds(withFilters(nestedFilters), {
    runs: 2,
    async test({ record, filters }) {
      const loaded = await load(service, record)
      for (const filter of filters) {
        const answer = await service.ask(NESTED, {
          attendance: withGlobalIds(filter.attendance, loaded),
          party: withGlobalIds(filter.party, loaded),
          position: withGlobalIds(filter.position, loaded),
        })
        const people = (slugs: string[]) => ({ totalCount: slugs.length, nodes: bySlug(slugs) })
        expect(inOrder(answer), JSON.stringify(filter)).toEqual({
          data: {
            meetings: {
              nodes: byKey(
                record.Meeting.map(({ slug, participants }) => {
                  const there = participants.filter((one) =>
                    attendanceMatches(record, one, filter.attendance),
                  )
                  return { slug, participants: people(there.map(({ participant }) => participant)) }
                }),
              ),
            },
            agreements: {
              nodes: byKey(
                record.Agreement.map(({ slug, parties }) => {
                  const found = parties.filter((party) => partyMatches(party, filter.party))
                  return { slug, parties: people(found.map(({ participant }) => participant)) }
                }),
              ),
            },
            issues: {
              nodes: byKey(
                record.Issue.map(({ slug }) => {
                  const taken = record.Statement.filter((statement) =>
                    statement.positions.some(
                      ({ issue, stance }) =>
                        issue === slug && positionMatches(statement, stance, filter.position),
                    ),
                  )
                  const nodes = byKey(taken.map((one) => ({ statement: { slug: one.slug } })))
                  return { slug, positions: { totalCount: nodes.length, nodes } }
                }),
              ),
            },
          },
        })
      }
    },
  }))

function evidenceBySlug(record: ReadingRecord): ReadonlyMap<string, string> {
  const model = modelRecord(record)
  return new Map(record.Statement.map((one) => [one.slug, evidence(model, modelStatement(one))]))
}

const bySlug = (slugs: readonly string[]) => byKey(slugs.map((slug) => ({ slug })))

/** Objects in the order of their JSON: where it does not matter in which order they come. */
function byKey<T extends object>(objects: readonly T[]): T[] {
  return objects.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
}

function inOrder(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (_key, value: unknown) =>
    Array.isArray(value) ? byKey(value) : value,
  )
}
