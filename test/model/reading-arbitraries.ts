import fc from 'fast-check'
import {
  AgreementEventKind,
  AgreementForm,
  AgreementKind,
  AgreementPartyRole,
  AttendanceRole,
  MeetingFormat,
  MeetingKind,
  MeetingStatus,
  ParticipantKind,
  SourceKind,
  Stance,
  StatementAct,
  StatementLinkKind,
  Wording,
} from '../../src/generated/prisma/enums.ts'
import { DATES } from './reading-dates.ts'
import { NAMES } from './reading-names.ts'
import type {
  EventInput,
  Instants,
  MeetingEntry,
  PartyInput,
  ReadingRecord,
  StatementEntry,
} from './reading-record.ts'

/** The slugs of generated entries: the same in every record, in another order than that of their creation. */
export const SLUGS = {
  Topic: slugs('t', 6),
  Participant: slugs('p', 9),
  Source: slugs('r', 4),
  Meeting: slugs('m', 14),
  Issue: slugs('i', 5),
  Agreement: slugs('a', 9),
  Statement: slugs('s', 32),
}

export const PLACES = ['Zürich', 'zurich airport', 'Palais des Nations, Genève', 'GENEVA'] as const
export const OFFICES = ['Foreign Minister', 'Prime Minister', 'Ministère des Affaires étrangères'] as const
export const PUBLISHERS = ['State Department', 'Département d’État', 'The State'] as const
export const URLS = ['https://example.org/one', 'https://example.org/two'] as const
export const LANGUAGES = ['en', 'fr', 'pt-BR'] as const
export const COUNTRIES = ['DE', 'CH', 'SUHH'] as const

function slugs(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const number = (index * 37 + 11) % 101
    return index % 2 === 0 ? `${prefix}${number}` : `${prefix}-${number}`
  })
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values)
const enumOf = <T extends string>(values: Readonly<Record<string, T>>) => oneOf(Object.values(values))
const someOf = (values: readonly string[], maxLength: number) =>
  fc.uniqueArray(oneOf(values), { maxLength }).map((chosen) => [...chosen])
/** One that comes before it in the list, so that nothing goes round in a circle. */
const earlier = (values: readonly string[], index: number) =>
  index === 0 ? fc.constant(null) : maybe(oneOf(values.slice(0, index)))
const each = <T>(values: readonly string[], make: (slug: string, index: number) => fc.Arbitrary<T>) =>
  fc.tuple(...values.map(make))

const title = oneOf(NAMES)
const date = fc.oneof({ weight: 3, arbitrary: oneOf(DATES) }, { weight: 1, arbitrary: fc.constant(null) })
const participant = oneOf(SLUGS.Participant)
const topics = someOf(SLUGS.Topic, 2)

const citations = (slug: string, minLength = 0) =>
  fc
    .array(oneOf(SLUGS.Source), { minLength, maxLength: 2 })
    .map((sources) => sources.map((source, index) => ({ source, locator: `${slug} ${index}` })))

const topicEntries = each(SLUGS.Topic, (slug, index) =>
  fc.record({
    slug: fc.constant(slug),
    name: title,
    broader: earlier(SLUGS.Topic, index),
    citations: citations(slug),
  }),
)

const office = fc.record({ title: oneOf(OFFICES), of: maybe(participant), period: date })

const participantEntries = each(SLUGS.Participant, (slug, index) =>
  fc.record({
    slug: fc.constant(slug),
    name: title,
    kind: enumOf(ParticipantKind),
    isAnonymous: fc.constant(index % 4 === 3),
    countryCode: maybe(oneOf(COUNTRIES)),
    offices: fc.array(office, { maxLength: 3 }),
    citations: citations(slug),
  }),
)

const sourceEntries = each(SLUGS.Source, (slug) =>
  fc.record({
    slug: fc.constant(slug),
    title,
    kind: enumOf(SourceKind),
    publisher: maybe(oneOf(PUBLISHERS)),
    url: maybe(oneOf(URLS)),
    citations: citations(slug),
  }),
)

const attendance = fc.record({
  participant,
  roles: fc.uniqueArray(enumOf(AttendanceRole), { minLength: 1, maxLength: 2 }).map((roles) => [...roles]),
  capacity: maybe(title),
  onBehalfOf: maybe(participant),
})

/** A meeting that comes as the so-many-th. */
export const meetingEntry = (slug: string, index: number): fc.Arbitrary<MeetingEntry> =>
  fc.record({
    slug: fc.constant(slug),
    title,
    kind: enumOf(MeetingKind),
    format: maybe(enumOf(MeetingFormat)),
    status: enumOf(MeetingStatus),
    date,
    place: maybe(fc.record({ name: oneOf(PLACES), countryCode: maybe(oneOf(COUNTRIES)) })),
    parent: earlier(SLUGS.Meeting, Math.min(index, 3)),
    participants: fc.uniqueArray(attendance, { selector: (one) => one.participant, maxLength: 5 }),
    topics,
    citations: citations(slug),
  })

const meetingEntries = each(SLUGS.Meeting, meetingEntry)

const issueEntries = each(SLUGS.Issue, (slug) =>
  fc.record({ slug: fc.constant(slug), question: title, topics, citations: citations(slug) }),
)

// Periods and withdrawals do not come together: which parties are left is the writing side's rule, tested there.
const partiesAndEvents = fc.boolean().chain((hasPeriods) =>
  fc.record({
    parties: fc.uniqueArray(
      fc.record({
        participant,
        role: enumOf(AgreementPartyRole),
        since: hasPeriods ? maybe(oneOf(['2016-02', '2017-07-07', '../2017-07-06'])) : fc.constant(null),
        until: hasPeriods ? maybe(oneOf(['2017-07-09/..', '2017-07', '2017'])) : fc.constant(null),
      }),
      { selector: (party) => party.participant, maxLength: 5 },
    ),
    events: fc.array(
      fc.record({
        kind: enumOf(AgreementEventKind).filter((kind) => kind !== 'WITHDRAWN' || !hasPeriods),
        planned: fc.boolean(),
        date,
        participants: someOf(SLUGS.Participant, 2),
      }),
      { maxLength: 5 },
    ),
  }),
)

const agreementEntries = each(SLUGS.Agreement, (slug) =>
  fc
    .tuple(
      fc.record({
        slug: fc.constant(slug),
        title,
        kind: enumOf(AgreementKind),
        form: enumOf(AgreementForm),
        meeting: maybe(oneOf(SLUGS.Meeting)),
        effective: date,
        topics,
        citations: citations(slug),
      }),
      partiesAndEvents,
    )
    .map(([entry, { parties, events }]) => ({
      ...entry,
      parties: parties.map((party): PartyInput => ({ ...party })),
      events: events.map(
        (event, index): EventInput => ({
          ...event,
          // Who joins changes who is left; as above.
          participants: event.kind === 'JOINED' ? [] : event.participants,
          note: `${slug} event ${index}`,
          citations: index === 0 ? [{ source: SLUGS.Source[0] ?? '', locator: `${slug} event` }] : [],
        }),
      ),
    })),
)

/** The meetings at which and about which most is said, so that accounts have something to differ in. */
export const BUSY_MEETINGS = SLUGS.Meeting.slice(0, 4)

const about = fc.uniqueArray(
  fc.oneof(
    { weight: 4, arbitrary: oneOf(BUSY_MEETINGS).map((slug) => `Meeting:${slug}`) },
    { weight: 1, arbitrary: oneOf(SLUGS.Agreement).map((slug) => `Agreement:${slug}`) },
    { weight: 1, arbitrary: participant.map((slug) => `Participant:${slug}`) },
  ),
  { maxLength: 3 },
)

/** A statement that comes as the so-many-th. */
export const statementEntry = (slug: string, index: number): fc.Arbitrary<StatementEntry> =>
  fc.record({
    slug: fc.constant(slug),
    text: fc.constant(`Text of ${slug}`),
    language: maybe(oneOf(LANGUAGES)),
    wording: enumOf(Wording),
    act: enumOf(StatementAct),
    speaker: participant,
    onBehalfOf: maybe(participant),
    addressees: someOf(SLUGS.Participant, 2),
    date,
    meeting: maybe(oneOf(BUSY_MEETINGS)),
    ordinal: maybe(fc.integer({ min: 1, max: 4 })),
    about,
    // Within blocks of four, so that no chain has more than four links.
    reportedIn:
      index % 4 === 0 ? fc.constant(null) : maybe(oneOf(SLUGS.Statement.slice(index - (index % 4), index))),
    positions: fc
      .uniqueArray(fc.record({ issue: oneOf(SLUGS.Issue), stance: enumOf(Stance) }), {
        selector: ({ issue }) => issue,
        maxLength: 2,
      })
      .map((positions) => [...positions]),
    links: fc.uniqueArray(
      fc.record({
        kind: enumOf(StatementLinkKind),
        to: oneOf(SLUGS.Statement.filter((other) => other !== slug)),
      }),
      { selector: ({ kind, to }) => `${kind} ${to}`, maxLength: 2 },
    ),
    topics,
    citations: citations(slug, 1),
  })

const statementEntries = each(SLUGS.Statement, statementEntry)

const instant = oneOf(['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.001Z', '2026-02-03T04:05:06.789Z'])

/** Records with ties and nothing missing from them but what chance leaves out. */
export const readingRecords: fc.Arbitrary<ReadingRecord> = fc.record({
  Topic: topicEntries,
  Participant: participantEntries,
  Source: sourceEntries,
  Meeting: meetingEntries,
  Issue: issueEntries,
  Agreement: agreementEntries,
  Statement: statementEntries,
  instants: fc
    .tuple(
      ...Object.entries(SLUGS).flatMap(([type, slugs]) =>
        slugs.map((slug) =>
          fc
            .record({ createdAt: instant, updatedAt: instant })
            .map((instants): [string, Instants] => [`${type}:${slug}`, instants]),
        ),
      ),
    )
    .map((entries) => new Map(entries)),
})
