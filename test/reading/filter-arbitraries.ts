import fc from 'fast-check'
import {
  AgreementForm,
  AgreementKind,
  AgreementPartyRole,
  AgreementStatus,
  AttendanceRole,
  Evidence,
  MeetingFormat,
  MeetingKind,
  MeetingStatus,
  ParticipantKind,
  SourceKind,
  Stance,
  StatementAct,
  Wording,
} from '../../src/generated/prisma/enums.ts'
import { COUNTRIES, LANGUAGES, SLUGS, URLS } from '../model/reading-arbitraries.ts'
import { DAYS } from '../model/reading-dates.ts'
import type {
  AgreementFilterInput,
  AttendanceFilterInput,
  Combined,
  DateInput,
  IssueFilterInput,
  MeetingFilterInput,
  ParticipantFilterInput,
  PartyFilterInput,
  PositionFilterInput,
  SourceFilterInput,
  StatementFilterInput,
  TopicFilterInput,
} from '../model/reading-filters.ts'

/** Filters with at most two of these fields: more of them would seldom leave anything. */
function partly<Fields extends object>(filters: fc.Arbitrary<Fields>): fc.Arbitrary<Partial<Fields>> {
  return fc.tuple(filters, fc.array(fc.nat(), { maxLength: 2 })).map(([fields, numbers]) => {
    const names = Object.keys(fields)
    const chosen = numbers.map((number) => names[number % names.length])
    const few: Partial<Fields> = { ...fields }
    for (const name of names) if (!chosen.includes(name)) Reflect.deleteProperty(few, name)
    return few
  })
}

const rarelyNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 12 })
const listOf = <T>(values: readonly T[], maxLength: number) =>
  rarelyNull(fc.array(fc.constantFrom(...values), { maxLength }))
const enumOf = (values: Readonly<Record<string, string>>) => listOf(Object.values(values), 6)

/** A slug or a global ID, of an entry that is there for the most part. */
const idOf = (slugs: readonly string[], prefix = '') =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...slugs).map((slug) => `${prefix}${slug}`) },
    { weight: 4, arbitrary: fc.constantFrom(...slugs).map((slug) => `@${prefix}${slug}`) },
    { weight: 1, arbitrary: fc.constantFrom(`${prefix}nobody`, 'Not a slug', '', '\0', 'x'.repeat(500)) },
  )
const idsOf = (slugs: readonly string[]) => rarelyNull(fc.array(idOf(slugs), { maxLength: 4 }))
const idMatch = (slugs: readonly string[]) =>
  rarelyNull(
    fc.record(
      {
        any: idsOf(slugs),
        all: rarelyNull(fc.array(idOf(slugs), { maxLength: 2 })),
        none: rarelyNull(fc.array(idOf(slugs), { maxLength: 2 })),
      },
      { requiredKeys: [] },
    ),
  )

const days: fc.Arbitrary<DateInput> = fc
  .record({
    bounds: fc.tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS)),
    ends: fc.constantFrom('both', 'from', 'until', 'neither'),
    match: fc.constantFrom<DateInput['match']>('POSSIBLY', 'CERTAINLY', undefined, null),
  })
  .map(({ bounds, ends, match }) => {
    const [from, until] = bounds.toSorted()
    return {
      ...(ends === 'both' || ends === 'from' ? { from } : {}),
      ...(ends === 'both' || ends === 'until' ? { until } : {}),
      ...(match === undefined ? {} : { match }),
    }
  })

/** Filters combined with and, or, not: lists of up to three, empty ones among them. */
function combining<Filter extends Combined<Filter>>(leaf: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> {
  const combine = (inner: fc.Arbitrary<Filter>) =>
    fc
      .tuple(
        leaf,
        fc.record(
          {
            and: rarelyNull(fc.array(inner, { maxLength: 2 })),
            or: rarelyNull(fc.array(inner, { maxLength: 3 })),
            not: rarelyNull(inner),
          },
          { requiredKeys: [] },
        ),
      )
      .map(([fields, combination]): Filter => ({ ...fields, ...combination }))
  return fc.oneof(leaf, combine(leaf), combine(combine(leaf)))
}

export const meetingFilters = combining<MeetingFilterInput>(
  partly(
    fc.record({
      kind: enumOf(MeetingKind),
      status: enumOf(MeetingStatus),
      format: enumOf(MeetingFormat),
      date: rarelyNull(days),
      countryCode: listOf([...COUNTRIES, 'FR', 'nowhere'], 2),
      place: rarelyNull(
        fc.constantFrom('zurich', 'GENÈVE', 'airport Zürich', 'nations des', 'geneva', 'elsewhere'),
      ),
      participants: idMatch(SLUGS.Participant),
      topics: idMatch(SLUGS.Topic),
      parent: rarelyNull(idOf(SLUGS.Meeting.slice(0, 4))),
      hasAgreements: rarelyNull(fc.boolean()),
      isContested: rarelyNull(fc.boolean()),
    }),
  ),
)

export const participantFilters = combining<ParticipantFilterInput>(
  partly(
    fc.record({
      kind: enumOf(ParticipantKind),
      countryCode: listOf(COUNTRIES, 2),
      office: rarelyNull(
        fc.constantFrom('minister', 'PRIME', 'étrangères ministere', 'foreign minister', 'king'),
      ),
      isAnonymous: rarelyNull(fc.boolean()),
    }),
  ),
)

const subjects = rarelyNull(
  fc.array(
    fc.oneof(
      idOf(SLUGS.Meeting.slice(0, 5), 'Meeting:'),
      idOf(SLUGS.Agreement, 'Agreement:'),
      idOf(SLUGS.Participant, 'Participant:'),
      // Without a type it names nobody.
      fc.constantFrom(...SLUGS.Meeting.slice(0, 5)),
    ),
    { maxLength: 3 },
  ),
)

export const statementFilters = combining<StatementFilterInput>(
  partly(
    fc.record({
      wording: enumOf(Wording),
      act: enumOf(StatementAct),
      evidence: enumOf(Evidence),
      speaker: idsOf(SLUGS.Participant),
      onBehalfOf: idsOf(SLUGS.Participant),
      addressees: idMatch(SLUGS.Participant),
      meeting: idsOf(SLUGS.Meeting.slice(0, 4)),
      about: subjects,
      issue: idsOf(SLUGS.Issue),
      stance: enumOf(Stance),
      topics: idMatch(SLUGS.Topic),
      date: rarelyNull(days),
      language: listOf([...LANGUAGES, 'xx'], 2),
      source: idsOf(SLUGS.Source),
      isContested: rarelyNull(fc.boolean()),
    }),
  ),
)

export const agreementFilters = combining<AgreementFilterInput>(
  partly(
    fc.record({
      kind: enumOf(AgreementKind),
      form: enumOf(AgreementForm),
      parties: idMatch(SLUGS.Participant),
      topics: idMatch(SLUGS.Topic),
      meeting: idsOf(SLUGS.Meeting),
      status: rarelyNull(
        fc.record({
          any: fc.array(fc.constantFrom(...Object.values(AgreementStatus)), { maxLength: 3 }),
          on: fc.constantFrom(...DAYS),
        }),
      ),
      effective: rarelyNull(days),
    }),
  ),
)

export const issueFilters: fc.Arbitrary<IssueFilterInput> = partly(
  fc.record({
    isContested: rarelyNull(fc.boolean()),
    topics: idMatch(SLUGS.Topic),
  }),
)

export const topicFilters: fc.Arbitrary<TopicFilterInput> = partly(
  fc.record({ broader: rarelyNull(idOf(SLUGS.Topic)) }),
)

export const sourceFilters: fc.Arbitrary<SourceFilterInput> = partly(
  fc.record({
    kind: enumOf(SourceKind),
    publisher: rarelyNull(fc.constantFrom('state', 'THE STATE', 'departement', 'etat d', 'press')),
    url: rarelyNull(fc.constantFrom(...URLS, 'https://example.org/')),
  }),
)

export const attendanceFilters: fc.Arbitrary<AttendanceFilterInput> = partly(
  fc.record({
    role: enumOf(AttendanceRole),
    kind: enumOf(ParticipantKind),
    onBehalfOf: idsOf(SLUGS.Participant),
  }),
)

export const partyFilters: fc.Arbitrary<PartyFilterInput> = partly(
  fc.record({
    role: enumOf(AgreementPartyRole),
    on: rarelyNull(fc.constantFrom(...DAYS)),
  }),
)

export const positionFilters: fc.Arbitrary<PositionFilterInput> = partly(
  fc.record({
    stance: enumOf(Stance),
    side: idsOf(SLUGS.Participant),
  }),
)
