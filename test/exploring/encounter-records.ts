import fc from 'fast-check'
import {
  AttendanceRole,
  MeetingFormat,
  MeetingKind,
  MeetingStatus,
  ParticipantKind,
} from '../../src/generated/prisma/enums.ts'
import { COUNTRIES, SLUGS } from '../model/reading-arbitraries.ts'
import { DATES } from '../model/reading-dates.ts'
import { NAMES } from '../model/reading-names.ts'
import type { ReadingRecord } from '../model/reading-record.ts'

const MEETINGS = Array.from({ length: 30 }, (_, index) => `m${(index * 37 + 11) % 101}`)
const BESIDE: AttendanceRole[] = ['PRESS', 'INTERPRETER', 'OBSERVER']
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const mostly = <T>(usual: T, others: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others })

const none = fc.constant(null).map(() => [])

const roles = fc.oneof(
  fc.uniqueArray(oneOf(Object.values(AttendanceRole)), { minLength: 1, maxLength: 2 }),
  fc.uniqueArray(oneOf(BESIDE), { minLength: 1, maxLength: 3 }),
  fc.constant<AttendanceRole[]>(['PRINCIPAL']),
)

const meeting = (slug: string) =>
  fc.record({
    slug: fc.constant(slug),
    title: oneOf(NAMES),
    kind: mostly<MeetingKind>('BILATERAL', oneOf(Object.values(MeetingKind))),
    format: maybe(oneOf(Object.values(MeetingFormat))),
    status: mostly<MeetingStatus>('HELD', oneOf(Object.values(MeetingStatus))),
    date: maybe(oneOf(DATES)),
    place: fc.constant(null),
    parent: fc.constant(null),
    participants: fc.uniqueArray(
      fc.record({
        participant: oneOf(SLUGS.Participant),
        roles: roles.map((some) => [...some]),
        capacity: fc.constant(null),
        onBehalfOf: maybe(oneOf(SLUGS.Participant)),
      }),
      { selector: (one) => one.participant, minLength: 2, maxLength: 5 },
    ),
    topics: none,
    citations: none,
  })

const participant = (slug: string) =>
  fc.record({
    slug: fc.constant(slug),
    // Few names, so that those met equally often are told apart by their slugs too.
    name: oneOf(NAMES.slice(0, 4)),
    kind: oneOf(Object.values(ParticipantKind)),
    isAnonymous: fc.constant(false),
    countryCode: maybe(oneOf(COUNTRIES)),
    offices: none,
    citations: none,
  })

/** Records in which everybody meets most of the others, some often, some only beside. */
export const encounterRecords: fc.Arbitrary<ReadingRecord> = fc.record({
  Topic: none,
  Participant: fc.tuple(...SLUGS.Participant.map(participant)),
  Source: none,
  Meeting: fc.tuple(...MEETINGS.map(meeting)),
  Issue: none,
  Agreement: none,
  Statement: none,
  instants: fc.constant(new Map()),
})
